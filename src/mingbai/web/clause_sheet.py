"""Clause chips and the sheets they open, by the browser's own popover: no script, Esc and a click outside close it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mingbai.assistant.reply import ClauseView, Reply
from mingbai.web import words
from mingbai.web.markup import markdown_html, text_html

OpenClause = Callable[[str, str], ClauseView]


@dataclass
class ClauseSheets:
    """The clauses one answer refers to: gives chips for them and then, once each, their sheets.

    `prefix` keeps the element ids of one answer apart from those of every other on the page.
    """

    reply: Reply
    open_clause: OpenClause
    prefix: str
    _views: dict[tuple[str, str], ClauseView] = field(default_factory=dict)

    def chip_for_line(self, clause: str) -> str:
        """The chip of a statement line, whose clause belongs to a cited policy or to the one computed."""
        policies = [cited.policy for cited in self.reply.citations if cited.clause == clause]
        policies.extend(self.reply.policies)
        if not clause or not policies:
            return words.NO_BASIS
        return self._chip(policies[0], clause)

    def basis_html(self) -> str:
        """The row of clauses the answer rests on: those cited that have no chip yet; nothing where there is none."""
        cited = dict.fromkeys((citation.policy, citation.clause) for citation in self.reply.citations)
        chips = [self._chip(policy, clause) for policy, clause in cited if (policy, clause) not in self._views]
        return f'<div class="mb-basis"><span>{words.BASIS}</span>{"".join(chips)}</div>' if chips else ""

    def sheets_html(self) -> str:
        """The hidden sheets of all clauses that got a chip."""
        return "".join(_sheet_html(self._id(key), view) for key, view in self._views.items())

    def title_of_policy(self) -> str:
        """The title of the policy the answer is about, empty where the answer cites no clause of it."""
        about = [c for c in self.reply.citations if c.policy in self.reply.policies[:1]]
        return self._view(about[0].policy, about[0].clause).policy_title if about else ""

    def _chip(self, policy: str, clause: str) -> str:
        key = (policy, clause)
        if key not in self._views:
            self._views[key] = self._view(policy, clause)
        title = self._views[key].title
        name = text_html(words.OPEN_CLAUSE.format(title=title))
        return (
            f'<button type="button" class="mb-chip" popovertarget="{self._id(key)}" aria-haspopup="dialog" '
            f'aria-label="{name}">{text_html(_short(title))}</button>'
        )

    def _id(self, key: tuple[str, str]) -> str:
        return f"{self.prefix}-clause-{list(self._views).index(key)}"

    def _view(self, policy: str, clause: str) -> ClauseView:
        try:
            return self.open_clause(policy, clause)
        except KeyError:
            return self._view_from_citation(policy, clause)

    def _view_from_citation(self, policy: str, clause: str) -> ClauseView:
        """What the reply itself says of the clause: the corpus may have changed since the answer was given."""
        cited = [c for c in self.reply.citations if (c.policy, c.clause) == (policy, clause)]
        return ClauseView(
            policy=policy,
            policy_title=policy,
            nature="",
            clause=clause,
            title=cited[0].title if cited else clause,
            text=cited[0].quote if cited else "",
            places=tuple(words.PART.format(file=c.source_file, part=c.part, locator=c.locator).strip() for c in cited),
        )


def _short(title: str) -> str:
    """What a clause is about, without the list of its parts after the colon, which the sheet's own head shows."""
    return title.partition("：")[0]


def _sheet_html(sheet_id: str, view: ClauseView) -> str:
    tag = f'<span class="mb-nature">{text_html(view.nature)}</span>' if view.nature else ""
    return (
        f'<div popover id="{sheet_id}" class="mb-sheet" role="dialog" aria-labelledby="{sheet_id}-title">'
        f'<div class="mb-sheet-head"><h3 id="{sheet_id}-title">{text_html(view.title)}</h3>'
        f'<button type="button" class="mb-close" popovertarget="{sheet_id}" popovertargetaction="hide">'
        f"{words.CLOSE}</button></div>"
        f'<p class="mb-sheet-policy">{text_html(view.policy_title)}{tag}</p>'
        f'<div class="mb-prose">{markdown_html(view.text)}</div>'
        f"{_places_html(view.places)}{original_html(view.original)}</div>"
    )


def original_html(original: str | None) -> str:
    """The original's own words to unfold, where the originals are at hand."""
    if original is None:
        return ""
    lines = "<br>".join(text_html(line) for line in original.splitlines())
    return f'<details class="mb-places"><summary>{words.ORIGINAL}</summary><blockquote>{lines}</blockquote></details>'


def _places_html(places: Sequence[str]) -> str:
    if not places:
        return ""
    items = "".join(f"<li>{text_html(place)}</li>" for place in places)
    return f'<div class="mb-places"><h4>{words.PLACES}</h4><ul>{items}</ul></div>'
