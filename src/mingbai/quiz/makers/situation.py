"""Conditions on the facts of a case as a question words them."""

from __future__ import annotations

from mingbai.corpus.conditions import AtLeastCount, When
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short


def situation(when: When, vocabulary: Vocabulary) -> str:
    """Conditions in words that also read well for a yes or no: "登记、同意或转诊手续:否"."""
    parts = []
    for fact, condition in when.items():
        label = vocabulary.facts[fact].label
        if isinstance(condition, AtLeastCount):
            parts.append(f"{label}:{short(condition.at_least)}{vocabulary.facts[fact].unit or '元'}或更多")
        else:
            parts.append(f"{label}:{'或'.join(condition)}")
    return ";".join(parts)
