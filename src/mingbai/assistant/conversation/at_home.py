"""Care that leaves home, or comes back: a hospital near home is no longer that of a transfer (批准转到长春花一万呢),
and after a stay elsewhere the county hospital is one's own county's (县医院看的话呢)."""

from __future__ import annotations

from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.language.bills.sums import BILLS
from mingbai.language.utterance import Utterance

__all__ = ["at_home", "without_hospital_left"]

_PLACE, _LEVEL, _ELSEWHERE, _HERE = "care_place", "hospital_level", "外地", "本地"
_NEAR = ("县级", "县中医院", "社区", "乡镇卫生院", "村卫生室")
"""Hospitals that somebody who names no place means at home; nobody is referred to one elsewhere."""


def at_home(utterance: Utterance, state: State) -> Utterance:
    """An utterance that supposes a hospital near home after care elsewhere, with where that is; else as it was."""
    is_after_elsewhere = state.topic in ("estimate", "compare") and state.facts.get(_PLACE) == _ELSEWHERE
    is_near = utterance.facts.get(_LEVEL) in _NEAR and state.facts.get(_LEVEL) not in _NEAR
    names_where = utterance.places or utterance.other_places or utterance.policies or _PLACE in utterance.facts
    if not (is_after_elsewhere and is_near) or names_where or state.asked == _LEVEL:
        return utterance
    return replace(utterance, facts={**utterance.facts, _PLACE: _HERE})


def without_hospital_left(state: State, utterance: Utterance, *, is_elsewhere: bool) -> State:
    """The state before a message, without the hospital near home where it tells the bill of care elsewhere.

    要是经批准转到长春花一万呢, after a stay in the community hospital, was in another one; `is_elsewhere` where the
    place that the message names is another one.
    """
    told = utterance.facts
    is_moved = is_elsewhere or told.get("filed") == "是" or told.get(_PLACE) == _ELSEWHERE
    is_left = is_moved and _LEVEL not in told and state.facts.get(_PLACE) != _ELSEWHERE and not state.asked
    tells_bill = not told.keys().isdisjoint(BILLS) and not state.facts.keys().isdisjoint(BILLS)
    if state.facts.get(_LEVEL) not in _NEAR or not (is_left and tells_bill):
        return state
    return replace(state, facts={name: value for name, value in state.facts.items() if name != _LEVEL})
