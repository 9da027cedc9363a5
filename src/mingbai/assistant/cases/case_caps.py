"""The most that a policy pays in the case of a sum, in words to stand beside it: 一年最多报 110,000.00元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mingbai.money import words
from mingbai.rules.book import Computation
from mingbai.rules.case import Case
from mingbai.rules.terms import Figure, Term, terms

_OFTEN = {"year": "一年", "stay": "一次"}


def case_caps(computation: Computation, case: Case) -> tuple[str, ...]:
    """The caps of a case, each in a few words, the lowest of those that limit the same; none of a stack of layers.

    None either where the source lost one, or it turns on what was not told.
    """
    if computation.layers:
        return ()
    found = [(one, row.figure) for one in terms(computation, case.facts, "cap") for row in one.rows]
    lowest: dict[tuple[str | None, str | None], tuple[Term, Figure]] = {}
    for one, figure in found:
        if len(one.rows) > 1:
            continue
        kept = lowest.get((one.per, one.limits))
        if kept is None or figure.value < kept[1].value:
            lowest[one.per, one.limits] = (one, figure)
    return tuple(line for one, figure in lowest.values() for line in _words(one, figure.value, figure.formula))


def _words(cap: Term, value: Decimal, formula: str) -> Iterator[str]:
    often, how = _OFTEN.get(str(cap.per), ""), f"({formula})" if formula else ""
    if cap.limits == "expense":
        yield f"**{often}的费用最多算到 {words(value)}**{how},自己负担的也包括在里面。"
    else:
        yield f"**{often}最多报 {words(value)}**{how}。"
