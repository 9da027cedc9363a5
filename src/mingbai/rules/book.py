"""The estimates a policy can give, each put together once: rule, adjustments, assumptions, the facts it turns on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mingbai.corpus.audit import rule_quantities
from mingbai.corpus.conditions import AtLeastCount, Condition
from mingbai.corpus.models import AdjustRule, Assume, Clause, EstimateRule, InForce, Policy
from mingbai.corpus.values import Dated, Quantity, Table, within
from mingbai.corpus.vocabulary import Vocabulary


@dataclass(frozen=True)
class Adjustment:
    """A change that holds for some cases, and the clause that says so."""

    clause: Clause
    rule: AdjustRule


@dataclass(frozen=True)
class Computation:
    """One estimate of a policy with all that bears on it.

    `domain` holds, for each fact of choices it turns on, the choices that make a difference; `period_starts` the first
    day of each period in which its dated figures stay as they are.
    """

    policy: Policy
    clause: Clause
    rule: EstimateRule
    adjustments: tuple[Adjustment, ...]
    assumes: tuple[Assume, ...]
    domain: Mapping[str, tuple[str, ...]]
    period_starts: tuple[date, ...]
    vocabulary: Vocabulary


@dataclass(frozen=True)
class Book:
    """The computations of one policy by kind of care."""

    policy: Policy
    by_care: Mapping[str, Computation]

    @classmethod
    def of(cls, policy: Policy, vocabulary: Vocabulary) -> Book:
        """The book of a policy; empty where the policy computes nothing."""
        found: dict[str, Computation] = {}
        for clause in policy.clauses:
            for rule in clause.rules:
                if isinstance(rule, EstimateRule):
                    for care in rule.estimate:
                        found[care] = _compose(policy, clause, rule, care, vocabulary)
        return cls(policy, found)


def _compose(policy: Policy, clause: Clause, rule: EstimateRule, care: str, vocabulary: Vocabulary) -> Computation:
    adjustments = tuple(
        Adjustment(holder, one)
        for holder in policy.clauses
        for one in holder.rules
        if isinstance(one, AdjustRule) and clause.id in one.adjusts and (one.care is None or care in one.care)
    )
    assumes = (*rule.assumes, *(assume for one in adjustments for assume in one.rule.assumes))
    domain: dict[str, tuple[str, ...]] = {}
    for table in tables(rule, adjustments):
        rows = tuple(row for row in table.rows if vocabulary.facts[table.by].choices[row].counts_as not in table.rows)
        domain[table.by] = tuple(dict.fromkeys((*domain.get(table.by, ()), *rows)))
    for fact in _condition_facts(assumes, adjustments):
        if fact not in domain and vocabulary.facts[fact].kind == "choice":
            domain[fact] = tuple(vocabulary.facts[fact].choices)
    dated = [one for quantity in _quantities(rule, adjustments) for one in within(quantity, Dated)]
    starts = _period_starts(dated, policy.in_force)
    return Computation(policy, clause, rule, adjustments, assumes, domain, starts, vocabulary)


def tables(rule: EstimateRule, adjustments: tuple[Adjustment, ...]) -> Iterator[Table]:
    """Every table an estimate and its adjustments look into."""
    for quantity in _quantities(rule, adjustments):
        yield from within(quantity, Table)


def _quantities(rule: EstimateRule, adjustments: tuple[Adjustment, ...]) -> Iterator[Quantity]:
    yield from rule_quantities(rule)
    for adjustment in adjustments:
        yield from rule_quantities(adjustment.rule)


def _period_starts(dated: Iterable[Dated], in_force: InForce) -> tuple[date, ...]:
    begins, ends = in_force.from_ or date.min, in_force.until or date.max
    return tuple(sorted({max(start, begins) for one in dated for start in one.dated if start <= ends}))


def _condition_facts(assumes: tuple[Assume, ...], adjustments: tuple[Adjustment, ...]) -> Iterator[str]:
    for assume in assumes:
        yield from assume.when
    for adjustment in adjustments:
        yield from adjustment.rule.when


def holds(condition: Condition, value: object, vocabulary: Vocabulary, fact: str) -> bool:
    """Whether a known value of a fact meets a condition; a choice also meets it as what it counts as."""
    if isinstance(condition, AtLeastCount):
        return not isinstance(value, str) and value is not None and value >= condition.at_least  # type: ignore[operator]
    if value in condition:
        return True
    choice = vocabulary.facts[fact].choices.get(str(value))
    return choice is not None and choice.counts_as in condition
