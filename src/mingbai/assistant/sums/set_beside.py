"""By how much what one document tells differs from what another does: one figure of each answer, of one unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.assistant.openings.confirming import SHARES, Told, figures_told, is_silent
from mingbai.assistant.outcome import Needed, Searched
from mingbai.money import short, words

_ROW = "- "
_WHOLE = "合计"
_MONEY = ("元", "块")
_APART = re.compile("差|高|低|多|少|贵|便宜|一样|相同|区别|比")


def asks_how_far_apart(question: str) -> bool:
    """Whether a question that names two documents holds their figures against each other."""
    return _APART.search(question) is not None


def set_beside(found: Searched, other: Searched | Needed) -> Searched:
    """A finding with the difference to another one, where each has told one figure and both are of one unit."""
    if not isinstance(other, Searched) or not (found.passages and other.passages):
        return found
    mine, others = _figure(found), _figure(other)
    if mine is None or others is None or _unit(mine) != _unit(others):
        return found
    first, second = (one.passages[0].policy_title for one in (found, other))
    gap = abs(mine.low - others.low)
    if not gap:
        return found.model_copy(update={"apart": f"**一样,都是{_words(mine)}**。"})
    unit = "个百分点" if mine.unit in SHARES else mine.unit
    much = words(gap) if unit in _MONEY else f"{short(gap * 100 if mine.unit in SHARES else gap)}{unit}"
    beside = f"《{first}》{_words(mine)},《{second}》{_words(others)}"
    return found.model_copy(update={"apart": f"**差{much}**:{beside}。"})


def _figure(found: Searched) -> Told | None:
    """The one figure that an answer tells; of a table of payers what all of them pay together."""
    lead = found.lead or ""
    if not lead or is_silent(lead):
        return None
    told = [one for one in figures_told(lead) if one.high and one.unit]
    if lead.startswith(_ROW):
        if "\n" in lead:  # of more than one group
            return None
        told = [one for one in told if one.label.endswith(_WHOLE)] or told
    else:
        told = [one for one in told if one.is_bold] or told
    return told[0] if _is_one(told) and told[0].low == told[0].high else None


def _is_one(told: Sequence[Told]) -> bool:
    return len({(one.low, one.unit) for one in told}) == 1


def _unit(one: Told) -> str:
    return "%" if one.unit in SHARES else one.unit


def _words(one: Told) -> str:
    if one.unit in SHARES:
        return f"{short(one.low * 100)}%"
    return words(one.low) if one.unit in _MONEY else f"{short(one.low)}{one.unit}"
