"""A class as its trainer sees it: who stumbles where, and which item is hard or tells people apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mingbai.quiz.store.results import Answered, ClassSummary, ItemResult, TopicResult, by_item, by_person_and_topic
from mingbai.web import words as page_words
from mingbai.web.markup import text_html
from mingbai.web.quiz import words


def class_results_html(opened: ClassSummary, answers: Sequence[Answered]) -> str:
    """The numbers of the class, a table of people by topic, and its items, the hardest first."""
    head = words.CLASS_COUNTS.format(people=opened.people, finished=opened.finished, items=opened.items)
    shown = f'<h3>{text_html(opened.name)}</h3><p class="mb-count" role="status">{text_html(head)}</p>'
    if not answers:
        return f'{shown}<p class="mb-wait">{text_html(words.CLASS_EMPTY.format(code=opened.code))}</p>'
    return f"{shown}{_people_html(by_person_and_topic(answers))}{_items_html(by_item(answers))}"


def _people_html(results: Sequence[TopicResult]) -> str:
    topics = tuple(dict.fromkeys(one.topic for one in results))
    people = tuple(dict.fromkeys(one.person for one in results))
    found = {(one.person, one.topic): one for one in results}
    heads = "".join(f'<th scope="col">{text_html(one)}</th>' for one in (words.PERSON, page_words.TOTAL, *topics))
    rows = "".join(
        f'<tr><th scope="row">{text_html(person)}</th>{_whole_html(person, results)}'
        f"{''.join(_cell_html(found.get((person, topic))) for topic in topics)}</tr>"
        for person in people
    )
    return _table_html(words.BY_PERSON, heads, rows)


def _whole_html(person: str, results: Iterable[TopicResult]) -> str:
    mine = [one for one in results if one.person == person]
    return _part_html(sum(one.right for one in mine), sum(one.answered for one in mine))


def _cell_html(one: TopicResult | None) -> str:
    return "<td>—</td>" if one is None else _part_html(one.right, one.answered)


def _part_html(right: int, answered: int) -> str:
    """So many of so many, with a bar behind it that says the same."""
    return f'<td><span class="mb-score" style="--part:{right / answered:.0%}">{right}/{answered}</span></td>'


def _items_html(items: Iterable[ItemResult]) -> str:
    heads = "".join(f'<th scope="col">{text_html(one)}</th>' for one in words.ITEM_COLUMNS)
    rows = "".join(
        f'<tr><th scope="row">{text_html(one.question)}</th><td>{one.answered}</td><td>{_percent(one.difficulty)}</td>'
        f"<td>{_tells_apart(one.discrimination)}</td><td>{text_html(one.commonest_mistake or '')}</td></tr>"
        for one in items
    )
    return f'{_table_html(words.BY_ITEM, heads, rows)}<p class="mb-count">{text_html(words.ITEM_HOW)}</p>'


def _percent(part: float | None) -> str:
    return words.TOO_FEW if part is None else f"{part:.0%}"


def _tells_apart(figure: float | None) -> str:
    return words.TOO_FEW if figure is None else f"{figure:.2f}"


def _table_html(caption: str, heads: str, rows: str) -> str:
    return (
        f'<div class="mb-scroll mb-cases" tabindex="0" role="region" aria-label="{text_html(caption)}"><table>'
        f"<caption>{text_html(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
