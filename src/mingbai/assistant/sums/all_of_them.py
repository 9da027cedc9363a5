"""The estimates of several bills as one: what they come to together, and how that is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from mingbai.assistant.outcome import Computed
from mingbai.assistant.reply import EstimateView, LineView, ReadingView, Status
from mingbai.assistant.sums.comparing import shortly
from mingbai.money import ZERO, plain, words
from mingbai.rules.statement import pays

_Cases = Sequence[tuple[str, Computed]]
_T = TypeVar("_T")
_TOGETHER = "一共"
_TWO = 2
_NUMERALS = "〇一两三四五六七八九十"


def all_of_them(cases: _Cases, assumed: Iterable[str], *, are_apart: bool = False) -> Computed:
    """One estimate of several bills by their labels; its lines are theirs, `assumed` is what holds for all of them.

    They `are_apart` where those who have them are of no one household, so that nobody gets the sum of them.
    """
    results = [one for _, one in cases]
    first = results[0]
    return first.model_copy(
        update={
            "case": " · ".join((*_same(results), f"{_TOGETHER}{_NUMERALS[len(cases)]}笔")),
            "estimate": _total(cases),
            "bill": sum((one.bill for one in results), ZERO),
            "citations": _each(one for result in results for one in result.citations),
            "assumed": _each((*assumed, *(one for result in results for one in result.assumed))),
            "because": None,
            "inferred": _each(one for result in results for one in result.inferred),
            "known": _each(one for result in results for one in result.known),
            "short": (),
            "supply": None,
            "supply_fact": None,
            "cases": tuple(cases),
            "are_apart": are_apart,
        }
    )


def told_bills(outcome: Computed, cannot_say: str) -> str:
    """Each bill of an estimate of several in a line of its own: what is paid of it, and how that comes about."""
    return "\n".join(f"- {label}:{shortly(one.estimate, cannot_say)}{_how(one)}" for label, one in outcome.cases)


def first_line(outcome: Computed) -> str:
    """What several bills come to, and each of them, where all of it is exact."""
    estimate = outcome.estimate
    assert estimate.amount is not None
    if outcome.are_apart:
        return _each_apart(outcome, Decimal(estimate.amount))
    each = ",".join(f"{label}报 {words(Decimal(one.estimate.amount or 0))}" for label, one in outcome.cases)
    who_pays = outcome.who_pays.replace("能", f"{_TOGETHER}能")
    return f"**{who_pays} {words(Decimal(estimate.amount))}**({each}),自己一共付 {words(estimate.own)}。"


def _each_apart(outcome: Computed, total: Decimal) -> str:
    """What each of several strangers gets, and what they come to; by how much two of them differ."""
    names = [label.partition(" ")[0] for label, _ in outcome.cases]  # 同事 of 同事 二级医院 20,000.00元
    labels = names if len({*names}) == len(names) else [label for label, _ in outcome.cases]
    amounts = [Decimal(one.estimate.amount or 0) for _, one in outcome.cases]
    told = ",".join(f"{label}能报 {words(amount)}" for label, amount in zip(labels, amounts, strict=True))
    both = sorted(amounts)
    gap = f",相差 {words(both[1] - both[0])}" if len(both) == len({*both}) == _TWO else ""
    return f"**{told}**{gap}(合起来 {words(total)})。"


def _how(one: Computed) -> str:
    lines = one.estimate.lines
    deducted = [f"起付线{line.formula}" for line in lines if line.label == "起付线"]
    formulas = [line.formula for line in lines if pays(line.payer)]
    return f"({'、'.join((*deducted, *formulas))})" if deducted or formulas else ""


def _same(results: Sequence[Computed]) -> list[str]:
    """The facts that hold for all of the bills."""
    first, *others = [one.case.split(" · ") for one in results]
    return [part for part in first if all(part in other for other in others)]


def _each(many: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(many))


def _total(cases: _Cases) -> EstimateView:
    views = [one.estimate for _, one in cases]
    readings = _readings(views)
    low, high = _sum(one.low for one in views), _sum(one.high for one in views)
    amount = _sum(one.amount for one in views)
    if low is None and (least := sum((Decimal(one.low or 0) for one in views), ZERO)) > 0:
        low = least  # what is open of one bill is not less than nothing
    if readings and _vary_by_readings_alone(views):
        low, high = min(map(_paid, readings)), max(map(_paid, readings))
    status = _status(low, high)
    return EstimateView(
        status=status,
        amount=None if amount is None or status not in ("exact", "range") else plain(amount),
        low=None if low is None else plain(low),
        high=None if high is None else plain(high),
        lines=tuple(_line(label, line) for label, one in cases for line in one.estimate.lines),
        readings=readings,
        causes=_each(cause for one in views for cause in one.causes),
    )


def _sum(figures: Iterable[str | None]) -> Decimal | None:
    known = [None if one is None else Decimal(one) for one in figures]
    return None if None in known else sum((one for one in known if one is not None), ZERO)


def _status(low: Decimal | None, high: Decimal | None) -> Status:
    if low is not None and high is not None:
        return "exact" if low == high else "range"
    if low is not None:
        return "at_least"
    return "at_most" if high is not None else "unknown"


def _line(label: str, line: LineView) -> LineView:
    return line.model_copy(update={"label": f"{label} {line.label}"})


def _paid(reading: ReadingView) -> Decimal:
    return Decimal(reading.amount)


def _readings(views: Sequence[EstimateView]) -> tuple[ReadingView, ...]:
    """What all bills come to under each reading, where they can be read in the same ways and are else exact."""
    ways = {tuple(one.says for one in view.readings) for view in views if view.readings}
    exact = [view for view in views if not view.readings]
    if len(ways) != 1 or any(view.status != "exact" for view in exact):
        return ()
    fixed = sum((Decimal(view.amount or 0) for view in exact), ZERO)
    totals = [
        sum((_paid(view.readings[at]) for view in views if view.readings), fixed) for at in range(len(next(iter(ways))))
    ]
    return tuple(
        ReadingView(says=says, amount=plain(total)) for says, total in zip(next(iter(ways)), totals, strict=True)
    )


def _vary_by_readings_alone(views: Sequence[EstimateView]) -> bool:
    """Whether every bill that is not exact lies between what its readings give."""
    return all(
        {one.low, one.high} <= {reading.amount for reading in one.readings} for one in views if one.status != "exact"
    )
