"""The kind of care that a message tells, together with the one that was told before it."""

from __future__ import annotations

from dataclasses import replace

from mingbai.assistant.conversation import State
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.sums import BILLS
from mingbai.language.utterance import Utterance


def with_care_before(utterance: Utterance, state: State, vocabulary: Vocabulary) -> Utterance:
    """An utterance whose vague kind of care (是化疗) is joined with the one told before (住院), which it only explains.

    One with a bill of its own, where a bill was told before, is another case (我妈透析花了2万).
    """
    said, before = (one.facts.get("care") for one in (utterance, state))
    choice = vocabulary.facts["care"].choices.get(str(said))
    is_another = not utterance.facts.keys().isdisjoint(BILLS) and not state.facts.keys().isdisjoint(BILLS)
    if choice is None or not choice.is_vague or not isinstance(before, str) or is_another:
        return utterance
    if before not in vocabulary.facts["care"].choices:
        return utterance
    return replace(utterance, facts={**utterance.facts, "care": vocabulary.joined_care([before, str(said)])[-1]})
