"""Bills told one after another, a message each: another person's, or one more of the same person in the same year.

The later ones of a person go on with what the year has left, and 一共 adds up all of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.conversation.state import State
from mingbai.language.bills.several import Bill
from mingbai.language.bills.so_far import tells_sum_so_far
from mingbai.language.bills.sums import BILLS
from mingbai.language.bills.visits import asks_all
from mingbai.language.figures.changes import CORRECTION
from mingbai.language.notes import FactValue
from mingbai.language.people.persons import called, is_same
from mingbai.language.utterance import Utterance

__all__ = ["asks_of_all", "of_this_person", "with_one_after_another"]

_UNNAMED = "前面那位"
_BY_YEAR = ("excess", "own_share")  # amounts that a year adds up
_IN_ALL = "in_all"
_COUNTED = ("admission", _IN_ALL)  # 两次一共: counts the bills
# 下半年又住院一次8000, 后来又住了, 再超3万, 春上也住过; not 又能报多少, 再多花一千呢
_ONE_MORE = re.compile(
    "(?:又|再)(?:去|到|在|因[^,。;]{1,8}|得|是|复发|犯)?(?:[^,。;?!报补赔]{0,6})?(?:住|花|看|进|用[了掉去0-9一二三四五六七八九两几]|超|做|发生|自付|开刀|次)"
    # 12月份2000, 年底2000呢, 到11月又是3000
    "|^(?:那|等|到|等到)?(?:年[底末]|(?:1[0-2]|[1-9])月(?:份|里)?|后[头面来]几?个?月)(?:的?时候)?(?:[是有去]|又是?|再?花|用)*了?[0-9一二三四五六七八九两]"
    "|(?:也|还)(?:在[^,。;?!]{1,8}|去[^,。;?!]{1,8})?(?:住|看)(?:院|病)?[过了]|另外?(?:还|又)?[花用]了?|后来|下半年|下个?月|第[二三四五六2-6][次回趟]|[另后]一?[次回趟]"
)
_OTHER_YEAR = re.compile("明年|来年|第二年|转年|后年|去年|前年|上年")
_ALSO = re.compile("也(?:是|在|住|参|交|入|买|有)|又住|再住|后来")  # 我老婆也是岳池居民; not 大病也报的话
_IF = re.compile("要是|如果|假如|假设|换成|万一")  # 要是又用了五万呢: instead of the one before
_ALL = (
    "(?:一共|总共|拢共|统共|总计|合计|共计|加起来|加一?起|加在一起|合起来|合一起|合在一起|合着|全部|全家"
    "|[两三四]个?[次回趟笔人块样项]|俩)"
)
_ASKED = re.compile(  # 我们俩一共报多少, 今年加起来报了多少, 加一起呢, 合计, 两次加起来
    f"{_ALL}[^,。;!?0-9]{{0,6}}(?:[报补赔退给付拿领]|救助|支付)[^,。;!?0-9]{{0,3}}(?:多少|几多|好多|几个?钱)"
    f"|{_ALL}[^,。;!?0-9]{{0,6}}(?:掏|出|付|贴|垫|承担|负担)[^,。;!?0-9]{{0,3}}(?:多少|几多|好多|几个?钱)"
    f"|{_ALL}{{1,2}}(?:能|可以)?(?:是?多少|几多|好多|呢|吧|啊)?[。!?]?$"
)
_LONGEST = 24  # characters of a message that only asks for all of them


def asks_of_all(utterance: Utterance, state: State) -> bool:
    """Whether a message asks what the bills told so far, a message each, come to together (两个人合起来报多少)."""
    has_several = bool(state.earlier or state.bills) and state.topic == "estimate"
    known = {*_COUNTED, *(name for name, value in utterance.facts.items() if state.facts.get(name) == value)}
    known |= {"care"} - state.facts.keys()  # 两个人加起来救助多少: what all of it was worked out as
    tells_more = utterance.facts.keys() - known or utterance.places or utterance.policies
    is_short = len(utterance.text) <= _LONGEST
    return has_several and is_short and not tells_more and _ASKED.search(utterance.text) is not None


def with_one_after_another(before: State, utterance: Utterance, state: State) -> State:
    """The state after a message, with the bills told before the present one; as several where all are asked for."""
    if before.policy not in (None, state.policy) or utterance.bills:
        return replace(state, earlier=())
    if asks_of_all(utterance, before):
        facts = {name: value for name, value in before.facts.items() if name not in _COUNTED}
        return (
            replace(state, facts=facts, bills=before.bills)
            if not before.earlier
            else _as_several(replace(state, facts=facts))
        )
    fact = _bill(state)
    if fact is None or fact not in utterance.facts or fact not in before.facts or before.asked == fact:
        return state
    if (utterance.places or utterance.policies) and not _ALSO.search(utterance.text):
        return replace(state, earlier=())  # a case of its own
    is_other = _is_other(before, state) and CORRECTION.search(utterance.text) is None
    if not is_other and fact in _BY_YEAR and tells_sum_so_far(utterance.text):
        was, now = (one.facts[fact] for one in (before, state))
        within = was if isinstance(was, Decimal) and isinstance(now, Decimal) and was < now else None
        return replace(state, earlier=(), within=within)  # 今年一共超了9万6: that before is in it
    if not is_other and (not _is_one_more(utterance) or before.asked in utterance.facts):
        return state
    if not is_other and "admission" not in utterance.facts:  # which stay it was is told of the one before
        state = replace(state, facts={name: value for name, value in state.facts.items() if name != "admission"})
    state = replace(state, earlier=_with_present(before, state, is_other=is_other))
    if len(state.bills) == len(state.earlier) + 1:  # already told as several
        return replace(state, earlier=())
    is_of_all = asks_all(utterance.text) or _ASKED.search(utterance.text)
    return _as_several(state) if is_of_all else replace(state, bills=())


def of_this_person(state: State) -> list[dict[str, FactValue]]:
    """The facts of the bills told before of the person whose case it now is, in the order in which they were told."""
    return [dict(one.facts) for one in state.earlier if one.whose == called(state.whose)]


def _is_other(before: State, state: State) -> bool:
    """Whether the case passed on to another person."""
    insured = str(before.facts.get("insured", ""))
    return bool(state.whose) and not any(is_same(one, state.whose) for one in (before.whose, insured) if one)


def _is_one_more(utterance: Utterance) -> bool:
    """Whether a message tells one more bill of the year, and neither more of the one before nor one put right."""
    if utterance.change is not None or any(one.search(utterance.text) for one in (CORRECTION, _OTHER_YEAR, _IF)):
        return False
    return _ONE_MORE.search(utterance.text) is not None


def _with_present(before: State, state: State, *, is_other: bool) -> tuple[Bill, ...]:
    """The bills told before the present one; what was told of its person takes their place unless it is one more."""
    facts = {name: value for name, value in before.facts.items() if name not in BILLS}
    last = before.bills or (
        Bill({one: before.facts[one] for one in BILLS if one in before.facts}, called(before.whose)),
    )
    told = (*before.earlier, *(replace(one, facts={**facts, **one.facts}) for one in last))
    return tuple(one for one in told if not is_other or not one.whose or not is_same(one.whose, called(state.whose)))


def _as_several(state: State) -> State:
    """The state with all of its bills as several; what holds for all of them stays with the case."""
    fact = _bill(state)
    present = {**state.facts, **(state.bills[-1].facts if state.bills else {})}
    present.pop(_IN_ALL, None)  # 又是4000,一共报多少 asks for all, and tells nothing of this bill alone
    told = (*state.earlier, Bill(present, called(state.whose)))
    if fact is None or not all(fact in one.facts for one in told):
        return state
    names = dict.fromkeys(name for one in told for name in one.facts)
    common = [name for name in names if name not in BILLS and len({one.facts.get(name) for one in told}) == 1]
    are_of_several = len({one.whose for one in told}) > 1
    bills = tuple(
        Bill(
            {name: value for name, value in one.facts.items() if name == fact or name not in (*common, *BILLS)},
            (one.whose or _UNNAMED) if are_of_several else "",
        )
        for one in told
    )
    total = sum((one.yuan(fact) for one in bills), Decimal(0))
    facts = {name: present[name] for name in common} | {fact: total}
    return replace(state, facts=facts, bills=bills, earlier=())


def _bill(state: State) -> str | None:
    return next((one for one in BILLS if one in state.facts), None)
