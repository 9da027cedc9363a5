"""What a reader cannot see in one block: names that point elsewhere, and facts that nobody defines."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mingbai.corpus.conditions import AtLeastCount, Condition
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.models import (
    AdjustRule,
    Allowance,
    Assume,
    Bands,
    Cap,
    Clause,
    ComputingRule,
    Deductible,
    EstimateRule,
    FirstOwn,
    Policy,
    Share,
    Step,
)
from mingbai.corpus.problems import Problem
from mingbai.corpus.values import AtMost, Change, Lost, Quantity, Table, leaves, within
from mingbai.corpus.vocabulary import Vocabulary


def audit(policy: Policy, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every name in the rules of a policy that does not lead anywhere."""
    yield from _unplaced(policy)
    for clause in policy.clauses:
        for rule in (one for one in clause.rules if isinstance(one, ComputingRule)):
            for message in _rule_messages(rule, policy, vocabulary):
                yield Problem(policy.file, clause.line, f"条款 {clause.id}:{message}")
        if any(isinstance(rule, EstimateRule) for rule in clause.rules) and not clause.cases:
            yield Problem(policy.file, clause.line, f"条款 {clause.id}:有算法却没有算例")
        for table in (one for one in clause.rules if isinstance(one, PremiumRule)):
            for fact, where in table.alike_at_home.items():
                if fact not in vocabulary.facts or where not in policy.by_id:
                    message = f"条款 {clause.id}:alike_at_home 里的 {fact}: {where} 没有这项情况或这一条"
                    yield Problem(policy.file, clause.line, message)
        written = f"{clause.title}\n{clause.text}"
        for figure in (one for asked in clause.asked for one in asked.strange_figures(written)):
            yield Problem(policy.file, clause.line, f"条款 {clause.id}:asked 的回答里的 {figure},条款里没有")


def _unplaced(policy: Policy) -> Iterator[Problem]:
    """Clauses of a document with several sources that do not say in which of them they stand, or name one it lacks."""
    numbers = [int(source.part) for source in policy.sources]
    if len(set(numbers)) < len(numbers):
        yield Problem(policy.file, 1, "sources 里有两个同号的 part,条款说不清在哪一篇;请拆成两份文件")
    for clause in policy.clauses:
        wrong = sorted(set(clause.parts) - set(numbers))
        if wrong:
            yield Problem(policy.file, clause.line, f"条款 {clause.id}:来源里没有第{wrong[0]}篇")
        elif len(numbers) > 1 and not clause.parts:
            yield Problem(
                policy.file, clause.line, f"条款 {clause.id}:有几篇来源,要写明在哪一篇(> 原文 第{numbers[0]}篇 …)"
            )


def _rule_messages(rule: ComputingRule, policy: Policy, vocabulary: Vocabulary) -> Iterator[str]:
    for assume in rule.assumes:
        yield from condition_messages(assume.when, vocabulary)
        yield from _assume_messages(assume, vocabulary)
    if isinstance(rule, AdjustRule):
        yield from condition_messages(rule.when, vocabulary)
        yield from _target_messages(rule, policy)
        for change in (rule.share, rule.deductible, rule.cap):
            if change:
                yield from _change_messages(change, vocabulary)
    else:
        yield from _choice_messages("care", rule.estimate, vocabulary)
        yield from _number_messages(rule.bill, vocabulary)
        for step in rule.steps:
            for fact in step_facts(step):
                yield from _number_messages(fact, vocabulary)
    for quantity in rule_quantities(rule):
        yield from _quantity_messages(quantity, vocabulary)


def rule_quantities(rule: ComputingRule) -> Iterator[Quantity]:
    """The quantities a rule works with, those that replace others included."""
    if isinstance(rule, EstimateRule):
        for step in rule.steps:
            yield from step_quantities(step)
        return
    for change in filter(None, (rule.share, rule.deductible, rule.cap)):
        for one in change.readings or (change,):
            if one.replace is not None:
                yield one.replace


def step_quantities(step: Step) -> Iterator[Quantity]:
    """The quantities a step works with."""
    match step:
        case Deductible():
            yield step.deductible
        case Share():
            yield step.share
        case Cap():
            yield step.cap
        case Allowance():
            yield step.allowance
        case Bands():
            for band in step.bands.each:
                yield band.over
                yield band.share
                if band.up_to is not None:
                    yield band.up_to
        case FirstOwn():
            pass


