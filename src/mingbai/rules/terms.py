"""At what a policy pays, before there is a bill: deductible, ratio and cap of a case with all that adjusts them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from mingbai.corpus.models import Assume, Cap, Deductible, Share, Step
from mingbai.corpus.values import Lost, Quantity, Table
from mingbai.rules.book import Computation
from mingbai.rules.case import Case, FactValue
from mingbai.rules.doubt import Oracle, World, explore
from mingbai.rules.figures import Figures, figure_words
from mingbai.rules.run import assumed

TermUnit = Literal["share", "deductible", "cap"]
_STEPS: Mapping[TermUnit, type[Share | Deductible | Cap]] = {"share": Share, "deductible": Deductible, "cap": Cap}


@dataclass(frozen=True)
class Figure:
    """A figure (a ratio as such, or yuan), how it came about where adjusted ("550+300"), and the clauses it is from."""

    value: Decimal
    formula: str
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A figure under one reading (empty: the usual one), for one choice of each fact left open that it turns on."""

    choices: tuple[tuple[str, str], ...]
    reading: str
    figure: Figure


@dataclass(frozen=True)
class Term:
    """One deductible, ratio or cap, `per` stay or year (a ratio: None), with what it is in each case left open.

    A cap `limits` the payment or the expense.

    `assumptions` are those that the rules made for the case and without which a figure would be another.
    """

    unit: TermUnit
    per: str | None
    rows: tuple[Row, ...]
    assumptions: tuple[Assume, ...] = ()
    limits: str | None = None


def terms(computation: Computation, facts: Mapping[str, FactValue], unit: TermUnit) -> tuple[Term, ...]:
    """The terms of one unit that a computation has, for a case; none that the source has lost, or gives bounds of only.

    A ratio that changes with the expense (分段) is none either.
    """
    known, taken = assumed(computation, facts)
    steps = [step for step in computation.rule.steps if isinstance(step, _STEPS[unit])]
    found = [(step, term) for step in steps if (term := _term(computation, known, unit, step))]
    return tuple(
        replace(term, assumptions=tuple(one for one in taken if _matters(computation, known, one, step, term)))
        for step, term in found
    )


def lost_rows(computation: Computation, case: Case, unit: TermUnit) -> Iterator[tuple[str, str]]:
    """The facts of a case whose own row in a table of terms the source has lost, while others stand, and why."""
    for step in computation.rule.steps:
        quantity: Quantity | None = getattr(step, unit) if isinstance(step, _STEPS[unit]) else None
        if not isinstance(quantity, Table):
            continue
        told = case.get(quantity.by)
        choice = computation.vocabulary.facts[quantity.by].choices.get(str(told))
        rows = [str(told), *(choice.stands_for if choice else ())]
        row = next((quantity.rows[one] for one in rows if one in quantity.rows), None)
        if isinstance(row, Lost) and any(not isinstance(other, Lost) for other in quantity.rows.values()):
            yield quantity.by, row.lost


def _matters(computation: Computation, known: Mapping[str, FactValue], one: Assume, step: Step, term: Term) -> bool:
    """Whether another choice of a fact that was assumed leads to other figures."""
    others = (other for other in computation.domain.get(one.fact, ()) if other != one.value)
    changed = (_term(computation, {**known, one.fact: other}, term.unit, step) for other in others)
    return any(other != term for other in changed if other)


def _term(computation: Computation, known: Mapping[str, FactValue], unit: TermUnit, step: Step) -> Term | None:
    quantity: Quantity = getattr(step, unit)
    used = step.used if isinstance(step, Cap) else None

    def run(oracle: Oracle) -> Figure:
        figures = Figures(computation, known, oracle)
        value, shown, _ = figures.adjusted(quantity, unit, used)
        formula = "" if shown == figure_words(value, unit) else shown
        clauses = (computation.clause.id, *(one.clause.id for one in figures.active if getattr(one.rule, unit)))
        return Figure(value, formula, clauses)

    worlds = explore(run)
    if any(world.is_open or _is_in_doubt(world) or not world.outcome.value.is_finite() for world in worlds):
        return None
    limits = step.limits if isinstance(step, Cap) else None
    return Term(unit, getattr(step, "per", None), _rows(computation, worlds), limits=limits)


def _is_in_doubt(world: World[Figure]) -> bool:
    return any(choice.kind in ("lost", "bound", "unknown_fact") for choice in world.choices)


def _rows(computation: Computation, worlds: Sequence[World[Figure]]) -> tuple[Row, ...]:
    """The figures by what they turn on, in the order of the choices; what changes none of them is left out."""
    rows = [Row(_choices(computation, world), _reading(world), world.outcome) for world in worlds]
    for fact in dict.fromkeys(fact for row in rows for fact, _ in row.choices):
        fewer = [replace(row, choices=tuple(one for one in row.choices if one[0] != fact)) for row in rows]
        told = {(row.choices, row.reading): row.figure.value for row in fewer}
        if all(told[row.choices, row.reading] == row.figure.value for row in fewer):
            rows = fewer
    once = {(row.choices, row.reading): row for row in rows}
    return tuple(sorted(once.values(), key=lambda row: (row.reading != "", _place(computation, row))))


def _place(computation: Computation, row: Row) -> list[int]:
    return [computation.domain[fact].index(choice) for fact, choice in row.choices]


def _choices(computation: Computation, world: World[Figure]) -> tuple[tuple[str, str], ...]:
    """What a world takes the facts that nobody gave for, in the order in which the rule turns on them."""
    taken = {str(one.key): one for one in world.choices if one.kind == "missing_fact"}
    return tuple(
        (fact, choices[taken[fact].taken])
        for fact, choices in computation.domain.items()
        if fact in taken and taken[fact].count == len(choices)
    )


def _reading(world: World[Figure]) -> str:
    """How a world reads the source's words, where that is not the usual way."""
    return ";".join(one.says for one in world.choices if one.kind == "reading" and one.taken)
