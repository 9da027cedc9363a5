"""Items on deadlines, windows, waiting times and how far back something reaches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from random import Random

from mingbai.corpus.kinds import DateRule, DeadlineRule, RetroactiveRule, WaitingRule, WindowRule
from mingbai.corpus.kinds.dates import DateReadings, MonthDay, Unit
from mingbai.corpus.models import Policy
from mingbai.corpus.values import Inferred, Lost
from mingbai.money import short
from mingbai.quiz.figures import CANNOT_SAY
from mingbai.quiz.makers.situation import situation
from mingbai.quiz.prompt import Draft, Prompt, Wrong, claim, content_of
from mingbai.quiz.shelf import Shelf
from mingbai.rules.case import Case
from mingbai.rules.dates import DateAnswer, date_answer
from mingbai.rules.days import ONE_DAY, count_words, day_words
from mingbai.rules.stated import Stated, stated
from mingbai.rules.window import window_words

_EVENTS = tuple(map(date.fromisoformat, ("2019-03-07", "2019-09-26", "2020-01-17", "2021-04-28", "2022-10-31")))
_NOBODY = Case({})
_KINDS: dict[type[DateRule], str] = {
    DeadlineRule: "deadline",
    WindowRule: "window",
    WaitingRule: "waiting",
    RetroactiveRule: "retroactive",
}
_Date = Stated[DateRule]
_Period = Stated[DeadlineRule] | Stated[WaitingRule]


def date_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """How long, from when until when, and the day that comes out for drawn days."""
    for kind, name in _KINDS.items():
        for one in stated(policy, kind):
            make = partial(_make, one, name)
            if isinstance(one.rule, WindowRule):
                yield from _of_window(shelf, one, make)
            else:
                yield from _of_period(shelf, one, make)


_Make = Callable[..., Prompt]


def _make(
    one: _Date, name: str, kind: str, facts: tuple[str, ...], build: object, topic: str = "deadline", steps: int = 1
) -> Prompt:
    assert callable(build)
    named = (one.rule.name, *facts)
    return Prompt(one.policy, one.clause, topic, kind, name, content_of(one.rule), named, build, steps)


def _subject(shelf: Shelf, one: _Date) -> str:
    """Which rule is meant, and for whom."""
    condition = situation(one.rule.when, shelf.corpus.vocabulary)
    return f"按《{one.policy.title}》,“{one.rule.name}”" + (f"({condition})" if condition else "")


# -- periods ---------------------------------------------------------------------------------------------------------


def _of_period(shelf: Shelf, one: _Date, make: _Make) -> Iterator[Prompt]:
    rule = one.rule
    if isinstance(rule, WaitingRule) or (isinstance(rule, DeadlineRule) and _begins_at_once(rule)):
        topic = "unsaid" if isinstance(rule.within, Lost) else "deadline"
        yield make("period", (), partial(_length, shelf, one), topic)
    for event in () if _FIXED_DAY.search(_event_words(rule)[0]) else _EVENTS:
        day = _while_in_force(one.policy, event)
        yield make("day", (day.isoformat(),), partial(_day, shelf, one, day), steps=2)


def _begins_at_once(rule: DeadlineRule) -> bool:
    """Whether a period is counted from its event, not from some time after it or the month that follows."""
    return rule.starts is None and rule.monthly is None


_FIXED_DAY = re.compile("[年月][初底末]")
"""Events that fall on a day of their own: 次月初 is never the 26th."""


def _while_in_force(policy: Policy, day: date) -> date:
    """The day, in a year in which the policy was in force where it says so."""
    start, end = policy.in_force.from_, policy.in_force.until
    years = (day.year, *((start.year + 1, start.year) if start else ()), *((end.year,) if end else ()))
    moved = (day.replace(year=year) for year in years)
    return next((one for one in moved if (start or one) <= one <= (end or one)), day)


def _length(shelf: Shelf, one: _Date, rng: Random) -> Draft | None:
    rule = one.rule
    assert isinstance(rule, DeadlineRule | WaitingRule)
    event = rule.before if isinstance(rule, DeadlineRule) and rule.before is not None else rule.after
    if isinstance(rule, WaitingRule):
        asked = f"从{event}起,要等多久"
    else:
        asked = f"要在“{event}”以前多久" if rule.before is not None else f"从“{event}”起,有多长时间"
    question = f"{_subject(shelf, one)}{asked}?"
    lengths = list(_other_lengths(shelf, one))
    rng.shuffle(lengths)
    if isinstance(rule.within, Lost):
        right = f"{CANNOT_SAY}:{rule.within.lost}"
        return Draft("single_choice", question, right, f"原文没有给出:{rule.within.lost}。", tuple(lengths))
    is_inferred = isinstance(rule.within, Inferred)
    count = int(rule.within.inferred if isinstance(rule.within, Inferred) else rule.within)
    right = count_words(count, rule.unit)
    wrong = [Wrong(count_words(count, unit), why) for unit, why in _CONFUSED[rule.unit]]
    asked_of = f"{question}(原文没有直接写,按上下文推)" if is_inferred else question
    why = f"推出来是{right}。" if is_inferred else f"规定写的是{right}。"
    return Draft("single_choice", asked_of, right, why, (*wrong, *lengths))


_CONFUSED: dict[Unit, tuple[tuple[Unit, str], ...]] = {
    "日": (("工作日", "把自然日当成了工作日"),),
    "工作日": (("日", "把工作日当成了自然日"),),
    "月": (("日", "把月当成了日"),),
    "年": (("月", "把年当成了月"),),
}


def _other_lengths(shelf: Shelf, one: _Date) -> Iterator[Wrong]:
    for policy in shelf.corpus.policies.values():
        others: tuple[_Period, ...] = (*stated(policy, DeadlineRule), *stated(policy, WaitingRule))
        for other in others:
            if other.rule is one.rule or not isinstance(other.rule.within, Decimal):
                continue
            if not _is_about(_days_long(other.rule), _days_long(one.rule)):
                words = count_words(int(other.rule.within), other.rule.unit)
                yield Wrong(words, f"这是《{policy.title}》“{other.rule.name}”的时间")


def _days_long(rule: DateRule) -> Decimal | None:
    """About how many days a period lasts."""
    if isinstance(rule, DeadlineRule | WaitingRule) and isinstance(rule.within, Decimal):
        return rule.within * _DAYS_EACH[rule.unit]
    return None


_DAYS_EACH: dict[Unit, int] = {"日": 1, "工作日": 1, "月": 30, "年": 365}


def _is_about(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two periods are as good as the same: nobody can call 90日 wrong for 3个月."""
    return one is not None and other is not None and abs(one - other) * 10 <= other