def step_facts(step: Step) -> Iterator[str]:
    """The amount facts a step names, tables aside."""
    match step:
        case Cap() | Deductible():
            yield from filter(None, (step.used,))
        case Allowance():
            yield from filter(None, (step.used, step.plus))
        case FirstOwn():
            yield step.first_own.fact
        case Bands():
            yield from filter(None, (step.bands.used,))
        case _:
            pass


def _target_messages(rule: AdjustRule, policy: Policy) -> Iterator[str]:
    for target in rule.adjusts:
        clause = policy.by_id.get(target)
        if clause is None:
            yield f"adjusts 指向的条款不存在:{target};有的是 {'、'.join(estimating(policy))}"
        elif not any(isinstance(one, EstimateRule) for one in clause.rules):
            yield f"adjusts 指向的条款没有算法:{target}"


def estimating(policy: Policy) -> list[str]:
    """The ids of the clauses that hold an estimate."""

    def estimates(clause: Clause) -> bool:
        return any(isinstance(rule, EstimateRule) for rule in clause.rules)

    return [clause.id for clause in policy.clauses if estimates(clause)]


def _fact_messages(fact: str, vocabulary: Vocabulary) -> Iterator[str]:
    if fact not in vocabulary.facts:
        yield f"词汇表里没有事实“{fact}”;有的是 {'、'.join(vocabulary.facts)}"


def _number_messages(fact: str, vocabulary: Vocabulary) -> Iterator[str]:
    if fact in vocabulary.facts and vocabulary.facts[fact].kind in ("choice", "date"):
        yield f"“{fact}”不是金额"
    yield from _fact_messages(fact, vocabulary)


def _assume_messages(assume: Assume, vocabulary: Vocabulary) -> Iterator[str]:
    fact = vocabulary.facts.get(assume.fact)
    if fact is not None and fact.kind == "date":
        yield f"“{assume.fact}”是日期,不能假定,没有人说就要问"
        return
    if fact is not None and fact.kind != "choice" and not isinstance(assume.value, Decimal):
        yield f"“{assume.fact}”要是一个数,写的是 {assume.value}"
        return
    yield from _choice_messages(assume.fact, (assume.value,), vocabulary)


def _choice_messages(fact: str, values: tuple[object, ...], vocabulary: Vocabulary) -> Iterator[str]:
    if fact not in vocabulary.facts:
        yield from _fact_messages(fact, vocabulary)
        return
    choices = vocabulary.facts[fact].choices
    for value in values:
        if choices and value not in choices:
            yield f"“{fact}”没有“{value}”这一项;有的是 {'、'.join(choices)}"


def condition_messages(when: dict[str, Condition], vocabulary: Vocabulary) -> Iterator[str]:
    """What the vocabulary does not know in the conditions of a rule."""
    for fact, condition in when.items():
        if fact in vocabulary.facts and vocabulary.facts[fact].kind == "date":
            yield f"“{fact}”是日期,不能写成条件;随日期变的数写成 dated"
            continue
        counts = fact in vocabulary.facts and vocabulary.facts[fact].kind != "choice"
        if isinstance(condition, AtLeastCount):
            if not counts and fact in vocabulary.facts:
                yield f"“{fact}”不是次数,不能写 at_least"
            yield from _fact_messages(fact, vocabulary)
        elif counts:
            yield f"“{fact}”是次数,条件要写成 {{at_least: 2}} 这样"
        else:
            yield from _choice_messages(fact, condition, vocabulary)


def _quantity_messages(quantity: Quantity, vocabulary: Vocabulary) -> Iterator[str]:
    for table in within(quantity, Table):
        if table.by in vocabulary.facts and vocabulary.facts[table.by].kind != "choice":
            yield f"by 之后要是有选项的事实,“{table.by}”没有选项"
        else:
            yield from _choice_messages(table.by, tuple(table.rows), vocabulary)
    for value in leaves(quantity):
        if isinstance(value, Lost | AtMost) and value.ask:
            yield from _number_messages(value.ask, vocabulary)


def _change_messages(change: Change, vocabulary: Vocabulary) -> Iterator[str]:
    for one in change.readings or (change,):
        if one.for_each:
            yield from _number_messages(one.for_each, vocabulary)
