"""What is left of a yearly allowance: what was spent this year is used of it, years without care were carried over."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.conversation.state import State
from mingbai.corpus.models import Allowance
from mingbai.language.bills.sums import BILLS
from mingbai.language.numbers.amounts import find_amounts
from mingbai.language.utterance import Utterance
from mingbai.rules.book import Book

_LEFT = re.compile(
    "(?:还|里面?|里头|账上|卡上)(?:[能可]以?)?[^,。;?!0-9]{0,4}(?:剩|余|有|用)[下得了]?[^,。;?!0-9]{0,4}(?:多少|好多|几多|几块|几个钱)"
    "|[剩余][下得了额]?[^,。;?!0-9]{0,4}(?:多少|好多|几多|几块|几个钱)"
)
_NUMERAL = "[一两二三四五六七八九1-9]"
# 去年没用过; 没用完 used some of it
_NOT_USED = "[^。;?!年]{0,8}?(?:没|未|不曾)(?:怎么|得|有|去|舍得)?[用花动看使](?:过|掉|脱)?(?!完)"
_LAST_YEAR, _THIS_YEAR, _YEAR_BEFORE = "去年|上年|上一年|头年|头一年", "今年|这年|本年", "前年"
_YEARS_UNUSED = re.compile(
    f"(?:头|前|上|往|过去|这|那|之前|连着|连续)?的?(?P<years>{_NUMERAL})年{_NOT_USED}|(?P<last>{_LAST_YEAR}){_NOT_USED}"
)
_USED = "[^,。;?!年]{0,12}?[用花报][了掉过去]{0,2}(?=[0-9一两二三四五六七八九十])"
# 去年用了35, 今年又花掉30
_USED_IN = {years: re.compile(f"(?:{years}){_USED}") for years in (_YEAR_BEFORE, _LAST_YEAR, _THIS_YEAR)}
_BROKEN_NOW = re.compile(f"(?:{_THIS_YEAR})[^,。;?!]{{0,6}}(?:断|停|漏|忘|没|未)")
_PLUS = "carried_over"
_CARRIED = re.compile("剩|余|没[用花]完|结转|攒")
# 今年总共可以用几块, 加上今年的有多少, 今年能报几多
_USABLE = re.compile(
    "(?:今年|这年|现在|一共|总共|合起来|拢共|加上|连着)[^,。;?!花]{0,10}(?:多少|好多|几多|几块|几个钱)"
)
# 去年断交过, 停保, 有一年忘记交了, 中间一年没交; 一直没断交, 从来没有中断过, 没有哪年忘了交 is no break
_BREAK = re.compile(
    "(?P<not>(?:没有?|没得|不曾|未曾?|从不|不)(?:中间|中途|中)?(?:哪?一?年)?)?"
    "(?:断(?:过|了|交|缴|保|档)|停(?:交|缴|保)|漏[交缴]|忘[记了]?(?:去)?(?:交|缴|续)"
    "|(?:中间|中途|期间|[一二两那有前去明后]年|年[头份])(?:我|他|她|们|都|又|就|给|家里|屋头){0,3}"
    "(?:没有?|没得|未|不)(?:去|再|想|接着|继续|按时)?(?:[交缴]|续(?:保|费|上)?|参保)(?!过?[的吗么]|多少|钱的))"
)


def with_quota_left(utterance: Utterance, state: State, book: Book) -> State:
    """The state with a sum as what was used of a yearly allowance, where it is asked what is left of that.

    Else the sum is the bill (去年一分没用,今年门诊花100). Years in which nothing was used carry the whole allowance
    over, where the policy has it so.
    """
    if beside := _with_bill_after_last_year(utterance, state, book):
        return beside
    state = _with_allowance(utterance, state, book)
    step = _allowance(state, book)
    if step and step.plus and step.plus in state.facts and _is_broken_off(utterance.text):
        return replace(state, facts={**state.facts, step.plus: Decimal(0)})
    years = _years_unused(utterance.text)
    if step is None or not (_LEFT.search(utterance.text) or years):
        return state
    facts = dict(state.facts)
    if step.used and "cost" in utterance.facts and "cost" in facts and _LEFT.search(utterance.text):
        facts[step.used] = _amount(facts, step.used) + _amount(facts, "cost")  # what was used last year is no bill
        facts.pop("cost")
    if years and step.plus and step.plus not in facts and isinstance(step.allowance, Decimal):
        facts[step.plus] = step.allowance * years
    return replace(state, facts=facts)


def with_carried_over(utterance: Utterance, state: State, book: Book) -> State | None:
    """The state with what was left of last year's allowance (去年60用了25,剩下的还能用不); None where none is told."""
    if beside := _with_bill_after_last_year(utterance, state, book):
        return replace(beside, topic="estimate")
    if asks_what_is_usable(utterance, book):  # 去年用了12,今年又用了30,卡里还有多少
        return replace(_with_allowance(utterance, state, book), topic="estimate")
    step = _allowance(state, book)
    if step is None or step.plus is None or not _CARRIED.search(utterance.text):
        return None
    left = _left_of_last_year(utterance.text, step)
    if left is None:
        return None
    facts = {name: value for name, value in state.facts.items() if name != "cost"}
    return replace(state, topic="estimate", facts={**facts, step.plus: left})


