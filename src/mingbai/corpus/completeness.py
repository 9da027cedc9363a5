"""What an estimate and its adjustments need as a whole: one rule per care, full tables, nothing taken for granted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mingbai.corpus.audit import rule_quantities, step_facts
from mingbai.corpus.conditions import AtLeastCount, Condition
from mingbai.corpus.models import (
    AdjustRule,
    Bands,
    Cap,
    Clause,
    ComputingRule,
    Deductible,
    EstimateRule,
    Policy,
    Share,
    Step,
)
from mingbai.corpus.problems import Problem
from mingbai.corpus.values import Change, Table, within
from mingbai.corpus.vocabulary import Vocabulary


def incomplete(policy: Policy, vocabulary: Vocabulary) -> Iterator[Problem]:
    """What the estimates and adjustments of a policy lack."""
    for clause in policy.clauses:
        for rule in (one for one in clause.rules if isinstance(one, ComputingRule)):
            for message in _messages(rule, clause, policy, vocabulary):
                yield Problem(policy.file, clause.line, f"条款 {clause.id}:{message}")


def _messages(rule: ComputingRule, clause: Clause, policy: Policy, vocabulary: Vocabulary) -> Iterator[str]:
    if isinstance(rule, AdjustRule):
        yield from _adjustment_messages(rule, policy, vocabulary)
        return
    adjustments = _adjusting(policy, clause)
    needed = [fact for step in rule.steps for fact in step_facts(step)]
    yield from _twice(rule, policy)
    yield from _not_assumed(needed, [rule, *adjustments], vocabulary)
    yield from _missing_rows(rule, adjustments, vocabulary)


def _adjustment_messages(rule: AdjustRule, policy: Policy, vocabulary: Vocabulary) -> Iterator[str]:
    for target in filter(None, map(policy.by_id.get, rule.adjusts)):
        estimates = [one for one in target.rules if isinstance(one, EstimateRule)]
        if not estimates:
            continue
        cares = {care for one in estimates for care in one.estimate}
        for care in rule.care or ():
            if care not in cares:
                yield f"条款 {target.id} 不算“{care}”;算的是 {'、'.join(sorted(cares))}"
        yield from _missing_steps(rule, target, estimates)
        needed = [fact for fact, condition in rule.when.items() if isinstance(condition, AtLeastCount)]
        needed += [change.for_each for _, change in _changes(rule) if change.for_each]
        needed = [fact for fact in needed if fact not in {one.bill for one in estimates}]  # the bill is asked for
        yield from _not_assumed(needed, [*estimates, *_adjusting(policy, target)], vocabulary)


def _changes(rule: AdjustRule) -> Iterator[tuple[str, Change]]:
    """Each change an adjustment makes, every reading on its own, with the step it changes."""
    for name in ("share", "deductible", "cap"):
        change = getattr(rule, name)
        if change:
            for one in change.readings or (change,):
                yield name, one


def _adjusting(policy: Policy, clause: Clause) -> list[AdjustRule]:
    """The adjustments that bear on the estimates of a clause."""
    rules = [rule for holder in policy.clauses for rule in holder.rules]
    return [rule for rule in rules if isinstance(rule, AdjustRule) and clause.id in rule.adjusts]


def _twice(rule: EstimateRule, policy: Policy) -> Iterator[str]:
    first: dict[str, tuple[Clause, EstimateRule]] = {}
    for holder in policy.clauses:
        for one in holder.rules:
            if isinstance(one, EstimateRule):
                for care in one.estimate:
                    first.setdefault(care, (holder, one))
    for care in rule.estimate:
        holder, earlier = first[care]
        if earlier is not rule:
            yield f"“{care}”已在条款 {holder.id} 里算过"


def _not_assumed(needed: Sequence[str], rules: Sequence[ComputingRule], vocabulary: Vocabulary) -> Iterator[str]:
    assumed = {assume.fact for rule in rules for assume in rule.assumes}
    for fact in dict.fromkeys(needed):
        if fact in vocabulary.facts and vocabulary.facts[fact].kind != "choice" and fact not in assumed:
            yield f"“{fact}”没有人说时按多少算,要写进 assumes"


def _missing_steps(rule: AdjustRule, target: Clause, estimates: Sequence[EstimateRule]) -> Iterator[str]:
    kinds: dict[str, tuple[type[Step], ...]] = {"share": (Share, Bands), "deductible": (Deductible,), "cap": (Cap,)}
    there = [step for one in estimates for step in one.steps]
    for name in dict.fromkeys(name for name, _ in _changes(rule)):
        if not any(isinstance(step, kinds[name]) for step in there):
            yield f"{target.id} 的算法里没有 {name} 这一步"
    caps = [step.used for step in there if isinstance(step, Cap)]
    if rule.cap_of and rule.cap_of not in caps:
        yield f"{target.id} 没有用 {rule.cap_of} 的 cap;有的是 {'、'.join(filter(None, caps))}"


def _missing_rows(rule: EstimateRule, adjustments: Sequence[AdjustRule], vocabulary: Vocabulary) -> Iterator[str]:
    """Choices that one table of an estimate lists and another, by the same fact, does not."""
    own = [table for quantity in rule_quantities(rule) for table in within(quantity, Table)]
    tables: list[tuple[Table, Condition | None]] = [(table, None) for table in own]
    for one in adjustments:
        replaced = [table for quantity in rule_quantities(one) for table in within(quantity, Table)]
        tables += [(table, one.when.get(table.by)) for table in replaced]
    for table, only in tables:
        choices = vocabulary.facts[table.by].choices if table.by in vocabulary.facts else {}
        rows = dict.fromkeys(row for other, _ in tables if other.by == table.by for row in other.rows)
        for row in rows:
            reached = not isinstance(only, tuple) or row in only
            falls_back = choices[row].counts_as if row in choices else None
            if reached and row not in table.rows and falls_back not in table.rows:
                yield f"按 {table.by} 分的一张表缺“{row}”"
