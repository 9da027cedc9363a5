"""The tab 政策库: every document, a clause with its rules, cases and doubts, search with ranks, the health page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mingbai.assistant import desk
from mingbai.assistant.library import Library
from mingbai.web import words
from mingbai.web.clause_sheet import original_html
from mingbai.web.fields import box_html, go_html
from mingbai.web.live import Asked, Part, add_live
from mingbai.web.markup import markdown_html, text_html


def add_policies(library: Library, folder: Path) -> None:
    """Put the policy library into the Gradio context that is open; `folder` holds the corpus that health looks at."""
    add_live(("problem", "search", "found"), _Policies(library, folder).show)


@dataclass(frozen=True)
class _Policies:
    library: Library
    folder: Path

    def show(self, asked: Asked) -> Mapping[str, Part]:
        """The parts for what was chosen and typed so far."""
        policy, clause = asked.one("policy"), asked.one("clause")
        if policy:
            return self._document(policy, clause)
        if asked.one("health"):
            return _page(_health_html(desk.health(self.folder)))
        query = asked.one("query").strip()
        return self._shelf(_found_html(desk.find(self.library, query)) if query else "", query)

    def _document(self, policy: str, clause: str) -> Mapping[str, Part]:
        try:
            if clause:
                return _page(_leaf_html(desk.leaf(self.library, policy, clause)))
            return _page(_volume_html(desk.volume(self.library, policy)))
        except KeyError:  # an imported document that was removed while it stood open
            gone = f'<p class="mb-notice" role="status">{words.DOCUMENT_GONE}</p>'
            return self._shelf(gone + _shelf_html(desk.shelf(self.library)))

    def _shelf(self, found: str, query: str = "") -> Mapping[str, Part]:
        found = found or _shelf_html(desk.shelf(self.library))
        return {"search": Part(_search_html(query), "search"), "found": Part(found)}


def _page(html: str) -> Mapping[str, Part]:
    return {"search": Part(""), "found": Part(html)}


def _search_html(query: str) -> str:
    health = go_html(words.HEALTH, "mb-other", "health", "yes")
    return f'<div class="mb-chosen">{box_html("query", words.FIND_CLAUSE, query, kind="search")}{health}</div>'


def _found_html(found: tuple[desk.Found, ...]) -> str:
    if not found:
        return f'<p role="status">{words.NOT_FOUND}</p>'
    items = "".join(
        f'<li><button type="button" class="mb-hit" data-choose="clause" data-value="{text_html(one.clause)}" '
        f'data-with="policy={text_html(one.policy)}"><b>{text_html(one.title)}</b>'
        f"<span>{text_html(one.snippet)}</span>"
        f"<small>{text_html(one.policy_name)} · <span>{_ranks(one)}</span></small></button></li>"
        for one in found
    )
    count = words.SEARCHING.format(count=len(found))
    return f'<p class="mb-count" role="status">{count}</p><ol class="mb-hits">{items}</ol>'


def _ranks(one: desk.Found) -> str:
    return words.RANKS.format(
        dense=one.by_meaning or words.NO_RANK,
        bigrams=one.by_characters or words.NO_RANK,
        words=one.by_words or words.NO_RANK,
    )


def _shelf_html(volumes: tuple[desk.Volume, ...]) -> str:
    kinds = dict.fromkeys(one.kind for one in volumes)
    return "".join(_kind_html(kind, [one for one in volumes if one.kind == kind]) for kind in kinds)


def _kind_html(kind: str, volumes: list[desk.Volume]) -> str:
    count = words.SHELF_COUNT.format(count=len(volumes))
    buttons = "".join(
        go_html(one.title, "mb-pick", "policy", one.policy, "*", " · ".join(_about(one))) for one in volumes
    )
    return (
        f'<h2 class="mb-kind">{words.FILE_KINDS[kind]} <small>{count}</small></h2><div class="mb-picks">{buttons}</div>'
    )


def _about(one: desk.Volume) -> Iterable[str]:
    yield from (one.place, one.year, one.nature, words.CLAUSES_COUNT.format(count=one.tally.clauses))
    if one.doubts:
        yield words.DOUBTS_COUNT.format(count=one.doubts)


def _volume_html(one: desk.Volume) -> str:
    entries = "".join(
        f"<li>{go_html(entry.title, 'mb-entry', 'clause', entry.clause, small=_entry_small(entry))}</li>"
        for entry in one.entries
    )
    about = "".join(f'<span class="mb-nature">{text_html(word)}</span>' for word in _about(one))
    return (
        f'<div class="mb-chosen"><h2 class="mb-title">{text_html(one.title)}</h2>{_back_to_shelf()}</div>'
        f'<p class="mb-abouts">{about}</p>{_list_html(words.NOTES, one.notes)}'
        f'<h3 class="mb-kind">{words.CONTENTS}</h3><ol class="mb-entries">{entries}</ol>'
        f"{_list_html(words.SOURCES, one.sources)}"
    )


def _entry_small(entry: desk.Entry) -> str:
    return " · ".join((*entry.rules, *((words.DOUBTFUL,) if entry.is_doubtful else ())))


def _back_to_shelf() -> str:
    return go_html(words.BACK_TO_SHELF, "mb-other", "policy", "", "*")


def _list_html(title: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li>{text_html(line)}</li>" for line in lines)
    return f'<section class="mb-plain-list"><h3>{title}</h3><ul>{items}</ul></section>' if items else ""


def _leaf_html(leaf: desk.Leaf) -> str:
    view = leaf.view
    back = go_html(words.BACK_TO_POLICY, "mb-other", "clause", "")
    rules = "".join(
        f'<section class="mb-rule"><h3>{words.RULE}：{text_html(kind)}</h3>{_rows_html(rows)}</section>'
        for kind, rows in leaf.rules
    )
    return (
        f'<div class="mb-chosen"><h2 class="mb-title">{text_html(view.title)}<small>{text_html(view.policy_title)} '
        f"<span>{text_html(view.nature)}</span></small></h2><div>{back}{_back_to_shelf()}</div></div>"
        f'<div class="mb-prose mb-leaf">{markdown_html(view.text)}</div>{rules}{_cases_html(leaf.cases)}'
        f"{_list_html(words.PLACES, view.places)}{original_html(view.original)}"
    )


def _rows_html(rows: tuple[desk.Row, ...]) -> str:
    items = "".join(_row_html(row) for row in rows)
    return f'<ul class="mb-rows">{items}</ul>'


def _row_html(row: desk.Row) -> str:
    doubt = f' <b class="mb-doubt-tag">{words.DOUBT_NAMES[row.doubt]}</b>' if row.doubt else ""
    css = ' class="mb-row-doubt"' if row.doubt else ""
    text = f"<span>{text_html(row.text)}</span>" if row.text else ""
    return f'<li{css} style="--depth:{row.depth}"><i>{text_html(row.label)}</i>{text}{doubt}</li>'


def _cases_html(cases: tuple[desk.WorkedView, ...]) -> str:
    if not cases:
        return ""
    rows = "".join(
        f'<tr><th scope="row">{text_html(one.given)}</th><td>{text_html(one.result)}</td>'
        f"<td><code>{text_html(one.sum)}</code></td><td>{text_html(one.why)}</td></tr>"
        for one in cases
    )
    table = _table_html(words.CASES, words.CASE_COLUMNS, rows)
    return f'<section class="mb-cases"><h3>{words.CASES}</h3>{table}</section>'


def _health_html(health: desk.Health) -> str:
    if health.problems:
        items = "".join(f"<li>{text_html(one)}</li>" for one in health.problems)
        count = words.HEALTH_BAD.format(count=len(health.problems))
        said = f'<p class="mb-notice" role="status">{count}</p><ul class="mb-problems">{items}</ul>'
    else:
        said = f'<p class="mb-good" role="status">{words.HEALTH_GOOD.format(cases=health.total.cases)}</p>'
    version = words.VERSION.format(version=health.version) if health.version else ""
    return (
        f'<div class="mb-chosen"><h2 class="mb-title">{words.HEALTH}<small>{version}</small></h2>'
        f"{go_html(words.BACK_TO_SHELF, 'mb-other', 'health', '', '*')}</div>{said}{_counts_html(health)}"
    )


def _counts_html(health: desk.Health) -> str:
    """What is counted of every document; nothing where the corpus cannot be read."""
    if not health.policies:
        return ""
    rows = "".join(_numbers_html(one.title, one.tally.numbers) for one in health.policies)
    total = _numbers_html(words.TOTAL, health.total.numbers)
    return f'<section class="mb-cases">{_table_html(words.HEALTH, words.HEALTH_COLUMNS, rows + total)}</section>'


def _numbers_html(title: str, numbers: Iterable[int]) -> str:
    cells = "".join(f'<td class="mb-figure">{number}</td>' for number in numbers)
    return f'<tr><th scope="row">{text_html(title)}</th>{cells}</tr>'


def _table_html(name: str, columns: Iterable[str], rows: str) -> str:
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    return (
        f'<div class="mb-scroll" tabindex="0" role="region" aria-label="{name}"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
