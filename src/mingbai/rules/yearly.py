"""What one bill takes of what a year allows once: its deductible, its caps; and what a later bill is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mingbai.corpus.models import Allowance, Bands, Cap, Deductible, EstimateRule
from mingbai.money import ZERO
from mingbai.rules.book import Computation


@dataclass(frozen=True)
class Taken:
    """So many yuan of what one step of a rule allows in a year."""

    rule: EstimateRule
    step: Deductible | Cap | Allowance
    amount: Decimal


def counts_by_year(computation: Computation) -> bool:
    """Whether a computation takes what a year came to (自付, 超过封顶线的) and not each bill for itself."""
    return computation.rule.bill != "cost" and not computation.layers


def is_carried(computation: Computation) -> bool:
    """Whether all that a year allows once can be told to a later bill: no limit on expense, nor what layers share."""
    steps = computation.rule.steps
    if computation.layers:
        return not any(getattr(step, "used", None) for step in steps)
    on_expense = any(isinstance(step, Cap) and step.used and step.limits == "expense" for step in steps)
    return not on_expense and not any(isinstance(step, Bands) and step.bands.used for step in steps)


def used_of_scale(computation: Computation) -> str | None:
    """The fact that says how much of its scale the year has used up, where a computation has one of its own."""
    scales = (step.bands.used for step in computation.rule.steps if isinstance(step, Bands))
    return None if computation.layers else next(scales, None)


def taken(computation: Computation, deducted: Decimal, paid: Decimal) -> Iterator[Taken]:
    """What a bill took, of which so much was deducted and so much paid."""
    for step in computation.rule.steps:
        if isinstance(step, Deductible) and step.used:
            yield Taken(computation.rule, step, deducted)
        elif isinstance(step, Cap | Allowance) and step.used:
            yield Taken(computation.rule, step, paid)


def left_by(earlier: Sequence[Taken], computation: Computation) -> dict[str, Decimal]:
    """The facts that tell a bill what earlier ones of the same person took of what its own rule allows in a year.

    Rules with the same cap share it: what was paid for a stay counts towards the cap of the outpatient's treatment.
    """
    told: dict[str, Decimal] = {}
    for step in computation.rule.steps:
        if isinstance(step, Deductible | Cap | Allowance) and step.used:
            amount = sum((one.amount for one in earlier if _is_of(one, step, computation.rule)), ZERO)
            if amount > 0:
                told[step.used] = amount
    return told


def knows_stays(computation: Computation) -> bool:
    """Whether the how-manieth stay of the year makes a difference."""
    return any("admission" in one.rule.when for one in computation.adjustments)


def _is_of(one: Taken, step: Deductible | Cap | Allowance, rule: EstimateRule) -> bool:
    if one.rule is rule:
        return one.step is step
    return isinstance(one.step, Cap) and isinstance(step, Cap) and one.step == step
