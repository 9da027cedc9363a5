"""An age and a hardship told in two messages: who is 66 and, a message later, of low income is one of the old of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.corpus.vocabulary import Choice, Vocabulary
from mingbai.language.people.grown import ages
from mingbai.language.utterance import Utterance

__all__ = ["with_age"]

_HARDSHIP = "hardship"


def with_age(utterance: Utterance, state: State, vocabulary: Vocabulary) -> Utterance:
    """What was said, with the narrower group for who is told to be old enough for it in another message of the case."""
    told = utterance.facts.get(_HARDSHIP, state.facts.get(_HARDSHIP))
    narrower = [(name, one) for name, one in _from_an_age(vocabulary) if told == one.counts_as]
    own = list(ages(utterance.text)) if narrower else []
    if not narrower or not (own or _HARDSHIP in utterance.facts):
        return utterance  # neither of the two is told just now
    told_so_far = own or [aged for text in state.said for aged in ages(text)]
    oldest = max((one.years for one in told_so_far), default=0)
    found = [name for name, one in narrower if one.from_age is not None and oldest >= one.from_age]
    if not found:
        return utterance
    grown = {} if "insured" in state.facts else {"insured": "成人"}
    return replace(utterance, facts={**grown, **utterance.facts, _HARDSHIP: found[0]})


def _from_an_age(vocabulary: Vocabulary) -> Iterator[tuple[str, Choice]]:
    """The groups that somebody of a wider one belongs to from an age on."""
    return ((name, one) for name, one in vocabulary.facts[_HARDSHIP].choices.items() if one.from_age is not None)
