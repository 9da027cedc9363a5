"""The kind of care that a message tells, together with the one that was told before it."""

from __future__ import annotations

import re
from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.bills.sums import BILLS
from mingbai.language.utterance import Utterance

_OUTPATIENT = "普通门诊"
_PLAIN = re.compile("普通|感冒|西[药医]|小病|咳|发烧")


def with_care_before(utterance: Utterance, state: State, vocabulary: Vocabulary) -> Utterance:
    """An utterance whose vague kind of care (是化疗) is joined with the one told before (住院), which it only explains.

    One with a bill of its own, where a bill was told before, is another case (我妈透析花了2万).
    """
    said, before = (one.facts.get("care") for one in (utterance, state))
    if before and _is_of_illness_before(utterance, state, vocabulary):
        return replace(utterance, facts={**utterance.facts, "care": before})
    choice = vocabulary.facts["care"].choices.get(str(said))
    is_another = not utterance.facts.keys().isdisjoint(BILLS) and not state.facts.keys().isdisjoint(BILLS)
    if choice is None or not choice.is_vague or not isinstance(before, str) or is_another:
        return utterance
    if before not in vocabulary.facts["care"].choices:
        return utterance
    return replace(utterance, facts={**utterance.facts, "care": vocabulary.joined_care([before, str(said)])[-1]})


def _is_of_illness_before(utterance: Utterance, state: State, vocabulary: Vocabulary) -> bool:
    """Whether 门诊 is that for the illness spoken of before (三个慢性病,上限多少, then 门诊拿了3000的药).

    Not where it is said to be plain, or a bill was told before it: that is another case.
    """
    before = state.facts.get("care")
    if utterance.facts.get("care") != _OUTPATIENT or not isinstance(before, str) or _PLAIN.search(utterance.text):
        return False
    if not state.facts.keys().isdisjoint(BILLS) or before not in vocabulary.facts["care"].choices:
        return False
    return before != _OUTPATIENT and vocabulary.joined_care([before, _OUTPATIENT]) == [before]
