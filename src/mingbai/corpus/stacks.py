"""What a stack needs of the rest of its policy: layers that are computed there, and whose bills follow one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mingbai.corpus.audit import condition_messages
from mingbai.corpus.kinds.stacks import StacksRule
from mingbai.corpus.models import AdjustRule, Clause, EstimateRule, Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.vocabulary import Vocabulary

BILLS_LEFT = ("own_share", "excess")
"""The bills of later layers: all that the person still bears, or what lies above the cap of the layer before."""


def audit_stacks(policy: Policy, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every layer that leads nowhere or cannot follow another, and every stack without worked cases."""
    found = {care: (clause, rule) for clause, rule in _estimates(policy) for care in rule.estimate}
    for clause in policy.clauses:
        for rule in (one for one in clause.rules if isinstance(one, StacksRule)):
            for message in (*_own(rule, clause, found.keys(), vocabulary), *_of_layers(rule, policy, found)):
                yield Problem(policy.file, clause.line, f"条款 {clause.id}:{message}")
            for layer in rule.layers:
                for message in condition_messages(layer.when, vocabulary):
                    yield Problem(policy.file, clause.line, f"条款 {clause.id}:{message}")


def _estimates(policy: Policy) -> Iterator[tuple[Clause, EstimateRule]]:
    for clause in policy.clauses:
        yield from ((clause, rule) for rule in clause.rules if isinstance(rule, EstimateRule))


def _own(rule: StacksRule, clause: Clause, computed: Collection[str], vocabulary: Vocabulary) -> Iterator[str]:
    if rule.stacks not in vocabulary.facts["care"].choices:
        yield f"“care”没有“{rule.stacks}”这一项"
    if rule.stacks in computed:
        yield f"“{rule.stacks}”已经有算法了,叠加要用自己的名字"
    if not clause.cases:
        yield "有叠加却没有算例"


def _of_layers(rule: StacksRule, policy: Policy, found: dict[str, tuple[Clause, EstimateRule]]) -> Iterator[str]:
    for number, layer in enumerate(rule.layers):
        if layer.care is None:
            continue
        if layer.care not in found:
            yield f"这份政策不算“{layer.care}”;算的是 {'、'.join(found)}"
            continue
        holder, estimate = found[layer.care]
        if number and estimate.bill not in BILLS_LEFT:
            yield f"“{layer.care}”按 {estimate.bill} 算,接不到前一层后面;后面的层要按 {'、'.join(BILLS_LEFT)} 算"
        if not number and estimate.bill != "cost":
            yield f"第一层要按 cost 算,“{layer.care}”按 {estimate.bill} 算;原文没有的那一层写 lost"
        if number and _turns_on_bill(policy, holder, estimate):
            # between two worlds that bound it, the bill may cross the edge: the ends would no longer bound the result
            yield f"“{layer.care}”有按 {estimate.bill} 多少分的条件,不能叠加"


def _turns_on_bill(policy: Policy, holder: Clause, estimate: EstimateRule) -> bool:
    rules = (rule for clause in policy.clauses for rule in clause.rules if isinstance(rule, AdjustRule))
    return any(holder.id in rule.adjusts and estimate.bill in rule.when for rule in rules)
