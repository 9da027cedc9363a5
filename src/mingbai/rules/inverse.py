"""What a bill must have been when so much of it was paid: an estimate with one share, run backwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from mingbai.corpus.models import Cap, Deductible, FirstOwn, Share
from mingbai.money import ZERO, to_fen
from mingbai.rules.book import Book, Computation
from mingbai.rules.case import Case
from mingbai.rules.doubt import explore
from mingbai.rules.estimate import Estimate, Missing, estimate
from mingbai.rules.figures import Figures
from mingbai.rules.run import assumed

_MORE = Decimal(1000)
"""So much more of a bill must bring more, or a cap was reached."""


@dataclass(frozen=True)
class Inverse:
    """A bill in yuan, the deductible and the share by which so much of it was paid, and the clauses that say so."""

    bill: Decimal
    deductible: Decimal
    share: Decimal
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Irreversible:
    """Why no one bill can be told: several shares, a figure in doubt, a cap that was reached."""

    cause: str
    clauses: tuple[str, ...]


def inverse(book: Book, case: Case, paid: Decimal) -> Inverse | Irreversible | Missing:
    """The bill of a case of a named kind of care, of which `paid` was paid; or the facts that are still needed.

    Only a rule with one share, at most one deductible and a cap that was not reached can be run backwards; what comes
    out is held against the estimate itself.

    Raises:
        CaseError: where the policy computes nothing for this kind of care.
    """
    computation = book.by_care[str(case.get("care"))]
    bill = computation.rule.bill
    asked = estimate(book, case)
    needed = tuple(one for one in asked.facts if one != bill) if isinstance(asked, Missing) else ()
    if isinstance(asked, Missing) and needed:
        return replace(asked, facts=needed)
    figures = _figures(computation, case)
    if figures is None:
        return Irreversible("这一种不是按一个比例报的,或者有数说不准", (computation.clause.id,))
    deductible, share = figures
    told = to_fen(paid / share + deductible)
    back, more = (estimate(book, case.with_facts(**{bill: one})) for one in (told, told + _MORE))
    if not isinstance(back, Estimate) or back.status != "exact" or back.amount != to_fen(paid):
        return Irreversible("报的这个数跟规定的比例和封顶线对不上", (computation.clause.id,))
    if isinstance(more, Estimate) and more.amount == back.amount:
        return Irreversible("报的这个数已经到了封顶线,费用再多也是这么多", back.clauses)
    return Inverse(told, deductible, share, back.clauses)


def _figures(computation: Computation, case: Case) -> tuple[Decimal, Decimal] | None:
    """The deductible and the one share of a computation for a case; None where there is no one pair of them."""
    steps = computation.rule.steps
    shares = [one for one in steps if isinstance(one, Share)]
    deductibles = [one for one in steps if isinstance(one, Deductible)]
    is_plain = all(isinstance(one, Share | Deductible | Cap | FirstOwn) for one in steps)
    if computation.layers or len(shares) != 1 or len(deductibles) > 1 or not is_plain:
        return None
    known, _ = assumed(computation, case.facts)
    worlds = explore(lambda oracle: tuple(_read(Figures(computation, known, oracle), steps)))
    found = {world.outcome for world in worlds}
    if len(found) != 1 or any(world.is_open for world in worlds):
        return None
    figures = dict(next(iter(found)))
    share = figures["share"]
    return (figures.get("deductible", ZERO), share) if share > 0 else None


def _read(figures: Figures, steps: tuple[object, ...]) -> Iterator[tuple[str, Decimal]]:
    """The deductible still to be borne and the share, in one world."""
    for step in steps:
        if isinstance(step, Deductible):
            figure = figures.adjusted(step.deductible, "deductible")[0]
            yield "deductible", max(ZERO, figure - figures.number(step.used))
        elif isinstance(step, Share):
            yield "share", figures.adjusted(step.share, "share")[0]
        elif isinstance(step, FirstOwn) and figures.number(step.first_own.fact):
            yield "share", ZERO  # what is borne first of a part belongs to the bill
