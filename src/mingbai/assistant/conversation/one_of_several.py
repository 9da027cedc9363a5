"""A message that puts right one of several bills told before (社区那笔是两千五,不是一万五)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.conversation.left_open import varies
from mingbai.assistant.conversation.state import State
from mingbai.language.bills.several import Bill
from mingbai.language.bills.sums import BILLS
from mingbai.language.bills.visits import asks_all
from mingbai.language.figures.changes import CORRECTION
from mingbai.language.notes import FactValue
from mingbai.language.numbers.amounts import find_amounts
from mingbai.language.people.persons import called, whose
from mingbai.language.utterance import Utterance
from mingbai.money import short

_ONE_OF_THEM = re.compile(
    "那一?[笔次回趟张份]|这[笔张]|第[一二两三四五六1-6][笔次回趟张个]|(?:头|前|后|最后)一?[笔次回趟张个]"
)
_MORE = re.compile("又|再|还|另|加")
_DENIED = re.compile("不是[^,。;!?0-9一二两三四五六七八九十是]{0,4}$")
_FIRST, _LAST = re.compile("(?:头|前)一?[笔次回趟张个]"), re.compile("(?:最?后)一?[笔次回趟张个]")
_NUMBERED = re.compile("第([一二两三四五六1-6])[笔次回趟张个]")
_NUMBER = {**dict(zip("一二三四五六", range(6), strict=True)), **{str(one + 1): one for one in range(6)}, "两": 1}
_BY_BILL = "admission"  # 第二次 names a bill here


def with_one_put_right(utterance: Utterance, state: State) -> Utterance:
    """An utterance that tells all the bills again, with the one it puts right; as it was where it does no such thing.

    Where nothing says which of them is meant, it has the question which as its problem.
    """
    fact = next((one for one in BILLS if state.bills and all(one in bill.facts for bill in state.bills)), None)
    told = next((one for one in BILLS if isinstance(utterance.facts.get(one), Decimal)), None)
    if fact is None or told is None or utterance.bills or asks_all(utterance.text):
        return utterance
    denied = _denied(utterance.text)
    sums = [bill.facts[fact] for bill in state.bills]
    is_put_right = CORRECTION.search(utterance.text) or denied & {*sums}
    is_one = _ONE_OF_THEM.search(utterance.text) or varies(utterance.text)
    if not (is_put_right or (is_one and not _MORE.search(utterance.text))):
        return utterance
    meant = _meant(utterance, state.bills, fact, denied)
    if len(meant) != 1:
        return _left_open(utterance, told, (fact, _which(sums))) if is_put_right else utterance
    own = state.bills[meant[0]].facts
    known = {name for name, value in utterance.facts.items() if own.get(name) == value}
    put_right = {**own, fact: _right(utterance, own[fact], told)}
    bills = tuple(replace(one, facts=put_right) if at == meant[0] else one for at, one in enumerate(state.bills))
    total = sum((one.yuan(fact) for one in bills), Decimal(0))
    gone = {told, _BY_BILL, *known, *own}
    kept: dict[str, FactValue] = {name: value for name, value in utterance.facts.items() if name not in gone}
    return replace(utterance, facts={**kept, fact: total}, bills=bills, compared={}, problem=None, change=None)


def _right(utterance: Utterance, known: FactValue, told: str) -> FactValue:
    """The sum of the bill as it is put right; where only the difference is told, with that (那笔少花5000呢)."""
    value = utterance.facts[told]
    if utterance.change is None or not isinstance(known, Decimal) or not isinstance(value, Decimal):
        return value
    whole = utterance.change.of(known, value)
    return value if whole is None else whole


def _left_open(utterance: Utterance, told: str, problem: tuple[str, str]) -> Utterance:
    """An utterance that leaves the bills as they are and asks which of them it is about."""
    facts = {name: value for name, value in utterance.facts.items() if name != told}
    return replace(utterance, facts=facts, problem=problem, are_several=True)


def _denied(text: str) -> set[FactValue]:
    """The sums that a message says are not right (不是一万五)."""
    found = (one for one in find_amounts(text) if _DENIED.search(text[: one.start]))
    return {one.value for one in found if one.value is not None}


def _meant(utterance: Utterance, bills: Sequence[Bill], fact: str, denied: set[FactValue]) -> list[int]:
    """The places of the bills that a message may mean: by the sum denied, their number, whose, or what is told."""
    everyone = range(len(bills))
    if by_sum := [at for at in everyone if bills[at].facts[fact] in denied]:
        return by_sum
    if (number := _number(utterance.text, len(bills))) is not None:
        return [number] if number < len(bills) else []
    named = {called(one) for one in whose(utterance.text)}
    if by_person := [at for at in everyone if bills[at].whose in named]:
        return by_person
    told = {name: value for name, value in utterance.facts.items() if isinstance(value, str)}
    return [at for at in everyone if _fits(bills[at].facts, told)]


def _number(text: str, many: int) -> int | None:
    """The place of the bill that a message names by its number."""
    if said := _NUMBERED.search(text):
        return _NUMBER[said[1]]
    if _LAST.search(text):
        return many - 1
    return 0 if _FIRST.search(text) else None


def _fits(own: Mapping[str, FactValue], told: Mapping[str, str]) -> bool:
    """Whether a bill has something of its own that is told, and nothing otherwise."""
    known = [name for name in told if name in own]
    return bool(known) and all(own[name] == told[name] for name in known)


def _which(sums: Sequence[FactValue]) -> str:
    """The question which of the bills is put right."""
    listed = "、".join(f"{short(one)}元" for one in sums if isinstance(one, Decimal))
    return f"前面说了几笔({listed}),要改的是哪一笔?请连医院或原来的数一起说,比如“不是{short(sums[0])}是……”"  # type: ignore[arg-type]
