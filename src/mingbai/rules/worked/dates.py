"""Worked cases of deadlines, windows, waiting times and reaches back: dates, and the days counted out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from mingbai.corpus.cases import DeadlineCase, RetroactiveCase, WaitingCase, WindowCase
from mingbai.corpus.kinds import DateRule, DeadlineRule, WaitingRule
from mingbai.corpus.values import Inferred, Lost
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short
from mingbai.rules.case import Case
from mingbai.rules.dates import DateAnswer, date_answer
from mingbai.rules.days import ONE_DAY
from mingbai.rules.stated import Stated
from mingbai.rules.worked.sums import evaluate_sum

DateCase = DeadlineCase | WindowCase | WaitingCase | RetroactiveCase


def date_differences(one: Stated[DateRule], case: DateCase, vocabulary: Vocabulary) -> Iterator[str]:
    """What a worked case says otherwise than its own count of days, or than the engine."""
    answer = date_answer(one, vocabulary, Case.read(case.given, vocabulary), case.on)
    expected = _status(case)
    if answer.status in ("none", "unknown") or expected in ("none", "unknown"):
        if answer.status != expected:
            yield f"写的是 {expected},算出来是 {answer.status}"
        return
    match case:
        case DeadlineCase():
            yield from _deadline_differences(one.rule, case, answer)
        case WaitingCase():
            yield from _waiting_differences(one.rule, case, answer)
        case WindowCase():
            yield from _window_differences(case, answer)
        case RetroactiveCase():
            yield from _unlike("from", case.from_, answer.from_on)


def _status(case: DateCase) -> str:
    if isinstance(case, RetroactiveCase):
        return "date"
    return "none" if case.none else "unknown" if case.unknown else "date"


def _deadline_differences(rule: DateRule, case: DeadlineCase, answer: DateAnswer) -> Iterator[str]:
    yield from _unlike("from", case.from_, answer.from_on)
    yield from _unlike("until", case.until, answer.until_on)
    yield from _unlike("extended", case.extended, answer.extended_until)
    if case.done and case.late != answer.is_late(case.done):
        yield f"{case.done} 办的,写的是 late: {str(case.late).lower()},算出来相反"
    if isinstance(rule, DeadlineRule) and case.until:
        yield from _count_differences(rule, abs(case.until - case.on).days, case.sum)


def _waiting_differences(rule: DateRule, case: WaitingCase, answer: DateAnswer) -> Iterator[str]:
    yield from _unlike("from", case.from_, answer.from_on)
    yield from _unlike("until", case.until, answer.until_on)
    if isinstance(rule, WaitingRule) and case.from_:
        yield from _count_differences(rule, (case.from_ - ONE_DAY - case.on).days, case.sum)


def _count_differences(rule: DeadlineRule | WaitingRule, days: int, text: str | None) -> Iterator[str]:
    """A sum of days must be the days between the dates of the case; of other units, what the rule says."""
    if text is None:
        if rule.unit in ("日", "工作日"):
            yield "日子怎么数的要写成算式,例如 sum: 30+30"
        return
    try:
        counted = evaluate_sum(text)
    except ValueError as error:
        yield str(error)
        return
    wanted = Decimal(days) + rule.from_day if rule.unit == "日" else _length(rule)
    if counted != wanted:
        yield f"算式 {text} 等于 {short(counted)},应当是 {short(wanted)}{rule.unit}"


def _length(rule: DeadlineRule | WaitingRule) -> Decimal:
    match rule.within:
        case Inferred():
            return rule.within.inferred
        case Lost():
            raise TypeError("a period that is lost has no date, and no days are counted")
        case count:
            return count


def _window_differences(case: WindowCase, answer: DateAnswer) -> Iterator[str]:
    found = tuple(one.status == "open" for one in answer.readings or (answer,))
    if case.open != found:
        yield f"写的是 open: {_states(case.open or ())},算出来是 {_states(found)}"
    for name, written, day in (
        ("from", case.from_, answer.from_on),
        ("until", case.until, answer.until_on),
        ("next", case.next, answer.next_on),
        ("effect", case.effect, answer.effect_on),
    ):
        if written is not None:
            yield from _unlike(name, written, day)


def _states(states: tuple[bool, ...]) -> str:
    return "、".join(str(one).lower() for one in states)


def _unlike(name: str, written: date | None, found: date | None) -> Iterator[str]:
    if written != found:
        yield f"{name} 写的是 {written or '无'},算出来是 {found or '无'}"
