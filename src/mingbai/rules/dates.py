"""Deadlines, windows, waiting times, how far back something reaches: a date where a date is given, else the rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from mingbai.corpus.kinds import DateRule, DeadlineRule, RetroactiveRule, WaitingRule, WindowRule
from mingbai.corpus.kinds.dates import MonthDay, Span
from mingbai.corpus.values import Inferred, Lost
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.case import Case
from mingbai.rules.days import (
    ONE_DAY,
    CalendarUnknownError,
    add_months,
    count_words,
    day_words,
    end_of_period,
    on_day,
    start_of_period,
)
from mingbai.rules.stated import Stated, condition_words, meets
from mingbai.rules.window import Opening, opening, window_words

Status = Literal["rule", "date", "open", "closed", "none", "unknown"]


@dataclass(frozen=True)
class DateAnswer:
    """What a rule about dates says.

    `status`: rule (no date was given: `words` is the answer), date (`from_on`, `until_on` are it), open or closed (a
    window on the day asked about), none (the rule asks nothing of this case), unknown (`cause` says why).
    deadline: `until_on` is the last day (`extended_until` where it may be prolonged), `from_on` the first where the
    rule has one; waiting: benefits run `from_on` to `until_on`, `cause` says it where nothing is left of them;
    retroactive: it reaches back to `from_on`; window: the open days are `from_on` to `until_on`, of the window that is
    open or of the next one; `next_on` is the next open day while it is closed, `effect_on` the day from which what was
    done while it was open counts. `readings` holds one answer for each date where the source gives several, with its
    words in `cause`. `applies` is None where a fact that decides it is
    missing; `condition` words for whom the rule holds.
    """

    kind: Literal["deadline", "window", "waiting", "retroactive"]
    policy: str
    clause: str
    name: str
    words: str
    status: Status
    from_on: date | None = None
    until_on: date | None = None
    extended_until: date | None = None
    next_on: date | None = None
    effect_on: date | None = None
    cause: str | None = None
    readings: tuple[DateAnswer, ...] = ()
    applies: bool | None = True
    condition: str = ""

    def is_late(self, day: date) -> bool | None:
        """Whether a day lies after the last one; None where the last one is not known."""
        last = self.extended_until or self.until_on
        return None if last is None else day > last


def date_answer(one: Stated[DateRule], vocabulary: Vocabulary, case: Case, day: date | None = None) -> DateAnswer:
    """What a deadline, window, waiting time or reach back says.

    `day` is the day of the event the rule counts from, for a window the day asked about; None for the rule in words.
    """
    match one.rule:
        case DeadlineRule() as rule:
            answer = _deadline(_blank(one, "deadline", deadline_words(rule)), rule, day)
        case WaitingRule() as rule:
            answer = _waiting(_blank(one, "waiting", waiting_words(rule, vocabulary)), rule, vocabulary, case, day)
        case RetroactiveRule() as rule:
            answer = _reach(_blank(one, "retroactive", reach_words(rule)), rule, day)
        case WindowRule() as rule:
            answer = _window(_blank(one, "window", window_words(rule)), rule, day)
    applies = meets(one.rule.when, case, vocabulary)
    condition = condition_words(one.rule.when, vocabulary)
    if applies is False:
        answer = _blank(one, answer.kind, answer.words)
        return replace(answer, status="none", applies=False, condition=condition)
    return replace(answer, applies=applies, condition=condition)


def _blank(
    one: Stated[DateRule], kind: Literal["deadline", "window", "waiting", "retroactive"], words: str
) -> DateAnswer:
    return DateAnswer(kind, one.policy.id, one.clause.id, one.rule.name, words, "rule")


def _count(span: Span) -> int | None:
    """The length of a period, None where the source has lost it."""
    if isinstance(span, Lost):
        return None
    return int(span.inferred if isinstance(span, Inferred) else span)


def _length(span: Span, rule: DeadlineRule | WaitingRule) -> str:
    count = _count(span)
    return "若干(原文缺数)" if count is None else count_words(count, rule.unit)


def deadline_words(rule: DeadlineRule) -> str:
    """A deadline as people read it."""
    if rule.before is not None:
        return _with_late(f"{rule.before}以前至少{_length(rule.within, rule)}", rule.late)
    counted = "当天算第一天" if rule.from_day else "当天不算"
    if rule.monthly is not None:
        counted = f"{int(rule.monthly)}日以后的再晚一个月"
        return _with_late(f"{rule.after}的下个月月初{_length(rule.within, rule)}以内({counted})", rule.late)
    waits = f"满{count_words(int(rule.starts), rule.unit)}之后的" if rule.starts is not None else "以后"
    words = f"{rule.after}{waits}{_length(rule.within, rule)}以内({counted})"
    if rule.extend is not None:
        words += f",{rule.extend.if_}可以再延长{count_words(int(rule.extend.within), rule.unit)}"
    return _with_late(words, rule.late)


def _with_late(words: str, late: str | None) -> str:
    return f"{words};{late}" if late else words


def _deadline(answer: DateAnswer, rule: DeadlineRule, day: date | None) -> DateAnswer:
    count = _count(rule.within)
    if count is None:
        return replace(answer, status="unknown", cause=_lost(rule.within))
    if day is None:
        return answer
    try:
        if rule.before is not None:
            return replace(answer, status="date", until_on=start_of_period(day, count, rule.unit))
        return _after(answer, rule, day, count)
    except CalendarUnknownError as error:
        return replace(answer, status="unknown", cause=str(error))


def _after(answer: DateAnswer, rule: DeadlineRule, day: date, count: int) -> DateAnswer:
    counts_start, first = bool(rule.from_day), None
    if rule.starts is not None:
        day = end_of_period(day, int(rule.starts), rule.unit, counts_start)
        counts_start, first = False, day + ONE_DAY
    if rule.monthly is not None:
        is_late = day.day > rule.monthly
        answer = replace(answer, cause=f"{int(rule.monthly)}日以后的按下个月收的算") if is_late else answer
        day = first = add_months(day.replace(day=1), 2 if is_late else 1)
    due = end_of_period(day, count, rule.unit, counts_start)
    extended = None
    if rule.extend is not None:
        extended = end_of_period(day, count + int(rule.extend.within), rule.unit, counts_start)
    return replace(answer, status="date", from_on=first, until_on=due, extended_until=extended)


def _lost(span: Span) -> str:
    return span.lost if isinstance(span, Lost) else ""


def waiting_words(rule: WaitingRule, vocabulary: Vocabulary) -> str:
    """A waiting time as people read it."""
    counted = "当天算第一天" if rule.from_day else "当天不算"
    words = f"从{rule.after}起等满{_length(rule.within, rule)}({counted}),之后开始享受"
    if rule.until is not None:
        words += f",到{_until_words(rule.until)}为止"
    return f"{words};{condition_words(rule.none_for, vocabulary)}的不用等" if rule.none_for else words


def _until_words(until: MonthDay | date | str) -> str:
    if isinstance(until, MonthDay):
        return f"当年{until.words}"
    return day_words(until) if isinstance(until, date) else until


def _waiting(answer: DateAnswer, rule: WaitingRule, vocabulary: Vocabulary, case: Case, day: date | None) -> DateAnswer:
    if rule.none_for and meets(rule.none_for, case, vocabulary):
        cause = f"{condition_words(rule.none_for, vocabulary)}的没有等待期"
        return replace(answer, status="none", from_on=day, until_on=day and _end(rule, day), cause=cause)
    count = _count(rule.within)
    if count is None:
        return replace(answer, status="unknown", cause=_lost(rule.within))
    if day is None:
        return answer
    try:
        first = end_of_period(day, count, rule.unit, bool(rule.from_day)) + ONE_DAY
    except CalendarUnknownError as error:
        return replace(answer, status="unknown", cause=str(error))
    last = _end(rule, day)
    if last is not None and first > last:
        cause = f"等到{day_words(first)}才开始,已经过了{day_words(last)},这一年享受不到"
        return replace(answer, status="date", from_on=first, until_on=last, cause=cause)
    return replace(answer, status="date", from_on=first, until_on=last)


def _end(rule: WaitingRule, day: date) -> date | None:
    """The day on which the benefits end, in the year of the event; None where the rule says it in words, or not."""
    if isinstance(rule.until, date):
        return rule.until
    return on_day(day.year, *rule.until.place) if isinstance(rule.until, MonthDay) else None


def reach_words(rule: RetroactiveRule) -> str:
    """A reach back as people read it."""
    back = "" if rule.months is None else f"往前追溯{count_words(int(rule.months), '月')}"
    month = "的那个月第一天" if rule.whole_month else ""
    words = f"从{rule.after or '办理之日'}{back}{month}算起"
    if isinstance(rule.not_before, MonthDay):
        return f"{words},最早到当期的{rule.not_before.words}"
    return f"{words},最早到{day_words(rule.not_before)}" if isinstance(rule.not_before, date) else words


def _reach(answer: DateAnswer, rule: RetroactiveRule, day: date | None) -> DateAnswer:
    if day is None:
        return answer
    start = day if rule.months is None else add_months(day, -int(rule.months))
    if rule.whole_month:
        start = start.replace(day=1)
    floor = _floor(rule, day)
    return replace(answer, status="date", from_on=start if floor is None else max(start, floor))


def _floor(rule: RetroactiveRule, day: date) -> date | None:
    """The day before which nothing reaches: as written, or the last such day of the year up to the event."""
    if isinstance(rule.not_before, MonthDay):
        this_year = on_day(day.year, *rule.not_before.place)
        return this_year if this_year <= day else on_day(day.year - 1, *rule.not_before.place)
    return rule.not_before if isinstance(rule.not_before, date) else None


def _window(answer: DateAnswer, rule: WindowRule, day: date | None) -> DateAnswer:
    if day is None:
        return answer
    first, *others = (_opened(answer, rule, one, day) for one in opening(rule, day))
    return replace(first, readings=(first, *others)) if others else first


def _opened(answer: DateAnswer, rule: WindowRule, one: Opening, day: date) -> DateAnswer:
    effect = None
    if rule.takes_effect is not None and one.status == "open" and one.until_on is not None:
        effect = on_day(one.until_on.year, *rule.takes_effect.place)
        effect = effect if effect > day else on_day(one.until_on.year + 1, *rule.takes_effect.place)
    answer = replace(answer, effect_on=effect)
    return replace(
        answer, status=one.status, from_on=one.from_on, until_on=one.until_on, next_on=one.next_on, cause=one.cause
    )
