"""Whose case a conversation tells: what belongs to one person does not go over to the next one named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mingbai.assistant.conversation.state import SEARCHED, State, Topic
from mingbai.language.bills.several import Bill
from mingbai.language.bills.sums import BILLS
from mingbai.language.bills.visits import asks_all
from mingbai.language.notes import FactValue
from mingbai.language.people.grown import MINORS
from mingbai.language.people.persons import ME, called, is_of_household, is_same, whose
from mingbai.language.utterance import Utterance

_Facts = Mapping[str, FactValue]

_OF_A_PERSON = (
    "insured",
    "employment",
    "hardship",
    "diseases",
    "disease",
    "child_major_disease",
    "realtime_assistance",
    "used_this_year",
    "special_used_this_year",
    "deductible_paid",
    "limit_used",
    "carried_over",
)
_OF_A_VISIT = ("filed", "care_place", "urgent", "self_funded", "marked_drugs", "basic_paid")
_COUNTED = "admission"  # which stay of the year it was: neither the next person's nor that of another bill
_INSURED, _PLAN = "insured", "plan"
_CHILD, _OLD = "儿童", "老人"
_UNNAMED = "前面那位"
_WHAT_OF = re.compile("呢[?。]?$")
_BARE = 14  # characters of a message that only names somebody
_CHILDS_ILLNESS = ("child_major_disease", "disease")
_SAME_AGAIN = re.compile("一样|同样|一个样|说错|讲错|弄错|搞错|记错|不对|不是")  # 我爸也一样; 说错了,是我妈
_HOUSEHOLD = re.compile("全家|一家|家里|家庭|户|[我俺咱他她]们?家(?!的?[^,。;]{0,3}[一个老])")
_ALSO_SENT = re.compile("(?:也|同样|照样)[^,。;?!]{0,6}(?:转[院诊走出到去]|批|备案|登记|外地|外头|那[里边儿家])")
"""也是转院去的: the visit was like the one before, which is told of the next person's too."""
_SENT = ("filed", "care_place")
_STATED = re.compile("[我俺他她][^,。;?!]{0,4}(?:是|得了)")  # 我是学生,要带什么材料 tells of the case
_OF_SUM = re.compile("报(?!名)|补|赔")


def passed_on(state: State, utterance: Utterance, topic: Topic) -> State:
    """The state before a message tells its facts, without what belonged to another person than the one it is about.

    What is said of the household or the insurance stays, and so does the visit where no other bill is told (我爸呢).
    What had been told of somebody comes back with them. A question put to clauses in between (新生儿怎么参保) lends
    its person to the answer alone.
    """
    if topic in SEARCHED:
        return _lending(_grown_up(state, utterance), utterance)
    state = _of_household(_taken_back(state, utterance), utterance)
    before = state.whose or _group(state.facts)
    named = _named(state, utterance, before)
    if not named or any(is_same(before, one) for one in named):
        kept = next((one for one in named if is_same(before, one)), state.whose)
        return _grown_up(replace(state, whose=kept), utterance)
    now = named[-1]
    has_bill, tells_bill = not state.facts.keys().isdisjoint(BILLS), not utterance.facts.keys().isdisjoint(BILLS)
    is_other_case = bool(before) or (has_bill and tells_bill)
    is_answer = state.asked in utterance.facts and not (has_bill and tells_bill)
    if is_answer or not is_other_case or _SAME_AGAIN.search(utterance.text):
        return _without_childhood(replace(state, whose=now), now)
    earlier = _bills_before(state, before) if has_bill and tells_bill and asks_all(utterance.text) else ()
    after = replace(_with_another(state, before, now, tells_bill=tells_bill), bills=earlier or state.bills)
    alike = {name: state.facts[name] for name in _SENT if name in state.facts and _ALSO_SENT.search(utterance.text)}
    return replace(after, facts={**after.facts, **alike})


def asks_of_another(state: State, utterance: Utterance) -> bool:
    """Whether a message asks the same of somebody else and says nothing more (我呢; 那我爸呢; 我爸一样的呢)."""
    is_reckoned = state.topic in ("estimate", "compare") and not state.facts.keys().isdisjoint(BILLS)
    is_bare = len(utterance.text) <= _BARE and _WHAT_OF.search(utterance.text) is not None
    asks_more = not utterance.intents.isdisjoint((*SEARCHED, "compare", "difference"))
    return is_reckoned and is_bare and not asks_more and bool(whose(utterance.text))


