"""Rules as a policy states them: which ones it has of a kind, for whom they hold, which of them a question means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from mingbai.corpus.conditions import AtLeastCount, Condition
from mingbai.corpus.kinds import FurtherRule
from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.vocabulary import DONT_KNOW, Vocabulary
from mingbai.money import short
from mingbai.rules.book import holds
from mingbai.rules.case import Case

_Rule = TypeVar("_Rule", bound=FurtherRule)
_SAID = 10
"""What a rule's own words in a question weigh against a pair of characters that both share."""


@dataclass(frozen=True)
class Stated(Generic[_Rule]):
    """A rule with the policy and the clause that state it."""

    policy: Policy
    clause: Clause
    rule: _Rule


def stated(policy: Policy, kind: type[_Rule]) -> tuple[Stated[_Rule], ...]:
    """Every rule of a kind in a policy, in the order of the file."""
    return tuple(
        Stated(policy, clause, rule) for clause in policy.clauses for rule in clause.rules if isinstance(rule, kind)
    )


def relevant(rules: Sequence[Stated[_Rule]], question: str) -> tuple[Stated[_Rule], ...]:
    """The rules that share words with a question, the closest first."""
    scores = [_score(one, question) for one in rules]
    order = sorted(range(len(rules)), key=lambda position: -scores[position])
    return tuple(rules[position] for position in order if scores[position])


def _score(one: Stated[_Rule], question: str) -> int:
    said = sum(_SAID + len(word) for word in (one.rule.name, *one.rule.says) if word in question)
    own = "。".join((one.rule.name, one.clause.title, *one.rule.says))
    return said + len(pairs_of_signs(own) & pairs_of_signs(question))


def pairs_of_signs(text: str) -> set[str]:
    """The pairs of neighbouring characters of a text, without those that have a mark in them."""
    pairs = (text[start : start + 2] for start in range(len(text) - 1))
    return {pair for pair in pairs if pair.isalnum()}


def meets(when: Mapping[str, Condition], case: Case, vocabulary: Vocabulary) -> bool | None:
    """Whether a case meets every condition; None where a fact that decides it is not known."""
    unknown = unknown_facts(when, case)
    known = {fact: condition for fact, condition in when.items() if fact not in unknown}
    if not all(holds(condition, case.get(fact), vocabulary, fact) for fact, condition in known.items()):
        return False
    return None if unknown else True


def unknown_facts(when: Mapping[str, Condition], case: Case) -> tuple[str, ...]:
    """The facts of some conditions that the case does not hold."""
    return tuple(fact for fact in when if case.get(fact) in (None, DONT_KNOW))


def condition_words(when: Mapping[str, Condition], vocabulary: Vocabulary) -> str:
    """Conditions as people read them: "参保人群是学生、儿童,就医地点是外地"."""
    return ",".join(_condition(vocabulary.facts[fact].label, condition) for fact, condition in when.items())


def _condition(label: str, condition: Condition) -> str:
    if isinstance(condition, AtLeastCount):
        return f"{label}不少于{short(condition.at_least)}"
    return f"{label}是{'、'.join(condition)}"
