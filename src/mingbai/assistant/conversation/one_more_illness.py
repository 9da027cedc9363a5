"""One more illness than were told before: 再多查出个肺病也办下来了呢, 又加了冠心病, 我还有高血压也在本本上的."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.conversation.state import State
from mingbai.language.bills.sums import BILLS
from mingbai.language.utterance import Utterance

__all__ = ["adds_illness", "with_one_more_illness"]

_COUNT = "diseases"
_CHRONIC = "慢性病门诊"
_NUMERALS = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3}
_ILLNESS = "(?:[^,。;?!住0-9]{1,8}病|慢[性阻支]|[^,。;?!住0-9]{1,6}[症炎瘤癌]|中风|冠心|高血[压脂糖]|血[压脂糖]高)"
_ONE_MORE = re.compile(
    "(?:再|又|还|另外|后来|接着)[^,。;?!没不]{0,4}?(?:查出来?|得了?|添了?|多了?|加上?|有了?|办了?|患上?|确诊|新增)了?"
    f"(?P<many>[一两二三1-3]?)[个种样]?{_ILLNESS}(?!房|床|区|历|假)"
)
# 我还有高血压, 也有甲亢, of an illness that is known by its name; not 还有哪些病
_NAMED = re.compile(
    "(?:还|也|又|另外?|再|同时)(?:有|得|患|查出|添|多|加|带)(?:上|出|了|来)*(?:个|一个|种|一种)?(?![^,。;?!]{0,3}[哪几啥什])"
)


def with_one_more_illness(utterance: Utterance, state: State) -> Utterance:
    """What was said, with one illness more than before, where a message tells one and its kind of care counts them."""
    is_counted = _COUNT in state.facts or state.facts.get("care") == _CHRONIC
    if not is_counted:
        return utterance
    said = _ONE_MORE.search(utterance.text) if state.topic == "estimate" else None
    before, now = (facts.get(_COUNT, Decimal(1)) for facts in (state.facts, utterance.facts))
    if not isinstance(before, Decimal) or not isinstance(now, Decimal) or now > before:
        return utterance  # 又查出一样,一共三种病: told whole
    if said is None and not _names_one_more(utterance, state):
        return utterance
    facts = {name: value for name, value in utterance.facts.items() if name not in ("disease", "care")}
    many = _NUMERALS.get(said["many"], 1) if said else 1
    return replace(utterance, facts={**facts, _COUNT: before + many})


def adds_illness(utterance: Utterance, state: State) -> bool:
    """Whether a message tells one more illness than the sum before was worked out with, and asks for no papers."""
    is_of_sum = state.topic == "estimate" and not state.facts.keys().isdisjoint(BILLS)
    is_of_papers = not utterance.intents.isdisjoint(("documents", "procedure"))
    return is_of_sum and not is_of_papers and _COUNT in utterance.facts and _NAMED.search(utterance.text) is not None


def _names_one_more(utterance: Utterance, state: State) -> bool:
    """Whether a message names one more illness and tells neither a bill nor another kind of care."""
    is_elsewhere = utterance.facts.get("care", state.facts.get("care")) != state.facts.get("care")
    is_of_case = not (is_elsewhere or utterance.places or utterance.policies)
    is_named = "disease" in utterance.facts and _NAMED.search(utterance.text) is not None
    return is_named and is_of_case and utterance.facts.keys().isdisjoint(BILLS)
