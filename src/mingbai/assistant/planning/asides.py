"""What a message asks of another case beside its sum, which is no part of that case.

二级医院花9000报多少,另外三级医院报几成 asks for a sum at the second level, and for no more than the ratio at the third.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.language.parts import parts_of

if TYPE_CHECKING:
    from mingbai.assistant.conversation.state import State
    from mingbai.assistant.planning.topics import TopicReader
    from mingbai.language.notes import FactValue
    from mingbai.language.utterance import SentenceReader, Utterance

_RATE = re.compile("几成|百分之(?:几|多少)|比例|几个点|门槛|起付|封顶")
_ASKS_SUM = re.compile("多少|几多|好多|呢|几何|多钱|几钱|几个钱")
_FIGURE = re.compile("[0-9]")
_OF_BAND = re.compile("(?:以上|往上|以下|以内|之间|到[^,。;]{1,6})[^,。;]{0,2}那?一?[截段块档部]")  # 八万以上那截是几成
_CASE = ("care", "hospital_level", "plan", "insured", "employment", "hardship", "care_place")
_MOST = 6
_LONGEST = 200


@dataclass(frozen=True)
class Aside:
    """A question put beside a sum in the words of the message, with its own facts, read."""

    words: str
    utterance: Utterance


class Asides:
    """Finds them with one reader of sentences."""

    def __init__(self, reader: SentenceReader, topics: TopicReader) -> None:
        self._reader = reader
        self._topics = topics

    def taken_out(self, text: str, state: State) -> tuple[str, tuple[Aside, ...]]:
        """A message without what it asks beside its sum of another case, and that; the message itself where nothing."""
        parts = parts_of(text) if len(text) <= _LONGEST and _RATE.search(text) else ()
        if not 1 < len(parts) <= _MOST:
            return text, ()
        asked = [Aside(one, self._reader.read(one)) for one in parts if _RATE.search(one) and text.count(one) == 1]
        found = [one for one in asked if self._is_beside(one)]
        rest = text
        for one in found:
            rest = rest.replace(one.words, "")
        if not found or not self._asks_sum(rest, state):
            return text, ()
        told = {**state.facts, **self._reader.read(rest).facts}
        others = tuple(one for one in found if _OF_BAND.search(one.words) or _is_of_another_case(one.utterance, told))
        return (rest, others) if len(others) == len(found) else (text, ())

    def _is_beside(self, aside: Aside) -> bool:
        """Whether a part names a case and no sum, or a band of a scale; and no other document, and compares nothing."""
        said = aside.utterance
        if _OF_BAND.search(aside.words):
            return not said.compared
        names_else = said.compared or said.places or said.policies or self._topics.has_bill(said.facts)
        return not (names_else or _FIGURE.search(aside.words)) and any(name in said.facts for name in _CASE)

    def _asks_sum(self, rest: str, state: State) -> bool:
        """Whether what is left of a message asks for a sum of a bill that it tells, or that was told before."""
        said = self._reader.read(rest)
        varies = not said.facts.keys().isdisjoint(_CASE) and self._topics.has_bill(state.facts)
        has_bill = self._topics.has_bill(said.facts) or (state.topic == "estimate" and varies)
        return has_bill and _ASKS_SUM.search(rest) is not None


def _is_of_another_case(aside: Utterance, told: Mapping[str, FactValue]) -> bool:
    return any(name in aside.facts and told.get(name) not in (None, aside.facts[name]) for name in _CASE)