def asks_what_is_usable(utterance: Utterance, book: Book) -> bool:
    """Whether a message tells what was left of last year's allowance, and asks what that makes with this year's.

    去年剩25,今年总共可以用几块; 去年报了35,今年一共能用多少.
    """
    step = next(iter(_cares_with_allowance(book).values()), None)
    if step is None:
        return False
    text = utterance.text
    years, left = _years_unused(text), _left_of_last_year(text, step)  # 前两年没用过,今年用掉28,还剩多少
    is_of_earlier = years is not None or left is not None
    if not (_USABLE.search(text) or (is_of_earlier and _LEFT.search(text))):
        return False
    used = {_used_in(text, one) for one in _USED_IN}
    if left is not None and _tells_more(text, used | {step.allowance, left}):
        return False  # 今年花了30,这个月又花10: which of them is this year's use is not plain
    known = used | {step.allowance}  # 门诊60块,去年剩了25: the allowance itself is no bill
    is_billed = any(value not in known for name, value in utterance.facts.items() if name in BILLS)
    is_told = step.plus in utterance.facts or left is not None or years is not None
    return is_told and not is_billed


def tells_bill_after_last_year(utterance: Utterance, care: object, book: Book) -> bool:
    """Whether a message tells what of last year's allowance was used, and a bill of this year beside it.

    去年只用了23,今年感冒看了80,要自己贴钱吗; `care` is the kind of care spoken of before.
    """
    return _bill_after_last_year(utterance, care, book) is not None


def _bill_after_last_year(utterance: Utterance, care: object, book: Book) -> Decimal | None:
    """The one sum that a message tells beside the allowance and what was used of it last year; None where none is."""
    cares = _cares_with_allowance(book)
    spoken = utterance.facts.get("care", care)
    if len(cares) != 1 or spoken not in (None, *cares) or asks_what_is_usable(utterance, book):
        return None
    (step,) = cares.values()
    used, text = _used_in(utterance.text, _LAST_YEAR), utterance.text
    if used is None or _left_of_last_year(text, step) is None or _LEFT.search(text):
        return None
    sums = {one.value for one in find_amounts(text) if one.kind == "amount" or (one.kind == "number" and one.value)}
    sums -= {step.allowance, used}
    return sums.pop() if len(sums) == 1 else None


def _with_bill_after_last_year(utterance: Utterance, state: State, book: Book) -> State | None:
    """The state with that bill, and with what was left of last year; None where a message tells none."""
    bill = _bill_after_last_year(utterance, state.facts.get("care"), book)
    if bill is None:
        return None
    ((care, step),) = _cares_with_allowance(book).items()
    left = _left_of_last_year(utterance.text, step)
    if step.plus is None or left is None:
        return None
    kept = {name: value for name, value in state.facts.items() if name not in (*BILLS, step.used)}
    return replace(state, facts={**kept, "care": care, "cost": bill, step.plus: left}, bills=())


