"""Care that comes back home: after a stay elsewhere the county hospital is one's own county's (县医院看的话呢)."""

from __future__ import annotations

from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.language.utterance import Utterance

__all__ = ["at_home"]

_PLACE, _LEVEL, _ELSEWHERE, _HERE = "care_place", "hospital_level", "外地", "本地"
_NEAR = ("县级", "县中医院", "社区", "乡镇卫生院", "村卫生室")
"""Hospitals that somebody who names no place means at home; nobody is referred to one elsewhere."""


def at_home(utterance: Utterance, state: State) -> Utterance:
    """An utterance that supposes a hospital near home after care elsewhere, with where that is; else as it was."""
    is_after_elsewhere = state.topic in ("estimate", "compare") and state.facts.get(_PLACE) == _ELSEWHERE
    is_near = utterance.facts.get(_LEVEL) in _NEAR and state.facts.get(_LEVEL) not in (None, *_NEAR)
    names_where = utterance.places or utterance.other_places or utterance.policies or _PLACE in utterance.facts
    if not (is_after_elsewhere and is_near) or names_where or state.asked == _LEVEL:
        return utterance
    return replace(utterance, facts={**utterance.facts, _PLACE: _HERE})
