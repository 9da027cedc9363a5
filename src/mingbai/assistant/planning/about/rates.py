"""Messages that ask for a rate or a bound (起付线, 封顶线, 比例) and for no sum, of one case or held side by side."""

from __future__ import annotations

import re

from mingbai.assistant.conversation.state import State
from mingbai.assistant.planning.about.named import FOLLOW_UP, names_place
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.language.utterance import Utterance

_RATE_WORDS = (
    "起付线",
    "封顶",
    "比例",
    "门槛",
    "上限",
    "最高",
    "最多",
    "限额",
    "起付标准",
    "几个点",
    "百分之",
    "几段",
    "分段",
)
BOUNDS = ("deductible", "cap")
OF_SUM = re.compile("[报赔补拿付出掏花]|划算|差多少|合适")
_BOUND_APART = re.compile(  # 门槛差多少, 起付线各是多少来着, 比例差几个点: of the rates, also after a bill
    "(?:起付线?|起付标准|门槛费?|封顶线?|限额|比例)(?:又|都|是|要)?(?:相差|差|各自?|分别|[高低多少]了?)(?:了|都|是)*(?:多少|几|好多|什么)"
)
_RATIO = re.compile("几成|百分之|比例|几个点")
_UNLIKE = re.compile("区别|不同|一样|差在|差别|差几|几成|划算|值不值|值得|哪个好")


def asks_bound_apart(text: str) -> bool:
    """Whether a text asks which deductible, cap or ratio each case has, or by how much these differ."""
    return _BOUND_APART.search(text) is not None


def contrasts(utterance: Utterance, state: State, bills: SettledBills) -> bool:
    """Whether a comparison is one of rates or rules and not of sums: no bill is told, or none is asked about."""
    tells_bill = bills.any_of(utterance.facts)  # 比例差多少,自付2万 asks of that sum, too
    if asks_bound_apart(utterance.text) and not (state.asked or tells_bill):
        return True
    names_rule = _UNLIKE.search(utterance.text) or any(word in utterance.text for word in _RATE_WORDS)
    is_of_rules = bool(names_rule) or not OF_SUM.search(utterance.text)
    told = {*state.facts, *utterance.facts, *state.compared, *utterance.compared}
    return is_of_rules and not bills.any_of(told) and not state.asked


def asks_another_rate(utterance: Utterance, state: State, bills: SettledBills) -> bool:
    """Whether a message asks another rate of what was held side by side without a bill (比例呢)."""
    is_short = len(utterance.text) <= FOLLOW_UP and not (utterance.facts or names_place(utterance))
    names_rate = any(word in utterance.text for word in _RATE_WORDS)
    return bool(state.compared) and is_short and names_rate and contrasts(utterance, state, bills)


def asks_rate(utterance: Utterance) -> bool:
    """Whether a message asks for a rate: a deductible or a cap in whatever words, others by their names."""
    return utterance.asks in BOUNDS or any(word in utterance.text for word in _RATE_WORDS)


def asks_share(utterance: Utterance) -> bool:
    """Whether a message asks for the ratio itself, which needs no exact bill (花了几十块,报百分之多少)."""
    return utterance.asks == "share" and _RATIO.search(utterance.text) is not None
