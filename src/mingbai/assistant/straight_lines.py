"""The lines that answer a question and its parts straight: which of them to tell, and in which order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from mingbai.assistant.outcome import Needed, Searched

_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SIGN = re.compile("[一-鿿]")
_SILENCE = re.compile(r"\*\*没有写")
_ROW = "- **"
_NEARLY_ALL = 0.75


def those_told(whole: Searched, parts: Sequence[Searched | Needed]) -> list[int]:
    """Which findings to tell, the one for a whole question (0) and those for its parts (1, 2, …), in the order asked.

    What one line tells another need not; the whole, which heeds all that was told, stays beside a fuller one. It stands
    where the first part does that it answers, and is left out where each part has an answer and it answers none, unless
    it was reckoned from what the person told.
    """
    is_reckoned = _is_reckoned(whole)
    lines = [whole.lead or whole.opening or "", *(_lead(one) for one in parts)]
    if is_reckoned:
        lines[1:] = ["" if _is_general(line, lines[0]) else line for line in lines[1:]]
    answered = [at for at, line in enumerate(lines) if at and line]
    if len({lines[at] for at in answered}) < 2 and any(is_told(lines[0], lines[at]) for at in answered):
        return [0]  # all of them ask one thing, which the whole tells most exactly
    place = next((at for at in answered if is_told(lines[at], lines[0])), 0)
    is_beside = len(answered) == len(parts) and not place and not is_reckoned
    order = [*range(1, place), *([] if is_beside else [0]), *range(max(place, 1), len(lines))]
    kept: list[int] = []
    for at in (at for at in order if lines[at] or not at):
        if at and any(is_told(lines[at], lines[other]) for other in kept):
            continue
        kept = [other for other in kept if not (other and is_told(lines[other], lines[at]))] + [at]
    return kept


def is_told(line: str, other: str) -> bool:
    """Whether a line says nothing that another does not: none of its figures and few of its signs are new."""
    figures, signs = _figures(line), set(_SIGN.findall(line))
    is_within = figures <= _figures(other)
    return is_within and len(signs & set(_SIGN.findall(other))) >= _NEARLY_ALL * len(signs)


def _lead(found: Searched | Needed) -> str:
    return (found.lead or "") if isinstance(found, Searched) and found.passages else ""


def _is_general(line: str, reckoned: str) -> bool:
    """Whether a line tells in general what was reckoned for the case: rows of a table, its figures, a silence."""
    figures = _figures(line)
    is_same = bool(figures) and figures <= _figures(reckoned)
    return is_same or line.startswith(_ROW) or _SILENCE.match(line) is not None


def _is_reckoned(found: Searched) -> bool:
    """Whether the line that opens an answer has figures that its clauses do not have."""
    texts = "\n".join(one.text for one in found.passages)
    return not _figures(found.lead or "") <= _figures(texts)


def _figures(text: str) -> set[Decimal]:
    return {Decimal(figure) for figure in _FIGURE.findall(text.replace(",", ""))}
