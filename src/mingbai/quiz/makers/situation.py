"""Conditions on the facts of a case as a question words them."""

from __future__ import annotations

from mingbai.corpus.conditions import AtLeastCount, When
from mingbai.corpus.vocabulary import YES_NO, Fact, Vocabulary
from mingbai.money import short


def situation(when: When, vocabulary: Vocabulary) -> str:
    """Conditions in words that also read well for a yes or no: "登记、同意或转诊手续:否"."""
    parts = []
    for fact, condition in when.items():
        label = vocabulary.facts[fact].label
        if isinstance(condition, AtLeastCount):
            parts.append(f"{label}:{short(condition.at_least)}{vocabulary.facts[fact].unit or '元'}或更多")
        else:
            first, *others = condition
            parts.append("或".join((choice_words(vocabulary.facts[fact], first), *others)))
    return ";".join(parts)


def choice_words(fact: Fact, choice: str) -> str:
    """A choice as it reads alone: 退休, 没享受实时救助的; the fact is named where the choice is not clear."""
    if choice in YES_NO:
        return fact.told(choice)
    return choice if choice in fact.label else f"{fact.label}:{choice}"