def _day(shelf: Shelf, one: _Date, event: date, rng: Random) -> Draft | None:
    """The day that comes out for a drawn event, and the days that mistakes in counting give."""
    answer = _answer(shelf, one, event)
    outcome = _outcome(answer)
    if outcome is None or answer.readings:
        return None
    happened, asked = _event_words(one.rule)
    on = happened if happened.endswith(("日", "天")) else f"{happened}的那天"
    question = f"{_subject(shelf, one)}:{on}是{day_words(event)},{asked}?"
    wrong = [
        Wrong(day_words(day), why)
        for rule, why in _misread(one.rule)
        if (day := _outcome(_answer(shelf, replace(one, rule=rule), event))) is not None
    ]
    wrong += [
        Wrong(day_words(outcome + ONE_DAY), "多算了一天"),
        Wrong(day_words(outcome - ONE_DAY), "少算了一天"),
    ]
    why = f"规定是:{answer.words}。所以是{day_words(outcome)}。"
    return Draft("single_choice", question, day_words(outcome), why, tuple(wrong))


def _answer(shelf: Shelf, one: _Date, event: date) -> DateAnswer:
    return date_answer(one, shelf.corpus.vocabulary, _NOBODY, event)


def _outcome(answer: DateAnswer) -> date | None:
    """The one day that answers the question asked of a rule."""
    if answer.status != "date" or (answer.cause is not None and answer.kind != "deadline"):
        return None
    return answer.until_on if answer.kind == "deadline" else answer.from_on


def _event_words(rule: DateRule) -> tuple[str, str]:
    match rule:
        case DeadlineRule():
            if rule.before is not None:
                return rule.before, "最迟哪一天要办"
            longer = "(不算延长)" if rule.extend is not None else ""
            return str(rule.after), f"最后一天是哪天{longer}"
        case WaitingRule():
            return rule.after, "从哪天开始享受待遇(要等的人)"
        case RetroactiveRule():
            return rule.after or "办理之日", "最早算到哪一天"
        case WindowRule():
            raise TypeError("a window is asked about by its own days")


_EVERY_DAY = Decimal(31)


