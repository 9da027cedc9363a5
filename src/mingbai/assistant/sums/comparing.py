"""Putting a comparison into words: who gets more and by how much, both amounts, then what was the same for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from mingbai.assistant.outcome import Compared, Computed
from mingbai.assistant.reply import EstimateView
from mingbai.assistant.sums.why_apart import reasons
from mingbai.language.numbers.amounts import numbers_in
from mingbai.money import words

_Cases = Sequence[tuple[str, Computed]]
_BESIDE, _IN_ONE_LINE = 2, 4
"""So many are held against one another; the amounts of so many go into the first line, more are only listed."""


def compared(outcome: Compared, cannot_say: str) -> str:
    """The reply text for a comparison; `cannot_say` marks what the source does not give."""
    cases = outcome.cases
    listed = "\n".join(f"- {label}:{shortly(case.estimate, cannot_say)}" for label, case in cases)
    first = _first_line(cases, cannot_say)
    if outcome.is_why and (why := reasons(cases)):
        first = f"{why}\n{first}"
    parts = [first, *_same_for_all(cases), listed]
    assumed = dict.fromkeys(_assumed(cases))
    return "\n\n".join([*parts, *(["按这些情况算:" + ";".join(assumed) + "。"] if assumed else [])])


def _assumed(cases: _Cases) -> Iterator[str]:
    """What was taken for granted: of all cases, then of those that it does not hold for all by their name."""
    shared = [one for one in cases[0][1].assumed if all(one in case.assumed for _, case in cases)]
    yield from shared
    for label, case in cases:
        yield from (f"{label}:{one}" for one in case.assumed if one not in shared)


def differences(outcome: Compared) -> Iterator[Decimal]:
    """The differences between what any two of the cases may come to, and what the person pays in each;
    where it is asked why they differ, what the deductibles and ratios do by."""
    estimates = [case.estimate for _, case in outcome.cases]
    bounds = {Decimal(one) for each in estimates for one in (each.amount, each.low, each.high) if one is not None}
    yield from {abs(one - other) for one in bounds for other in bounds}
    yield from (estimate.own for estimate in estimates)
    if outcome.is_why:
        yield from numbers_in(reasons(outcome.cases))


def _first_line(cases: _Cases, cannot_say: str) -> str:
    amounts = {label: Decimal(case.estimate.amount) for label, case in cases if case.estimate.amount is not None}
    if len(amounts) < len(cases):
        return _by_bounds(cases, cannot_say)
    usual = "" if all(case.estimate.status == "exact" for _, case in cases) else "按通常的读法,"
    best, least = max(amounts, key=amounts.__getitem__), min(amounts, key=amounts.__getitem__)
    difference = words(amounts[best] - amounts[least])
    if amounts[best] == amounts[least]:
        return f"**{usual}报得一样多**:能报 {words(amounts[best])}。"
    beside = ",".join(f"{label}能报 {words(amount)}" for label, amount in amounts.items())
    if len(cases) > _BESIDE:
        told = f":{beside}" if len(cases) <= _IN_ONE_LINE else ""
        return f"**{usual}{best}报得最多,{least}最少,相差 {difference}**{told}。"
    return f"**{usual}{best}报得多,多 {difference}**:{beside}。"


def _by_bounds(cases: _Cases, cannot_say: str) -> str:
    """Who gets more even where an amount is only known between bounds, if anybody surely does."""
    for label, case in cases:
        others = [other.estimate.high for name, other in cases if name != label]
        low, tops = case.estimate.low, [Decimal(high) for high in others if high is not None]
        if low is not None and len(tops) == len(others) and (ahead := Decimal(low) - max(tops)) > 0:
            return f"**{label}报得{'最' if len(cases) > _BESIDE else ''}多,至少多 {words(ahead)}**,准数{cannot_say}。"
    return _by_least(cases, cannot_say) or f"**哪个报得多{cannot_say}**,有的数原文没有给准。"


def _by_least(cases: _Cases, cannot_say: str) -> str:
    """By how much the amounts differ that two get at least, where no more is known of either."""
    least = {label: Decimal(case.estimate.low) for label, case in cases if case.estimate.low is not None}
    if any(case.estimate.status != "at_least" for _, case in cases) or len(least) != _BESIDE:
        return ""
    best, other = sorted(least, key=least.__getitem__, reverse=True)
    beside = ",".join(f"{label}至少能报 {words(amount)}" for label, amount in least.items())
    if least[best] == least[other]:
        return f"**至少能报的一样多**:{words(least[best])},准数{cannot_say}。"
    return f"**至少能报的,{best}多 {words(least[best] - least[other])}**:{beside},准数{cannot_say}。"


def _same_for_all(cases: _Cases) -> Iterable[str]:
    """The facts that hold for every case, in one line."""
    first, *others = [case.case.split(" · ") for _, case in cases]
    shared = [part for part in first if all(part in other for other in others)]
    return [" · ".join(shared) + "。"] if shared else []


def shortly(estimate: EstimateView, cannot_say: str) -> str:
    """What an estimate comes to, in a few words."""
    amount, low, high = (
        None if one is None else words(Decimal(one)) for one in (estimate.amount, estimate.low, estimate.high)
    )
    match estimate.status:
        case "exact":
            return f"能报 {amount},自己付 {words(estimate.own)}"
        case "range" if amount:
            return f"按通常的读法能报 {amount},在 {low} 到 {high} 之间"
        case "range":
            return f"能报 {low} 到 {high}"
        case "at_least":
            return f"至少能报 {low}"
        case "at_most":
            return f"最多能报 {high}"
        case _:
            return cannot_say
