"""Two cases told one after the other and then held side by side: 那岳池呢, and then 差多少 or 哪个划算."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mingbai.assistant.conversation.state import POLICY, State
from mingbai.assistant.planning.about.rates import asks_bound_apart
from mingbai.assistant.sums.why_apart import asks_why_apart
from mingbai.language.comparing import asks_how_short
from mingbai.language.notes import FactValue
from mingbai.language.utterance import Utterance

_LONGEST = 16
_WHICH = "(?:哪|谁)(?:一)?(?:个|边|种|样|家|头|里|儿|处|地方)?"
_MORE = "(?:多|少|高|低|划算|合算|划得来|强|好|实惠|上算|值)"
_ASKS_WHICH = re.compile(  # 哪个多; 那到底哪边划算些; 多多少; 少报好多; 相差几多; 那亏了多少
    f"{_WHICH}[^,。;?!]{{0,6}}{_MORE}|(?<![最顶至])[多少差亏](?:报|补|赔|拿|得)?(?:了|出)?(?:多少|好多|几多)|比[^,。;?!]{{1,6}}{_MORE}|损失(?:了|掉)?(?:多少|好多|几多)"
    "|^(?:那|这|他|她|咱|我|你|们)*(?:俩|两(?:个|种|样|边|头|者|人|笔|次)?)*(?:人|之间|的)?"
    "(?:相差|差[别额距]?)(?:是|呢|[?。])*$"  # 他俩差
)

OF_TWO = frozenset({"compare", "difference"})
"""The intents of a message that only asks how two cases told before it differ."""


def as_difference(utterance: Utterance, state: State) -> Utterance:
    """An utterance that only asks how two cases told differ (哪边划算; 没登记亏多少), as one that asks just that."""
    text = utterance.text
    is_of_two = bool(state.varied) and state.topic in ("estimate", "compare") and not state.asked
    is_of_two = is_of_two and not asks_how_short(text)
    is_of_bounds = asks_bound_apart(text)
    is_bare = utterance.says_nothing_new or is_of_bounds or bool(utterance.facts)
    asks = is_bare and (is_of_bounds or _ASKS_WHICH.search(text) is not None) and _names_only_told(utterance, state)
    if not (is_of_two and asks and len(text) <= _LONGEST) and not asks_why_apart(utterance, state):
        return utterance
    return replace(utterance, facts={}, terms=(), intents=OF_TWO)


def _names_only_told(utterance: Utterance, state: State) -> bool:
    """Whether a message names nothing else than the two cases told."""
    is_elsewhere = utterance.places or utterance.policies or utterance.schemes or utterance.compared or utterance.bills
    named = utterance.facts.items()
    return not is_elsewhere and all(str(value) in state.varied.get(name, ()) for name, value in named)


def with_care_varied(state: State, before: State, utterance: Utterance) -> State:
    """The state once a message told that the care is elsewhere: of two cases compared only the later one is there."""
    was, now = str(before.facts.get("care_place", "")), state.facts.get("care_place")
    if before.topic not in ("estimate", "compare") or before.asked or now is None or was == now:
        return state
    places = {"care_place": (was, str(now))}
    state = replace(state, varied={**(state.varied if utterance.facts else {}), **places})
    is_beside = "difference" in utterance.intents and not utterance.compared
    return replace(state, compared={**state.compared, **places}) if is_beside else state


def told_under_each(state: State, policies: list[str]) -> Mapping[str, Mapping[str, FactValue]]:
    """What was told under a policy before the talk went over to another: its own facts, and what was changed since.

    There are none of the policy spoken of now, nor of one that was never spoken of: all that was told holds for them.
    """
    before, now = state.varied.get(POLICY, (None, state.policy))
    own: dict[str, Mapping[str, FactValue]] = {}
    for policy in policies:
        if policy == now or policy not in state.set_aside:
            continue
        facts = dict(state.facts_for(()) if policy != state.policy else state.facts)
        if policy == before:
            facts |= {name: was for name, (was, _) in state.varied.items() if name in facts}
        facts |= state.set_aside[policy]
        own[policy] = {name: value for name, value in facts.items() if value != ""}
    return own
