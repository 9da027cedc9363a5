"""Another case of the sum worked out before it: 要是当时登记了能拿多少, 我爸退休了跟我同样情况,他是几成."""

from __future__ import annotations

import re

from mingbai.assistant.conversation.state import State
from mingbai.language.bills.sums import BILLS
from mingbai.language.utterance import Utterance
from mingbai.rules.book import Book

# 要是当时报备了的话, 换成5天内登记, 登记好了的话, 跟俺同样情况, 也花这么多
_SUPPOSES = re.compile(
    "要是|如果|假如|假设|假使|倘若|若是|换成|换作|换做|改成|的话|同样|一样|一个样"
    "|[也都](?:是|花|用)[^,。;?!]{0,2}(?:这么|那么|这个|这些)"
)
_HOW_MUCH = re.compile(
    "(?<![差高低涨升降])(?:多少|几多|好多|几何|几[成块千万百个]|百分之几|多钱|啥钱)|[又是]几(?=[,。;?!]|$)"
)
_TOLD_ALIKE = re.compile("一样不|一样吗|一样么|不一样")  # 跟在职的一样不 asks of the rule
_OF_PREMIUM = re.compile("[交缴](?:费|多少|几|好多)|保费|参保")
_BOUNDS = ("deductible", "cap")
_OF_SUM = re.compile("[报补赔给拿]")
_ELSE = frozenset({"documents", "procedure", "difference"})


def asks_what_if(utterance: Utterance, state: State, book: Book | None) -> bool:
    """Whether a message puts another choice into the case of the sum before it and asks what it comes to then.

    The choice is one by which the rules of the policy tell cases apart; whatever else is asked is looked up.
    """
    if book is None or state.topic not in ("estimate", "compare") or state.facts.keys().isdisjoint(BILLS):
        return False
    text = utterance.text
    if not _SUPPOSES.search(text) or not _HOW_MUCH.search(text):
        return False
    if _TOLD_ALIKE.search(text) or _OF_PREMIUM.search(text) or not utterance.intents.isdisjoint(_ELSE):
        return False
    if utterance.asks in _BOUNDS and not _OF_SUM.search(text):  # 享受实时救助的,起点是多少 is written
        return False
    told_apart = {fact for one in book.by_care.values() for fact in one.domain}
    choices = {name for name, value in utterance.facts.items() if isinstance(value, str) and name in told_apart}
    return any(state.facts.get(name) != utterance.facts[name] for name in choices)
