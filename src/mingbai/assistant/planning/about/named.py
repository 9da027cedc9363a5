"""What a message names itself: whose rule it is about, a case, so many persons."""

from __future__ import annotations

import re

from mingbai.assistant.leads.question import Question
from mingbai.language.utterance import Utterance

FOLLOW_UP = 14  # characters of a message that only varies the question before
OF_A_PERSON = frozenset({"insured", "hardship", "employment"})
_OF_YEAR = re.compile("[0-9]{2}年")


def names_something(utterance: Utterance) -> bool:
    """Whether a message says itself what it is about."""
    return bool(utterance.facts or utterance.places or utterance.policies or utterance.schemes)


def names_place(utterance: Utterance) -> bool:
    """Whether a message says itself whose rule it is about."""
    return bool(utterance.places or utterance.policies or utterance.schemes or utterance.other_places)


def varies_case(utterance: Utterance) -> bool:
    """Whether a message names a case of its own: a fact, a place, a scheme, a year, so many persons."""
    return names_something(utterance) or _OF_YEAR.search(utterance.text) is not None or counts_heads(utterance)


def counts_heads(utterance: Utterance) -> bool:
    """Whether a message says how many persons it is about (我们班38个人,有2个不交)."""
    return Question.read(utterance.text).heads is not None