def _with_another(state: State, before: str, now: str, *, tells_bill: bool) -> State:
    """The state with another person's case begun."""
    own = {name for name in _OF_A_PERSON if name not in state.of_household}
    if not is_of_household(now):  # nor is my neighbour's plan mine
        own = {*_OF_A_PERSON, _PLAN}
    gone = {*own, _COUNTED, *(_OF_A_VISIT if tells_bill else ())}
    theirs = {name: value for name, value in state.facts.items() if name in own}
    others = {name: told for name, told in state.others.items() if not is_same(name, now)}
    known = next((told for name, told in state.others.items() if is_same(name, now)), {})
    kept = {name: value for name, value in state.facts.items() if name not in gone}
    return replace(
        state,
        facts={**kept, **known},
        whose=now,
        others={**others, **({before: theirs} if before else {})},
        paid=None,
    )


def _bills_before(state: State, before: str) -> tuple[Bill, ...]:
    """The bills told so far, each with what belongs to its person, where another one's is to be added."""
    own = {name: value for name, value in state.facts.items() if name in (*_OF_A_PERSON, *_OF_A_VISIT, _COUNTED)}
    kept = {name: value for name, value in own.items() if name not in state.of_household}
    earlier = state.bills or (Bill({}),)
    return tuple(Bill({**kept, **one.facts}, one.whose or called(before) or _UNNAMED) for one in earlier)


def _without_childhood(state: State, now: str) -> State:
    """The state without the word that it is a child's case, where it is none's (说错了,是我老公)."""
    group = _group(state.facts)
    if not group or is_same(group, now):
        return state
    gone = {_INSURED, *(name for name in _CHILDS_ILLNESS if name != "disease" or _is_childs(state.facts.get(name)))}
    return replace(state, facts={name: value for name, value in state.facts.items() if name not in gone})


def _named(state: State, utterance: Utterance, before: str) -> tuple[str, ...]:
    """Those whom a message is about; a group where it tells a bill of one of it (学生二级4000)."""
    named = whose(utterance.text, is_sure=not state.whose or state.whose == ME)
    told = _group(utterance.facts)
    if ME in named and told in MINORS and is_same(before, told):  # 我也是学生
        return (before,)
    is_of_group = told and not named and not utterance.facts.keys().isdisjoint(BILLS)
    return (told,) if is_of_group else named


def _group(facts: _Facts) -> str:
    """The group that the person of some facts is told to be of, where that tells them from others."""
    insured = str(facts.get(_INSURED, ""))
    return insured if insured in (*MINORS, _OLD) else ""


def _grown_up(state: State, utterance: Utterance) -> State:
    """The state without a child's illness where the same is asked of an adult (大人呢)."""
    if utterance.facts.get(_INSURED, state.facts.get(_INSURED, _CHILD)) in MINORS:
        return state
    gone = {name for name in _CHILDS_ILLNESS if name != "disease" or _is_childs(state.facts.get(name))}
    return replace(state, facts={name: value for name, value in state.facts.items() if name not in gone})


def _is_childs(disease: object) -> bool:
    return isinstance(disease, str) and disease.startswith(_CHILD)


def _of_household(state: State, utterance: Utterance) -> State:
    """The state with the facts that were told of a whole household (我家是低保户)."""
    if "hardship" not in utterance.facts:
        return state
    others = state.of_household - {"hardship"}
    return replace(state, of_household=others | {"hardship"} if _HOUSEHOLD.search(utterance.text) else others)


def _lending(state: State, utterance: Utterance) -> State:
    """The state that remembers the facts of its person which a question about somebody else covers."""
    is_of_case = _STATED.search(utterance.text) or _OF_SUM.search(utterance.text)
    if is_of_case or state.facts.keys().isdisjoint(BILLS):
        return state
    covered = {name: state.facts.get(name) for name in utterance.facts if name in _OF_A_PERSON}
    return replace(state, covered={**covered, **state.covered})


def _taken_back(state: State, utterance: Utterance) -> State:
    """The state with its own facts again, once a message goes on with the case (那刚才的住院,二级呢)."""
    if not state.covered or not utterance.facts:
        return replace(state, covered={})
    kept = {name: value for name, value in state.facts.items() if name not in state.covered}
    own = {name: value for name, value in state.covered.items() if value is not None}
    return replace(state, facts={**kept, **own}, covered={})
