"""The estimates a policy can give, each put together once: rule, adjustments, assumptions, the facts it turns on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from mingbai.corpus.audit import rule_quantities
from mingbai.corpus.conditions import AtLeastCount, Condition
from mingbai.corpus.kinds.stacks import StackLayer, StacksRule
from mingbai.corpus.models import AdjustRule, Assume, Clause, EstimateRule, InForce, Policy
from mingbai.corpus.values import Dated, Quantity, Table, within
from mingbai.corpus.vocabulary import Vocabulary


@dataclass(frozen=True)
class Adjustment:
    """A change that holds for some cases, and the clause that says so."""

    clause: Clause
    rule: AdjustRule


@dataclass(frozen=True)
class Layer:
    """One layer of a stack: what it pays on the part of the bill left to it, who pays it, and for which cases."""

    computation: Computation
    rule: StackLayer


@dataclass(frozen=True)
class Computation:
    """One estimate of a policy with all that bears on it.

    `domain` holds, for each fact of choices it turns on, the choices that make a difference; `period_starts` the first
    day of each period in which its dated figures stay as they are. A stack has `layers`; its rule then holds the steps
    of all of them.
    """

    policy: Policy
    clause: Clause
    rule: EstimateRule
    adjustments: tuple[Adjustment, ...]
    assumes: tuple[Assume, ...]
    domain: Mapping[str, tuple[str, ...]]
    period_starts: tuple[date, ...]
    vocabulary: Vocabulary
    layers: tuple[Layer, ...] = ()

    @property
    def bills(self) -> tuple[str, ...]:
        """The amount facts that may be the bill, the first one the whole bill."""
        layers = (layer.computation.rule.bill for layer in self.layers)
        return tuple(dict.fromkeys((self.rule.bill, *self.rule.also_bill, *layers)))

    def bill_of(self, facts: Mapping[str, object]) -> str:
        """The amount fact that is the bill: of a stack the first layer's of which the amount is given."""
        return next((bill for bill in self.bills if bill in facts), self.rule.bill)


@dataclass(frozen=True)
class Book:
    """The computations of one policy by kind of care."""

    policy: Policy
    by_care: Mapping[str, Computation]

    @classmethod
    def of(cls, policy: Policy, vocabulary: Vocabulary) -> Book:
        """The book of a policy; empty where the policy computes nothing."""
        found: dict[str, Computation] = {}
        stacks: dict[str, Computation] = {}
        rules = [(clause, rule) for clause in policy.clauses for rule in clause.rules]
        for clause, rule in rules:
            if isinstance(rule, EstimateRule):
                for care in rule.estimate:
                    found[care] = _of_care(policy, clause, rule, care, vocabulary)
        for clause, rule in rules:
            if isinstance(rule, StacksRule):
                stacks[rule.stacks] = _stacked(policy, clause, rule, found, vocabulary)
        return cls(policy, found | stacks)


def _of_care(policy: Policy, clause: Clause, rule: EstimateRule, care: str, vocabulary: Vocabulary) -> Computation:
    adjustments = tuple(
        Adjustment(holder, one)
        for holder in policy.clauses
        for one in holder.rules
        if isinstance(one, AdjustRule) and clause.id in one.adjusts and (one.care is None or care in one.care)
    )
    assumes = (*rule.assumes, *(assume for one in adjustments for assume in one.rule.assumes))
    return _compose(policy, clause, rule, adjustments, assumes, vocabulary)


def _stacked(
    policy: Policy, clause: Clause, rule: StacksRule, found: Mapping[str, Computation], vocabulary: Vocabulary
) -> Computation:
    """A stack: its layers turn on one domain, so that a fact nobody gave is the same in all of them."""
    bare = [found[one.care] if one.care else _lost(policy, clause, rule.stacks, one, vocabulary) for one in rule.layers]
    whole = EstimateRule.model_construct(
        estimate=(rule.stacks,),
        bill=bare[0].rule.bill,
        also_bill=(),
        assumes=(),
        steps=tuple(step for one in bare for step in one.rule.steps),
    )
    adjustments = tuple(adjustment for one in bare for adjustment in one.adjustments)
    conditions = tuple(fact for one in rule.layers for fact in one.when)
    stack = _compose(policy, clause, whole, adjustments, tuple(_agreed(bare)), vocabulary, conditions)
    layers = tuple(
        Layer(replace(one, domain=stack.domain, period_starts=stack.period_starts), layer)
        for one, layer in zip(bare, rule.layers, strict=True)
    )
    return replace(stack, layers=layers)


def _lost(policy: Policy, clause: Clause, care: str, layer: StackLayer, vocabulary: Vocabulary) -> Computation:
    """A layer of which the source gives no figure: it pays something between nothing and the whole."""
    rule = EstimateRule.model_validate({"estimate": care, "steps": [{"share": {"lost": layer.lost}}]})
    return _compose(policy, clause, rule, (), (), vocabulary)


def _agreed(layers: Iterable[Computation]) -> Iterator[Assume]:
    """What the layers assume; a fact that one of them asks for is not assumed by another."""
    layers = tuple(layers)
    for one in layers:
        for assume in one.assumes:
            others = [other for other in layers if assume.fact in other.domain]
            if all(any(same.fact == assume.fact for same in other.assumes) for other in others):
                yield assume


def _compose(
    policy: Policy,
    clause: Clause,
    rule: EstimateRule,
    adjustments: tuple[Adjustment, ...],
    assumes: tuple[Assume, ...],
    vocabulary: Vocabulary,
    conditions: tuple[str, ...] = (),
) -> Computation:
    domain: dict[str, tuple[str, ...]] = {}
    for table in tables(rule, adjustments):
        rows = tuple(row for row in table.rows if vocabulary.facts[table.by].choices[row].counts_as not in table.rows)
        domain[table.by] = tuple(dict.fromkeys((*domain.get(table.by, ()), *rows)))
    for fact in (*_condition_facts(assumes, adjustments), *conditions):
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
    begins, ends = in_force.bounds
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
    return choice is not None and any(one in condition for one in choice.stands_for)
