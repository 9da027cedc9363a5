"""Items on deadlines, waiting times and how far back something reaches: how long, and the day that comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from random import Random

from mingbai.corpus.kinds import DateRule, DeadlineRule, RetroactiveRule, WaitingRule, WindowRule
from mingbai.corpus.kinds.dates import Unit
from mingbai.corpus.values import Inferred, Lost
from mingbai.money import short
from mingbai.quiz.figures import CANNOT_SAY
from mingbai.quiz.makers.dated import Dated, Make, answered, subject, while_in_force
from mingbai.quiz.prompt import Draft, Prompt, Wrong
from mingbai.quiz.shelf import Shelf
from mingbai.rules.dates import DateAnswer
from mingbai.rules.days import ONE_DAY, count_words, day_words
from mingbai.rules.stated import Stated, stated

_EVENTS = tuple(map(date.fromisoformat, ("2019-03-07", "2019-09-26", "2020-01-17", "2021-04-28", "2022-10-31")))
_Period = Stated[DeadlineRule] | Stated[WaitingRule]


def period_prompts(shelf: Shelf, one: Dated, make: Make) -> Iterator[Prompt]:
    """How long a period is, and the day that comes out for drawn events."""
    rule = one.rule
    if isinstance(rule, WaitingRule) or (isinstance(rule, DeadlineRule) and _begins_at_once(rule)):
        topic = "unsaid" if isinstance(rule.within, Lost) else "deadline"
        yield make("period", (), partial(_length, shelf, one), topic)
    for event in () if _FIXED_DAY.search(_event_words(rule)[0]) else _EVENTS:
        day = while_in_force(one.policy, event)
        yield make("day", (day.isoformat(),), partial(_day, shelf, one, day), steps=2)


def _begins_at_once(rule: DeadlineRule) -> bool:
    """Whether a period is counted from its event, not from some time after it or the month that follows."""
    return rule.starts is None and rule.monthly is None


_FIXED_DAY = re.compile("[年月][初底末]")
"""Events that fall on a day of their own: 次月初 is never the 26th."""


def _length(shelf: Shelf, one: Dated, rng: Random) -> Draft | None:
    rule = one.rule
    assert isinstance(rule, DeadlineRule | WaitingRule)
    event = rule.before if isinstance(rule, DeadlineRule) and rule.before is not None else rule.after
    if isinstance(rule, WaitingRule):
        asked = f"从{event}起,要等多久"
    else:
        asked = f"要在“{event}”以前多久" if rule.before is not None else f"从“{event}”起,有多长时间"
    question = f"{subject(shelf, one)}{asked}?"
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


def _other_lengths(shelf: Shelf, one: Dated) -> Iterator[Wrong]:
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


def _day(shelf: Shelf, one: Dated, event: date, rng: Random) -> Draft | None:
    """The day that comes out for a drawn event, and the days that mistakes in counting give."""
    answer = answered(shelf, one, event)
    outcome = _outcome(answer)
    if outcome is None or answer.readings:
        return None
    happened, asked = _event_words(one.rule)
    on = happened if happened.endswith(("日", "天")) else f"{happened}的那天"
    question = f"{subject(shelf, one)}:{on}是{day_words(event)},{asked}?"
    wrong = [
        Wrong(day_words(day), why)
        for rule, why in _misread(one.rule)
        if (day := _outcome(answered(shelf, replace(one, rule=rule), event))) is not None
    ]
    wrong += [
        Wrong(day_words(outcome + ONE_DAY), "多算了一天"),
        Wrong(day_words(outcome - ONE_DAY), "少算了一天"),
    ]
    why = f"规定是:{answer.words}。所以是{day_words(outcome)}。"
    return Draft("single_choice", question, day_words(outcome), why, tuple(wrong))


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
