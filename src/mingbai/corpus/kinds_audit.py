"""What a reader cannot see in one record of the further kinds: unknown facts, rows that stand twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from mingbai.corpus.audit import condition_messages
from mingbai.corpus.conditions import AtLeastCount, Condition
from mingbai.corpus.kinds import (
    CoversRule,
    DocumentsRule,
    ExcludesRule,
    FurtherRule,
    PremiumBaseRule,
    PremiumRule,
    WaitingRule,
    WindowRule,
)
from mingbai.corpus.kinds.lists import LostItem
from mingbai.corpus.models import Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.vocabulary import Vocabulary


def audit_kinds(policy: Policy, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every name in the further rules of a policy that leads nowhere, and every row written twice."""
    bases = set(_bases(policy))
    for clause in policy.clauses:
        for rule in (one for one in clause.rules if isinstance(one, FurtherRule)):
            messages = [message for when in _conditions(rule) for message in condition_messages(when, vocabulary)]
            messages += [f"“{row}”写了两次" for row in _twice(_rows(rule))]
            if isinstance(rule, PremiumRule):
                messages += _ambiguous(rule, vocabulary)
            if isinstance(rule, PremiumBaseRule) and rule.of not in bases:
                messages.append(f"没有一项 premium 的 of 是“{rule.of}”;有的是 {'、'.join(sorted(bases))}")
            for message in messages:
                yield Problem(policy.file, clause.line, f"条款 {clause.id}:{message}")


def _bases(policy: Policy) -> Iterator[str]:
    for clause in policy.clauses:
        for rule in clause.rules:
            if isinstance(rule, PremiumRule):
                yield from (group.of for group in rule.groups if isinstance(group.of, str))


def _conditions(rule: FurtherRule) -> Iterator[dict[str, Condition]]:
    yield rule.when
    match rule:
        case PremiumRule():
            yield from (group.when for group in rule.groups)
        case WaitingRule():
            yield rule.none_for
        case DocumentsRule() | CoversRule() | ExcludesRule():
            yield from (item.when for item in rule.items if not isinstance(item, LostItem))


def _rows(rule: FurtherRule) -> list[str]:
    """What may stand in a rule only once, in words."""
    match rule:
        case PremiumRule():
            return [" ".join(map(str, filter(None, (group.who, group.year, group.note)))) for group in rule.groups]
        case WindowRule():
            return [str(one.year) for one in rule.exceptions]
        case DocumentsRule():
            named = [item for item in rule.items if not isinstance(item, LostItem)]
            return [f"{item.item} {item.if_ or ''} {item.when or ''}".strip() for item in named]
        case CoversRule() | ExcludesRule():
            return [item.item for item in rule.items if not isinstance(item, LostItem)]
    return []


def _ambiguous(rule: PremiumRule, vocabulary: Vocabulary) -> Iterator[str]:
    """Rows that one person may meet together, of which none is for the narrower group."""
    for one, other in combinations([group for group in rule.groups if group.when], 2):
        ranked = one.when.keys() > other.when.keys() or other.when.keys() > one.when.keys()
        if one.year == other.year and one.pays.keys() & other.pays.keys() and not ranked:
            shared = one.when.keys() & other.when.keys()
            if not any(_exclude(one.when[fact], other.when[fact], fact, vocabulary) for fact in shared):
                yield f"“{one.who}”和“{other.who}”可能同时适用,分不出用哪一行;窄的那一行要把宽的条件也写上"


def _exclude(one: Condition, other: Condition, fact: str, vocabulary: Vocabulary) -> bool:
    """Whether no value of a fact meets both conditions."""
    if isinstance(one, AtLeastCount) or isinstance(other, AtLeastCount) or fact not in vocabulary.facts:
        return False
    choices = vocabulary.facts[fact].choices
    met = [
        {name for name, choice in choices.items() if name in words or choice.counts_as in words}
        for words in (one, other)
    ]
    return not met[0] & met[1]


def _twice(rows: Sequence[str]) -> list[str]:
    return [row for row in dict.fromkeys(rows) if rows.count(row) > 1]
