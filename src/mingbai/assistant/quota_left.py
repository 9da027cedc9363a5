"""What is left of a yearly allowance: what was spent this year is used of it, years without care were carried over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.conversation import State
from mingbai.corpus.models import Allowance
from mingbai.language.amounts import find_amounts
from mingbai.language.utterance import Utterance
from mingbai.rules.book import Book

_LEFT = re.compile(
    "(?:还|里面?|里头|账上|卡上)(?:[能可]以?)?[^,。;?!0-9]{0,4}(?:剩|余|有|用)[下得了]?[^,。;?!0-9]{0,4}(?:多少|好多|几多|几块|几个钱)"
    "|[剩余][下得了额]?[^,。;?!0-9]{0,4}(?:多少|好多|几多|几块|几个钱)"
)
_NUMERAL = "[一两二三四五六七八九1-9]"
_NOT_USED = "[^。;?!年]{0,8}?(?:没|未|不曾)(?:怎么|得|有|去|舍得)?[用花动看使](?:过|掉|脱|完)?(?!完)"
_YEARS_UNUSED = re.compile(
    f"(?:头|前|上|往|过去|这|那|之前|连着|连续)?的?(?P<years>{_NUMERAL})年{_NOT_USED}|(?P<last>去年|上年|上一年|头年|头一年){_NOT_USED}"
)
_USED_LAST_YEAR = re.compile(
    "(?:去年|上年|上一年|头年|头一年)[^,。;?!]{0,12}?[用花][了掉过]{0,2}(?=[0-9一二三四五六七八九十])"
)
_CARRIED = re.compile("剩|余|没[用花]完|结转|攒")
_BROKEN_OFF = re.compile("(?<!没)(?<!没有)(?<!不)(?<!未)断(?:过|了|交|缴|保)(?!过)|停(?:交|缴|保)|漏交")


def with_quota_left(utterance: Utterance, state: State, book: Book) -> State:
    """The state with a sum as what was used of a yearly allowance, where it is asked what is left of that.

    Else the sum is the bill (去年一分没用,今年门诊花100). Years in which nothing was used carry the whole allowance
    over, where the policy has it so.
    """
    step = _allowance(state, book)
    if step and step.plus and step.plus in state.facts and _BROKEN_OFF.search(utterance.text):
        return replace(state, facts={**state.facts, step.plus: Decimal(0)})
    years = _years_unused(utterance.text)
    if step is None or not (_LEFT.search(utterance.text) or years):
        return state
    facts = dict(state.facts)
    if step.used and "cost" in utterance.facts and _LEFT.search(utterance.text):
        facts[step.used] = _amount(facts, step.used) + _amount(facts, "cost")
        facts.pop("cost")
    if years and step.plus and step.plus not in facts and isinstance(step.allowance, Decimal):
        facts[step.plus] = step.allowance * years
    return replace(state, facts=facts)


def with_carried_over(utterance: Utterance, state: State, book: Book) -> State | None:
    """The state with what was left of last year's allowance (去年60用了25,剩下的还能用不); None where none is told."""
    step, used = _allowance(state, book), _USED_LAST_YEAR.search(utterance.text)
    if step is None or step.plus is None or used is None or not isinstance(step.allowance, Decimal):
        return None
    if not _CARRIED.search(utterance.text) or _BROKEN_OFF.search(utterance.text):
        return None
    told = next((one.value for one in find_amounts(utterance.text) if one.start == used.end()), None)
    if told is None or told > step.allowance:
        return None
    facts = {name: value for name, value in state.facts.items() if name != "cost"}
    return replace(state, topic="estimate", facts={**facts, step.plus: step.allowance - told})


def loses_what_was_left(utterance: Utterance, state: State) -> bool:
    """Whether the insurance is broken off after what was carried over was worked out (要是今年断了没交呢)."""
    return "carried_over" in state.facts and _BROKEN_OFF.search(utterance.text) is not None


def _allowance(state: State, book: Book) -> Allowance | None:
    """The yearly allowance that is all that the kind of care spoken of gets."""
    computation = book.by_care.get(str(state.facts.get("care")))
    steps = computation.rule.steps if computation and not computation.layers else ()
    return steps[0] if len(steps) == 1 and isinstance(steps[0], Allowance) else None


def _amount(facts: Mapping[str, object], fact: str) -> Decimal:
    told = facts.get(fact)
    return told if isinstance(told, Decimal) else Decimal(0)


def _years_unused(text: str) -> Decimal | None:
    """How many years before this one somebody says to have used nothing; None where the insurance was broken off."""
    said = _YEARS_UNUSED.search(text)
    if said is None or _BROKEN_OFF.search(text):
        return None
    if said["last"]:
        return Decimal(1 + ("前年" in text))
    return next(one.value for one in find_amounts(f"{said['years']}年"))
