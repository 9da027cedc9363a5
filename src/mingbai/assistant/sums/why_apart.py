"""Why one sum came out otherwise than the one before it (为什么多了六十; 怎么少了这么多)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from mingbai.assistant.conversation.one_after_another import of_this_person
from mingbai.assistant.conversation.state import State
from mingbai.assistant.outcome import Computed
from mingbai.assistant.sums.contrasting import figures_used
from mingbai.language.notes import FactValue
from mingbai.language.utterance import Utterance
from mingbai.money import short, words

__all__ = ["asks_why_apart", "pairs_apart", "reasons"]

_LONGEST = 16
_ASKS_WHY = re.compile(  # 为什么多了六十, 怎么会少出这么多, 差的那一千是怎么来的, 为什么两次不一样
    "(?:为什么|为何|怎么|咋|凭什么|哪来)(?!算)[^,。;?!]{0,8}(?:[多少高低](?:了|出|报|拿|给|得)|差|不一样|不同)"
    "|[多少差](?:的|出来的)[^,。;?!]{0,6}(?:怎么来|哪来|哪里来|是为什么|什么原因)"
)
_RATIO, _DEDUCTIBLE = "报销比例", "起付线"


def asks_why_apart(utterance: Utterance, state: State) -> bool:
    """Whether a message only asks why two sums told one after the other differ."""
    is_short = len(utterance.text) <= _LONGEST and utterance.says_nothing_new
    has_two = bool(state.varied) or bool(of_this_person(state))
    is_of_sums = state.topic in ("estimate", "compare") and not state.asked
    return is_short and is_of_sums and has_two and _ASKS_WHY.search(utterance.text) is not None


def pairs_apart(
    before: Mapping[str, FactValue], now: Mapping[str, FactValue]
) -> Mapping[str, tuple[FactValue | str, FactValue | str]]:
    """The facts by which two cases differ, each with what it was and what it is; empty where one did not have it."""
    names = dict.fromkeys((*now, *before))
    return {
        name: (before.get(name, ""), now.get(name, "")) for name in names if before.get(name, "") != now.get(name, "")
    }


def reasons(cases: Sequence[tuple[str, Computed]]) -> str:
    """What makes two sums differ: their deductibles and ratios; empty where these are alike."""
    found = [dict(figures_used(case.estimate)) for _, case in cases]
    if len(found) != 2:
        return ""
    told = [*_reasons([name for name, _ in cases], found)]
    return "\n".join(f"**差在{what}**:{beside}。" for what, beside in told)


def _reasons(names: Sequence[str], found: Sequence[Mapping[str, Decimal | None]]) -> Iterator[tuple[str, str]]:
    for unit in (_DEDUCTIBLE, _RATIO):
        pair = [one.get(unit) for one in found]
        was, now = (one if one is not None or unit == _RATIO else Decimal(0) for one in pair)
        if was is None or now is None or was == now:
            continue
        gap = f"{short(abs(now - was))}个百分点" if unit == _RATIO else words(abs(now - was))
        beside = ",".join(
            f"{name} {short(one)}%" if unit == _RATIO else f"{name} {words(one)}"
            for name, one in zip(names, (was, now), strict=True)
        )
        yield f"{unit}{'低' if now < was else '高'}了 {gap}", beside