def _misread(rule: DateRule) -> Iterator[tuple[DateRule, str]]:
    """The rule with the known mistakes in it."""
    match rule:
        case DeadlineRule() | WaitingRule():
            if not (isinstance(rule, DeadlineRule) and rule.before is not None):
                turned = Decimal(1) - rule.from_day
                why = "把当天也算了进去" if turned else "没有把当天算进去"
                yield rule.model_copy(update={"from_day": turned}), why
            for unit, why in _CONFUSED[rule.unit]:
                yield rule.model_copy(update={"unit": unit}), why
            if isinstance(rule, DeadlineRule) and rule.starts is not None:
                yield rule.model_copy(update={"starts": None}), "忘了要先满一段时间才开始算"
            if isinstance(rule, DeadlineRule) and rule.monthly is not None:
                whenever = {"monthly": _EVERY_DAY}
                yield rule.model_copy(update=whenever), f"忘了{short(rule.monthly)}日以后的要再晚一个月"
                yield rule.model_copy(update={"monthly": None}), "忘了从下个月1日才开始算"
        case RetroactiveRule():
            yield rule.model_copy(update={"not_before": None}), "忘了最早只能追到哪一天"
            yield rule.model_copy(update={"months": None}), "忘了只往前追溯几个月"
            if rule.whole_month:
                yield rule.model_copy(update={"whole_month": False}), "忘了从那个月的第一天算起"


# -- windows ---------------------------------------------------------------------------------------------------------


def _of_window(shelf: Shelf, one: _Date, make: _Make) -> Iterator[Prompt]:
    rule = one.rule
    assert isinstance(rule, WindowRule)
    doubtful = any(isinstance(edge, DateReadings | Lost) for edge in (rule.from_, rule.until))
    yield make("window", (), partial(_window, shelf, one, doubtful), "unsaid" if doubtful else "deadline")
    for day in _days_around(one.policy, rule):
        yield make("window-day", (day.isoformat(),), partial(_open, shelf, one, day), steps=2)


def _window(shelf: Shelf, one: _Date, doubtful: bool, rng: Random) -> Draft:
    rule = one.rule
    assert isinstance(rule, WindowRule)
    question = f"{_subject(shelf, one)}是从什么时候到什么时候?"
    if doubtful:
        return _doubtful_window(question, rule)
    right = window_words(rule)
    others = [
        Wrong(window_words(other.rule), f"这是《{policy.title}》“{other.rule.name}”的时间")
        for policy in shelf.corpus.policies.values()
        for other in stated(policy, WindowRule)
        if other.rule is not rule
    ]
    rng.shuffle(others)
    own = [other for other in others if other.why.startswith(f"这是《{one.policy.title}》")]
    return Draft("single_choice", question, right, f"规定写的是:{right}。", (*own, *others))


def _doubtful_window(question: str, rule: WindowRule) -> Draft:
    lost = [edge.lost for edge in (rule.from_, rule.until) if isinstance(edge, Lost)]
    says = [one.says for edge in (rule.from_, rule.until) if isinstance(edge, DateReadings) for one in edge.readings]
    known = [edge for edge in (rule.from_, rule.until) if isinstance(edge, date)]
    if lost:
        right = f"{CANNOT_SAY}:{';'.join(lost)}"
        wrong = [Wrong(f"只有{day_words(day)}这一天", "把写明的一头当成了全部") for day in known]
        wrong.append(Wrong("随时都可以,没有期限", "缺了一头不等于没有期限"))
        return Draft("single_choice", question, right, f"原文缺了一头:{';'.join(lost)}。", tuple(wrong))
    right = f"有不同写法:{';'.join(says)}"
    wrong = [Wrong(f"肯定是:{one}", "只取了一种写法,原文前后不一致") for one in says]
    return Draft("single_choice", question, right, f"原文前后不一致:{';'.join(says)}。", tuple(wrong))


def _days_around(policy: Policy, rule: WindowRule) -> Iterator[date]:
    """Days on both sides of each edge of a window, in a year of the calendar for recurring ones."""
    for edge in (rule.from_, rule.until):
        day = _edge_day(policy, rule, edge)
        if day is not None:
            yield from (day - ONE_DAY, day, day + ONE_DAY, day + _FORTNIGHT)


_FORTNIGHT = timedelta(days=14)
_ASKED_YEAR = 2021


def _edge_day(policy: Policy, rule: WindowRule, edge: object) -> date | None:
    if isinstance(edge, date):
        return edge
    if isinstance(edge, MonthDay):
        return _while_in_force(policy, date(_ASKED_YEAR, edge.month, min(edge.day, 28)))
    if isinstance(edge, Decimal) and rule.every == "month":
        return _while_in_force(policy, date(_ASKED_YEAR, 3, int(edge)))
    return None


def _open(shelf: Shelf, one: _Date, day: date, rng: Random) -> Draft | None:
    """Whether a day lies in the window; nothing where the source leaves that open."""
    answer = _answer(shelf, one, day)
    if answer.status not in ("open", "closed") or len({other.status for other in answer.readings}) > 1:
        return None
    assert isinstance(one.rule, WindowRule)
    holds = answer.status == "open"
    why = f"时间是{window_words(one.rule)},{day_words(day)}{'在' if holds else '不在'}这段时间里。"
    return claim(f"{_subject(shelf, one)}:{day_words(day)}这一天在规定的时间里。", holds, why)
