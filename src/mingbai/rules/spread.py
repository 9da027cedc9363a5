"""How far the payments of all worlds lie apart: the bounds that are known, and what each doubt moves."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Literal

from mingbai.money import ZERO
from mingbai.rules.doubt import Choice, World
from mingbai.rules.run import Outcome

__all__ = ["Bounds", "Status", "Worlds", "bounds", "doubts_that_matter", "matters", "spread"]

Status = Literal["exact", "range", "at_least", "at_most", "unknown"]
"""What is known of a payment: its figure, both bounds, one of them, or none."""
Worlds = tuple[World[Outcome], ...]
Bounds = tuple[Status, Decimal | None, Decimal | None]
"""The status of a payment, the least and the most that it may be; None on a side that the source leaves open."""


def bounds(worlds: Sequence[World[Outcome]]) -> Bounds:
    """The status, and the bounds that are known: those some world reaches without an open figure.

    What is paid even where all that is open pays nothing is a bound too, as no figure lies below nothing.
    """
    payments = [world.outcome.payment for world in worlds]
    low, high = min(payments), max(payments)
    low_known = low > 0 or low == high or any(w.outcome.payment == low and not w.is_open for w in worlds)
    high_known = low == high or any(w.outcome.payment == high and not w.is_open for w in worlds)
    status = _status(low, high, low_known, high_known)
    return status, low if low_known else None, high if high_known else None


def _status(low: Decimal, high: Decimal, low_known: bool, high_known: bool) -> Status:
    if low == high:
        return "exact"
    if low_known and high_known:
        return "range"
    if low_known:
        return "at_least"
    return "at_most" if high_known else "unknown"


def spread(worlds: Worlds, key: Hashable) -> Decimal | None:
    """The most that one doubt moves the payment while the others stay; None where it moves nothing."""
    groups: dict[tuple[tuple[Hashable, int], ...], list[Decimal]] = {}
    possible = 0
    for world in worlds:
        if took := world.took(key):
            groups.setdefault(_others(world, key), []).append(world.outcome.payment)
            possible = took.count
    widths = [max(group) - min(group) for group in groups.values()]
    if any(len(group) < possible for group in groups.values()):  # other doubts arise only on one side of this one
        widths.extend(_across(worlds, key))
    widest = max(widths, default=ZERO)
    return widest if widest > 0 else None


def _others(world: World[Outcome], key: Hashable) -> tuple[tuple[Hashable, int], ...]:
    return tuple((choice.key, choice.taken) for choice in world.choices if choice.key != key)


def _across(worlds: Worlds, key: Hashable) -> Iterator[Decimal]:
    """How far the payment moves between any two worlds that take one doubt differently and contradict in no other."""
    met = [(world.outcome.payment, {one.key: one.taken for one in world.choices}) for world in worlds]
    for (payment, taken), (other_payment, other_taken) in combinations([one for one in met if key in one[1]], 2):
        shared = taken.keys() & other_taken.keys()
        if all((taken[one] != other_taken[one]) == (one == key) for one in shared):
            yield abs(payment - other_payment)


def matters(worlds: Worlds, key: Hashable) -> bool:
    """Whether one doubt moves the payment at all."""
    return spread(worlds, key) is not None


def doubts_that_matter(worlds: Worlds, *kinds: str) -> Iterator[Choice]:
    """Each doubt of some kinds that moves the payment, once."""
    seen: set[Hashable] = set()
    for world in worlds:
        for choice in world.choices:
            if choice.kind in kinds and choice.key not in seen:
                seen.add(choice.key)
                if matters(worlds, choice.key):
                    yield choice
