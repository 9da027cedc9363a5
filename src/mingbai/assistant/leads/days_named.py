"""Which of the days that a question names is that of the event, which that of the doing, and what is asked of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from mingbai.assistant.leads.question import Question
from mingbai.language.numbers.dates import find_dates
from mingbai.language.numbers.day_roles import day_of
from mingbai.language.numbers.numerals import read
from mingbai.rules.days import add_months

_WHICH_DAY = re.compile("哪[天日]|几号|几[天日]|什么时候|何时|几时|啥时|多久|多少天")
_ADMITTED = re.compile("入院|住进|[日号](?:去|就|开始)?住的?院")
_BACK = re.compile(
    "(?:往[前回]|[向朝]前|倒着?|倒回|回头)[^,。;]{0,3}[补追报算推管]|追溯|倒[补追]|[补追]到(?:哪|几|什么时|啥时)|以?前的?[^,。;]{0,8}还?能补"
)
MONTH = "(?<![0-9.一二三四五六七八九十])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_THIRD = re.compile(f"{MONTH}([上中下])旬")
_THIRD_BEGINS = {"上": 1, "中": 11, "下": 21}
EVENT_AND_DOING = 2
_GONE_BY = re.compile("(?:过了?|错过了?)(?:每年|当年|今年|那?年)?的?$")
_EVENT = re.compile("出院|入院|住院|出生|批准|审批|参保|缴费|登记")
_HALF_A_YEAR = 183  # a day named later in a question but further off than this is not the day of the doing


def events_in(after: str) -> tuple[str, ...]:
    """The events after which a time is counted, in the words of a rule (住院之日)."""
    return tuple(_EVENT.findall(after))


def event_first(asked: Question, after: str) -> Question:
    """A question, first of its days the one it names for the event after which a time is counted (3月1号出院算)."""
    words = "|".join("的?".join(map(re.escape, one)) for one in _EVENT.findall(after))
    if not words or len(asked.days) != EVENT_AND_DOING:
        return asked
    for one in find_dates(asked.text):
        before, behind = asked.text[: one.start], asked.text[one.end :]
        if re.match(f"[^,。;]{{0,3}}(?:{words})", behind) or re.search(f"(?:{words})[^,。;]{{0,4}}$", before):
            days = sorted(asked.days, key=lambda day: (day.month, day.day) != (one.month, one.day))
            return replace(asked, days=tuple(days))
    return asked


def day_after(asked: Question) -> Question:
    """A question, instead of the one day that it says has gone by (过了12月20号还能交吗) with the one after it."""
    found = find_dates(asked.text)
    if len(found) != 1 or len(asked.days) != 1 or not _GONE_BY.search(asked.text[: found[0].start]):
        return asked
    return replace(asked, days=(asked.days[0] + timedelta(days=1),))


def paid_first(asked: Question) -> Question:
    """A question, first of several days the one on which it says that somebody paid (拖到2月5号才交)."""
    paid = day_of(asked.text, "paid") if len(asked.days) > 1 else None
    if paid is None:
        return asked
    days = sorted(asked.days, key=lambda day: (day.month, day.day) != (paid.month, paid.day))
    return replace(asked, days=tuple(days), has_year=paid.year is not None)


def tells_of_delay(question: str) -> bool:
    """Whether a question says how long ago something was, or on which day it is done after it, and asks no day."""
    asked = Question.read(question)
    names_both = len(asked.days) == EVENT_AND_DOING
    return not _WHICH_DAY.search(question) and (names_both or asked.days_held is not None)


def asks_how_far_back(question: str) -> bool:
    """Whether a question names the day from which something counts back, and asks how far (能往前补到哪天)."""
    return bool(_BACK.search(question) and Question.read(question).days)


def done_on(asked: Question) -> date | None:
    """The day on which something is to be done, named after that of the event, where no day is asked for.

    None where a third day, or that of going into hospital, leaves open which of them is the event's.
    """
    is_open = _WHICH_DAY.search(asked.text) or _ADMITTED.search(asked.text)
    if len(asked.days) != EVENT_AND_DOING or is_open:
        return None
    event, done = asked.days
    done = add_months(done, 12) if done < event else done
    return done if event < done and (done - event).days <= _HALF_A_YEAR else None


def third_of_month(asked: Question) -> tuple[date, date] | None:
    """The first and the last day of the part of a month (七月中旬) in which something is to be done after the day."""
    named = _THIRD.search(asked.text)
    if named is None or len(asked.days) != 1 or _WHICH_DAY.search(asked.text):
        return None
    month, (event,) = date(asked.days[0].year, month_of(named[1]), 1), asked.days
    month = add_months(month, 12) if (month.year, month.month) < (event.year, event.month) else month
    begins = month.replace(day=_THIRD_BEGINS[named[2]])
    after = add_months(month, 1) if named[2] == "下" else begins + timedelta(days=10)
    return begins, after - timedelta(days=1)


def month_of(numeral: str) -> int:
    """The number of a month as it was said (七, 7)."""
    figure = read(numeral)
    return int(figure.value) if figure else 1
