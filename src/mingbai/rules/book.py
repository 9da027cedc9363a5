"""The estimates a policy can give, each put together once: rule, adjustments, assumptions, the facts it turns on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mingbai.corpus.audit import step_quantities
from mingbai.corpus.conditions import AtLeastCount, Condition
from mingbai.corpus.models import AdjustRule, Assume, Clause, EstimateRule, Policy
from mingbai.corpus.values import Change, Quantity, Table
from mingbai.corpus.vocabulary import Vocabulary


@dataclass(frozen=True)
class Adjustment:
    """A change that holds for some cases, and the clause that says so."""

    clause: Clause
    rule: AdjustRule


@dataclass(frozen=True)
class Computation:
    """One estimate of a policy with all that bears on it.

    `domain` holds, for each fact of choices it turns on, the choices that make a difference.
    """

    policy: Policy
    clause: Clause
    rule: EstimateRule
    adjustments: tuple[Adjustment, ...]
    assumes: tuple[Assume, ...]
    domain: Mapping[str, tuple[str, ...]]
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
    return Computation(policy, clause, rule, adjustments, assumes, domain, vocabulary)


def tables(rule: EstimateRule, adjustments: tuple[Adjustment, ...]) -> Iterator[Table]:
    """Every table an estimate and its adjustments look into."""
    for step in rule.steps:
        for quantity in step_quantities(step):
            yield from _nested(quantity)
    for adjustment in adjustments:
        for change in (adjustment.rule.share, adjustment.rule.deductible, adjustment.rule.cap):
            if change:
                yield from _changed_tables(change)


def _changed_tables(change: Change) -> Iterator[Table]:
    for one in change.readings or (change,):
        if one.replace is not None:
            yield from _nested(one.replace)


def _nested(quantity: Quantity) -> Iterator[Table]:
    if isinstance(quantity, Table):
        yield quantity
        for row in quantity.rows.values():
            yield from _nested(row)


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
