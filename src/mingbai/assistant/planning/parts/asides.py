"""What a message asks of another case beside its sum, which is no part of that case.

二级医院花9000报多少,另外三级医院报几成 asks for a sum at the second level, and for no more than the ratio at the third.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mingbai.assistant.which_policy.place_named import speaks_of
from mingbai.language.parts import parts_of

if TYPE_CHECKING:
    from mingbai.assistant.conversation.state import State
    from mingbai.assistant.planning.about.settled_bills import SettledBills
    from mingbai.language.notes import FactValue
    from mingbai.language.utterance import SentenceReader, Utterance

_RATE = re.compile("几成|百分之(?:几|多少)|比例|几个点|门槛|起付|封顶")
_WHETHER = re.compile(  # 可以异地直接结算吗, 门诊也能报不: of care that may be had, and not of the bill
    "(?:^|[^不])(?:可以|可不可以|能不能|能|行不行)[^,。;多几]{0,12}(?:吗|不|么|没|吧)?[??]?$"
)
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

    def __init__(self, reader: SentenceReader, bills: SettledBills) -> None:
        self._reader = reader
        self._bills = bills

    def taken_out(self, text: str, state: State) -> tuple[str, tuple[Aside, ...]]:
        """A message without what it asks beside its sum of another case, and that; the message itself where nothing."""
        parts = parts_of(text) if len(text) <= _LONGEST and (_RATE.search(text) or _ASKS_SUM.search(text)) else ()
        if not 1 < len(parts) <= _MOST:
            return text, ()
        asked = [
            Aside(one, _put_elsewhere(self._reader.read(one)))
            for one in parts
            if _asks_beside(one) and text.count(one) == 1
        ]
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
        if said.compared or said.policies or self._bills.any_of(said.facts) or _FIGURE.search(aside.words):
            return False
        is_of_insurance_there = (said.places or said.other_places) and not _is_elsewhere(said)
        return not is_of_insurance_there and any(name in said.facts for name in _CASE)

    def _asks_sum(self, rest: str, state: State) -> bool:
        """Whether what is left of a message asks for a sum of a bill that it tells, or that was told before."""
        said = self._reader.read(rest)
        varies = not said.facts.keys().isdisjoint(_CASE) and self._bills.any_of(state.facts)
        has_bill = self._bills.any_of(said.facts) or (state.topic == "estimate" and varies)
        return has_bill and _ASKS_SUM.search(rest) is not None


def _asks_beside(words: str) -> bool:
    """Whether some words ask for a rate, or whether something is paid or can be done, and for no sum."""
    return _RATE.search(words) is not None or (_WHETHER.search(words) is not None and not _ASKS_SUM.search(words))


def _put_elsewhere(said: Utterance) -> Utterance:
    """A question with care elsewhere among its facts, where it tells that by a place gone to."""
    return replace(said, facts={**said.facts, "care_place": "外地"}) if _is_elsewhere(said) else said


def _is_elsewhere(aside: Utterance) -> bool:
    """Whether a question is of care elsewhere (能不能转到成都去看), and of no insurance there."""
    named = (*aside.spoken.values(), *aside.other_places)
    is_gone_to = bool(named) and not any(speaks_of(aside.text, one) for one in named)
    return is_gone_to or (not named and aside.facts.get("care_place") == "外地")


def _is_of_another_case(aside: Utterance, told: Mapping[str, FactValue]) -> bool:
    """Whether a question tells the case otherwise than it is told; where nothing is told care is at home."""
    told = {"care_place": "本地", **told}
    return any(name in aside.facts and told.get(name) not in (None, aside.facts[name]) for name in _CASE)
