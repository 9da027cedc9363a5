"""What figures with versions need beside their rule: the fact that decides, the policy's own time, worked cases."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import timedelta

from mingbai.corpus.audit import rule_quantities
from mingbai.corpus.models import ComputingRule, InForce, Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.values import Dated, within
from mingbai.corpus.vocabulary import SERVICE_ON, Vocabulary


def audit_versions(policy: Policy, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Versions of a figure that never hold, or that no worked case shows on both sides of the change."""
    given = {case.given.get(SERVICE_ON) for clause in policy.clauses for case in clause.cases}
    for clause in policy.clauses:
        rules = [one for one in clause.rules if isinstance(one, ComputingRule)]
        found = [one for rule in rules for quantity in rule_quantities(rule) for one in within(quantity, Dated)]
        messages = [text for one in found for text in (*_never(one, policy.in_force), *_untried(one, given))]
        if found:
            messages += _undecided(vocabulary)
        for message in dict.fromkeys(messages):
            yield Problem(policy.file, clause.line, f"条款 {clause.id}:{message}")


def _never(dated: Dated, in_force: InForce) -> Iterator[str]:
    begins, ends = in_force.bounds
    for first, last in dated.spans:
        if last < begins or first > ends:
            yield f"dated 里从 {first} 起的这一项,整段都不在 in_force 之内"


def _untried(dated: Dated, given: Collection[object]) -> Iterator[str]:
    for change in list(dated.dated)[1:]:
        for day in (change - timedelta(days=1), change):
            if day not in given:
                yield f"数在 {change} 变,要有 {SERVICE_ON}: {day} 的算例(变的前一天和当天各一个)"


def _undecided(vocabulary: Vocabulary) -> Iterator[str]:
    fact = vocabulary.facts.get(SERVICE_ON)
    if fact is None or fact.kind != "date":
        yield f"写了 dated,词汇表里就要有 kind: date 的事实 {SERVICE_ON}"
