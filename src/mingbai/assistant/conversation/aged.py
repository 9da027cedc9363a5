"""An age and a hardship told in two messages: who is 66 and, a message later, of low income is one of the old of it."""

from __future__ import annotations

from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.people.grown import GROWN, ages
from mingbai.language.utterance import Utterance

__all__ = ["with_age"]

_HARDSHIP, _INSURED = "hardship", "insured"


def with_age(utterance: Utterance, state: State, vocabulary: Vocabulary) -> Utterance:
    """What was said, with the narrower group for who is told to be old enough for it in another message of the case."""
    told = utterance.facts.get(_HARDSHIP, state.facts.get(_HARDSHIP))
    narrower = vocabulary.facts[_HARDSHIP].from_an_age(told)
    own = list(ages(utterance.text)) if narrower else []
    if not narrower or not (own or _HARDSHIP in utterance.facts):
        return utterance  # neither of the two is told just now
    told_so_far = own or [aged for text in state.said for aged in ages(text)]
    oldest = max((one.years for one in told_so_far), default=0)
    found = [name for name, age in narrower.items() if oldest >= age]
    if not found:
        return utterance
    grown = {} if _INSURED in state.facts else {_INSURED: GROWN}
    return replace(utterance, facts={**grown, **utterance.facts, _HARDSHIP: found[0]})
