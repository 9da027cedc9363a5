"""Which of the facts that a person has not told are asked for, the one that decides most first."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from mingbai.corpus.vocabulary import SERVICE_ON
from mingbai.money import ZERO
from mingbai.rules.spread import Bounds, Worlds, bounds, matters

__all__ = ["most_decisive"]


def most_decisive(worlds: Worlds, only_material: bool) -> tuple[str, ...]:
    """The missing facts, the one whose answer leaves the narrowest range first; among equals the day comes last.

    A fact whose answer cannot change the payment is left out once the bill is known.
    """
    first_seen: dict[str, int] = {}
    for world in worlds:
        for choice in world.choices:
            if choice.kind == "missing_fact":
                first_seen.setdefault(str(choice.key), len(first_seen))
    facts = [fact for fact in first_seen if not only_material or matters(worlds, fact)]
    if only_material and any(world.is_open for world in worlds):
        telling = _telling(worlds)
        facts = [fact for fact in facts if fact in telling]
    return tuple(sorted(facts, key=lambda fact: (_width_left(worlds, fact), fact == SERVICE_ON, first_seen[fact])))


def _telling(worlds: Worlds) -> set[str]:
    """The missing facts of which some answer changes what can be told; where a figure is open, it may stay unknown."""
    counts = {str(one.key): one.count for world in worlds for one in world.choices if one.kind == "missing_fact"}
    told: dict[tuple[int, ...], Bounds | None] = {}
    for answers in product(*map(range, counts.values())):
        answer = dict(zip(counts, answers, strict=True))
        left = [w for w in worlds if all(answer.get(str(c.key), c.taken) == c.taken for c in w.choices)]
        told[answers] = bounds(left) if left else None  # a period for which the figures are not written
    telling = {
        position
        for answers, one in told.items()
        for position, answer in enumerate(answers)
        if one != told[(*answers[:position], 0, *answers[position + 1 :])]
    }
    return {fact for position, fact in enumerate(counts) if position in telling}


def _width_left(worlds: Worlds, fact: str) -> Decimal:
    """How wide the payments still spread, on average, once a fact is known.

    A world that does not meet the fact is left by each of its answers.
    """
    groups: dict[int, list[Decimal]] = {}
    untouched: list[Decimal] = []
    for world in worlds:
        took = world.took(fact)
        (groups.setdefault(took.taken, []) if took else untouched).append(world.outcome.payment)
    widths = [max(group + untouched) - min(group + untouched) for group in groups.values()]
    return sum(widths, ZERO) / len(widths)