def _with_allowance(utterance: Utterance, state: State, book: Book) -> State:
    """The state with the one kind of care that has a yearly allowance, and with what was left of that last year.

    Only where a message asks what that makes with this year's.
    """
    cares = _cares_with_allowance(book)
    if len(cares) != 1 or not asks_what_is_usable(utterance, book):
        return state
    ((care, step),) = cares.items()
    left = _left_of_last_year(utterance.text, step)
    named = {name for name in BILLS if state.facts.get(name) == step.allowance}
    gone = named if left is None else {step.used, *BILLS}  # 去年报了35 is none of this year
    facts = {name: value for name, value in state.facts.items() if name not in gone} | {"care": care}
    this_year = _used_in(utterance.text, _THIS_YEAR)
    if left is not None and this_year is not None and step.used:
        facts[step.used] = this_year
    if left is not None and step.plus and step.plus not in utterance.facts:
        facts[step.plus] = left
    return replace(state, facts=facts)


def _left_of_last_year(text: str, step: Allowance) -> Decimal | None:
    """What was left of an allowance after what was used of it last year (去年用了35); None where that is not told."""
    if not isinstance(step.allowance, Decimal):
        return None
    used = _used_in(text, _LAST_YEAR)
    if used is None and (before := _used_in(text, _YEAR_BEFORE)) is not None and _years_unused(text):
        used = before - step.allowance  # 前年用了20,去年没用: what was left of the one and all of the other
    if used is None or used > step.allowance:
        return None
    return Decimal(0) if _is_broken_off(text) else step.allowance - used


def _used_in(text: str, years: str) -> Decimal | None:
    """What a message says to have used in one of the years named (去年用了35); None where it tells no sum of it."""
    said = _USED_IN[years].search(text)
    return next((one.value for one in find_amounts(text) if said and one.start == said.end()), None)


def _tells_more(text: str, known: Collection[object]) -> bool:
    """Whether a message tells a sum that is none of those known."""
    sums = (one for one in find_amounts(text) if one.is_sum)
    return any(one.value not in known for one in sums)


def _is_broken_off(text: str) -> bool:
    """Whether a message says that the insurance was broken off; 一直没断过 says that it was not."""
    return any(one["not"] is None for one in _BREAK.finditer(text))


def loses_what_was_left(utterance: Utterance, state: State) -> bool:
    """Whether the insurance is broken off after what was carried over was worked out (要是今年断了没交呢)."""
    is_of_before = _PLUS in state.facts and _PLUS not in utterance.facts
    return is_of_before and _is_broken_off(utterance.text)


def leaves_this_year(utterance: Utterance, state: State) -> bool:
    """Whether a break in another year leaves this year's allowance; 我今年断了没交 leaves none."""
    return loses_what_was_left(utterance, state) and _BROKEN_NOW.search(utterance.text) is None


def without_what_was_lost(utterance: Utterance, state: State) -> State:
    """The state with nothing carried over, where the insurance is said to be broken off."""
    return replace(state, facts={**state.facts, _PLUS: Decimal(0)}) if loses_what_was_left(utterance, state) else state


def _cares_with_allowance(book: Book) -> dict[str, Allowance]:
    """The kinds of care that get no more than a yearly allowance to which the rest of the last is added."""
    found = {}
    for care, one in book.by_care.items():
        step = one.rule.steps[0] if len(one.rule.steps) == 1 and not one.layers else None
        if isinstance(step, Allowance) and step.plus:
            found[care] = step
    return found


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
    if said is None or _is_broken_off(text):
        return None
    if said["last"]:
        return Decimal(1 + ("前年" in text))
    return next(one.value for one in find_amounts(f"{said['years']}年"))
