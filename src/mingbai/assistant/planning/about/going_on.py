"""Whether a message goes on with what was looked up: doubts it, or asks it of another case, figure or thing."""

from __future__ import annotations

import re
from decimal import Decimal

from mingbai.assistant.conversation.state import SEARCHED, State
from mingbai.assistant.follow_ups.another_figure import LONGEST, with_another_figure
from mingbai.assistant.leads.late import asks_fee
from mingbai.assistant.leads.question import Question
from mingbai.assistant.planning.about.named import (
    FOLLOW_UP,
    OF_A_PERSON,
    counts_heads,
    names_place,
    names_something,
    varies_case,
)
from mingbai.assistant.planning.about.questions import is_question
from mingbai.assistant.planning.about.rates import BOUNDS, OF_SUM
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.language.utterance import Utterance

_OF_ALL = re.compile(  # 一共要交多少; 大家个人合计呢
    "(?:[一总拢]共|加起来|合计|全家|一家)[^,。;报补]{0,6}[交缴掏出](?:多少|好多|几多)"
    "|^(?:那|大家|全部?|所有人?|我们|的){0,3}(?:个人|单位|公司|职工|自己)[^,。;报补0-9]{0,5}(?:[一总拢]共|合计|加起来)[^,。;报补0-9]{0,5}$"
)
_HOUSE = re.compile("全家|一家(?![医公单])|[我俺咱](?:们)?家|屋[头里]|家里|大家都|都(?=[买选交上换])")
_TIER = re.compile("档|[高低贵]的|便宜")
_PAYS_IN = re.compile(  # 全家都买高的比都买低的一年多出好多, 那全家都上二档一年要多少
    "(?:[买选交缴上换]|档)[^。;!?报补赔]{0,20}(?:多少|好多|几多|几[块个]钱?|差)"
)
_WHAT_OF = re.compile(
    "^(?![你您])(?:(?:那|要是|如果|万一|假如).{1,12}(?:呢|(?<!是)的)|[一-鿿]{2,8}呢|(?:要是|如果|那).{1,12}嘛|其中[一-鿿]{2,8})[??]?$"
)
_BY_WHICH = re.compile(
    "凭(?:啥|什么)[^,。;?!]{0,3}(?:卡|证|件|单|材料|票|资格|条件)"
)  # 凭啥卡: which one, and no doubt
_BACK = re.compile("那|这个|它|[他她]们|其中|剩下|其余|还要|还需")
HOW_MUCH = re.compile("多少|几|好多|算")
_TAKEN_OFF = re.compile(  # 职工自己扣多少, 个人还是扣10块?
    "(?:职工|个人|自己|本人|工资里?)[^,。;0-9报赔补]{0,4}[扣交缴][^,。;0-9]{0,3}(?:多少|几|好多|[0-9.]+(?:块钱?|元)[吗么不吧]?[?]?$)"
)


def doubts(utterance: Utterance, state: State) -> bool:
    """Whether a message only asks back about the answer before it (你算错了吧; 哪一条写的; 为什么这么少)."""
    is_answered = state.question if state.topic in SEARCHED else state.policy and state.topic
    is_doubt = "recheck" in utterance.intents and not _BY_WHICH.search(utterance.text)
    return bool(is_answered) and is_doubt and utterance.says_nothing_new


def goes_on(utterance: Utterance, state: State, bills: SettledBills) -> bool:
    """Whether a message asks again what was looked up, of another case (二档呢; 那2009年呢) or thing (那车祸呢)."""
    if state.topic not in SEARCHED or not state.question:
        return False
    other = with_another_figure(state.question, utterance.text)
    is_of_figure = other is not None
    is_owed = other is not None and asks_fee(other)  # 欠费10000元,滞纳金多少, then 那5000元呢: that is no bill
    is_looked_up = other is not None and state.topic == "eligibility"  # 垫了一万八能先借吗, then 两万六呢
    known = {name for name, value in state.facts.items() if utterance.facts.get(name) != value}
    is_bill = bills.any_of(known) and bills.any_of(utterance.facts)
    is_looked_up |= other is not None and not is_bill  # 人均收入2万, then 要是三万呢
    if bills.any_of({*state.facts, *utterance.facts}) and not (is_owed or is_looked_up):
        return False
    varies = varies_case(utterance) or _WHAT_OF.search(utterance.text) or is_of_figure
    is_of_person = utterance.facts.keys() | utterance.denied.keys() <= OF_A_PERSON
    longest = LONGEST if counts_heads(utterance) or is_of_figure or is_of_person else FOLLOW_UP
    is_short = len(utterance.text) <= longest and not is_question(utterance)
    is_of_thing = _WHAT_OF.search(utterance.text) is not None  # 管理费呢, after how many persons work there
    idle = {"estimate", "money_rule"} if is_of_figure or is_of_thing else {"estimate"}
    idle |= {"fact"} if is_of_thing and utterance.asks in BOUNDS else set()  # 二档最多呢
    asks_nothing = not utterance.intents or (utterance.intents <= idle and _says_only_case(utterance.text))
    return bool(varies) and is_short and asks_nothing and not utterance.problem


def _says_only_case(text: str) -> bool:
    """Whether a message has no word of paying: that it asks for a sum was then only heard (换成三级呢)."""
    return not (OF_SUM.search(text) or HOW_MUCH.search(text))


def counts_before(utterance: Utterance, state: State) -> bool:
    """Whether a message asks what all pay whom one before it counted (我家四口, then 一年一共交多少).

    Or what somebody pays by the average wage that one before it told (月均工资1000, then 个人每月交多少, 自己扣多少).
    """
    if utterance.places or utterance.policies or utterance.other_places:
        return False
    told = Question.read(state.thread)
    asks = utterance.asks == "premium" or _TAKEN_OFF.search(utterance.text) is not None
    if told.city_average and asks and not Question.read(utterance.text).city_average:
        return True
    is_of_all = _OF_ALL.search(utterance.text) is not None and not (counts_heads(utterance) or names_place(utterance))
    return is_of_all and told.heads is not None


def heads_before(utterance: Utterance, state: State) -> Decimal | None:
    """How many live in the house of which a message asks what they pay in, told before it (屋头五口人); else None."""
    is_of_house = all(one.search(utterance.text) for one in (_HOUSE, _TIER, _PAYS_IN))
    if not is_of_house or counts_heads(utterance) or names_place(utterance) or Question.read(utterance.text).heads:
        return None
    return Question.read(state.thread).heads


def refers_back(utterance: Utterance) -> bool:
    """Whether a message asks more of what the answer before it was about (那要带什么材料; 那个要多久)."""
    is_short = len(utterance.text) <= FOLLOW_UP
    return is_short and _BACK.match(utterance.text) is not None and not names_something(utterance)
