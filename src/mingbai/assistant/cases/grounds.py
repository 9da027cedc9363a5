"""What a policy's own words give for a case beside the amount: figures that stand, and what had to be inferred."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from mingbai.corpus.conditions import AtLeastCount
from mingbai.corpus.models import Cap, Deductible, Share
from mingbai.corpus.values import Change, Dated, Inferred, Quantity, Table, Value
from mingbai.corpus.vocabulary import SERVICE_ON
from mingbai.money import words
from mingbai.rules.book import Computation
from mingbai.rules.case import Case
from mingbai.rules.estimate import Estimate
from mingbai.rules.stated import meets


def figures_left(computation: Computation, case: Case) -> Iterator[str]:
    """The deductible and the cap of a case whose amount cannot be said, as far as they stand."""
    for step in computation.rule.steps:
        if isinstance(step, Deductible | Cap):
            unit = "deductible" if isinstance(step, Deductible) else "cap"
            quantity = _changed(_stated(getattr(step, unit), case), computation, case, unit)
            if isinstance(quantity, Decimal) and quantity.is_finite():
                yield f"{'起付线' if isinstance(step, Deductible) else '封顶线'}{words(quantity)}"


def missed(computation: Computation, case: Case, result: Estimate) -> Iterator[tuple[str, str]]:
    """The clauses that would pay more if a sum of the case reached a bound, each with how far it is short of it."""
    case = case.with_facts(**{one.fact: one.value for one in result.assumptions})
    for adjustment in computation.adjustments:
        bounds = {fact: one for fact, one in adjustment.rule.when.items() if isinstance(one, AtLeastCount)}
        rest = {fact: one for fact, one in adjustment.rule.when.items() if fact not in bounds}
        for fact, bound in bounds.items():
            told = case.get(fact)
            if isinstance(told, Decimal) and told < bound.at_least and meets(rest, case, computation.vocabulary):
                least, short = words(bound.at_least), words(bound.at_least - told)
                label = computation.vocabulary.facts[fact].label
                yield adjustment.clause.id, f"**没到{least}**:{label}{words(told)},还差{short}。"


def _changed(quantity: Value | None, computation: Computation, case: Case, unit: str) -> Value | None:
    """A figure as the adjustments that hold for a case leave it; None where one changes it in more than one way."""
    for one in computation.adjustments:
        change: Change | None = getattr(one.rule, unit)
        if change is None or not meets(one.rule.when, case, computation.vocabulary):
            continue
        if change.replace is not None:
            quantity = _stated(change.replace, case)
        elif isinstance(quantity, Decimal) and change.times is not None:
            quantity *= change.times
        elif isinstance(quantity, Decimal) and change.plus is not None and change.for_each is None:
            quantity += change.plus
        else:
            return None
    return quantity


def inferred(
    computation: Computation, case: Case, result: Estimate, unit: Literal["share", "deductible"]
) -> tuple[str, ...]:
    """Why a share or a deductible is nothing for such a case, where the policy's words leave that to be inferred."""
    changes = [getattr(one.rule, unit) for one in computation.adjustments if one.clause.id in result.clauses]
    quantities = [change.replace for change in changes if change and change.replace is not None]
    for step in computation.rule.steps:
        if isinstance(step, Share if unit == "share" else Deductible):
            quantities.append(getattr(step, unit))
    stated = (_stated(quantity, case) for quantity in quantities)
    return tuple(dict.fromkeys(one.because for one in stated if isinstance(one, Inferred) and one.inferred == 0))


def _stated(quantity: Quantity, case: Case) -> Value | None:
    """What tables and versions hold for a case; None where a fact for them, or a version on its day, is missing."""
    day = case.get(SERVICE_ON)
    found: Quantity | None = quantity
    while isinstance(found, Table | Dated):
        if isinstance(found, Table):
            found = found.rows.get(str(case.get(found.by)))
        else:
            found = found.on(day) if isinstance(day, date) else None
    return found
