"""Counting days, months and working days.

Days and months: the day of the event is not counted, a period of months ends on the day of the same number, or on the
last day of a month that has no such day (民法典 第201、202条): 31 January and one month is 28 or 29 February.
Where a rule counts the day of the event as the first, the period ends one day earlier, save where the month has no such
day: then it ends on that month's last day all the same.

Working days come from the State Council's yearly notices as `chinese_calendar` holds them, for the years it knows.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import chinese_calendar  # type: ignore[import-untyped]
from chinese_calendar.constants import holidays  # type: ignore[import-untyped]

from mingbai.corpus.kinds.dates import Unit

FIRST_KNOWN_YEAR = min(holidays).year
LAST_KNOWN_YEAR = max(holidays).year
_MONTHS_IN_YEAR = 12
ONE_DAY = timedelta(days=1)


class CalendarUnknownError(ValueError):
    """Nobody has announced the holidays of a year, or nobody has written them down; the message is Chinese."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            f"{year}年的放假和调休安排不在日历里(只有{FIRST_KNOWN_YEAR}年到{LAST_KNOWN_YEAR}年的),数不出工作日"
        )


def is_working_day(day: date) -> bool:
    """Whether people work on a day, holidays and shifted weekends considered.

    Raises:
        CalendarUnknownError: for a year whose holidays are not known.
    """
    if not FIRST_KNOWN_YEAR <= day.year <= LAST_KNOWN_YEAR:
        raise CalendarUnknownError(day.year)
    return bool(chinese_calendar.is_workday(day))


def add_months(day: date, months: int) -> date:
    """The day of the same number some months later (or earlier), or the last day of a shorter month."""
    index = day.year * _MONTHS_IN_YEAR + day.month - 1 + months
    year, month = index // _MONTHS_IN_YEAR, index % _MONTHS_IN_YEAR + 1
    return on_day(year, month, day.day)


def last_of_month(year: int, month: int) -> int:
    """The number of the last day of a month."""
    return monthrange(year, month)[1]


def on_day(year: int, month: int, day: int) -> date:
    """The day of that number, or the last one of a month that has no such day (30 February is the 28th or 29th)."""
    return date(year, month, min(day, last_of_month(year, month)))


def add_working_days(day: date, count: int) -> date:
    """The last of so many working days after a day (before it, for a negative count); the day itself is not counted.

    Raises:
        CalendarUnknownError: where the counting leaves the known years.
    """
    step = ONE_DAY if count > 0 else -ONE_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def end_of_period(start: date, count: int, unit: Unit, counts_start: bool = False) -> date:
    """The last day of a period that an event on `start` sets off; `counts_start` makes that day the first.

    Raises:
        CalendarUnknownError: for working days outside the known years.
    """
    if unit == "工作日":
        return add_working_days(start - ONE_DAY if counts_start else start, count)
    if unit == "日":
        return start + timedelta(days=count - counts_start)
    end = add_months(start, count if unit == "月" else count * _MONTHS_IN_YEAR)
    return end - ONE_DAY if counts_start and end.day == start.day else end


def start_of_period(end: date, count: int, unit: Unit) -> date:
    """The latest day that lies a whole period before `end`.

    Raises:
        CalendarUnknownError: for working days outside the known years.
    """
    if unit == "工作日":
        return add_working_days(end, -count)
    if unit == "日":
        return end - timedelta(days=count)
    return add_months(end, -(count if unit == "月" else count * _MONTHS_IN_YEAR))


def count_words(count: int, unit: Unit) -> str:
    """A length of time as people write it: "60日", "30个工作日", "3个月", "3年"."""
    return f"{count}{'个' if unit in ('工作日', '月') else ''}{unit}"


def day_words(day: date) -> str:
    """A date as people write it: "2013年3月11日"."""
    return f"{day.year}年{day.month}月{day.day}日"


def span_words(first: date | None, last: date | None) -> str:
    """A stretch of days as people write it, open where an end is None: "2013年1月1日到2015年12月31日"."""
    if last is None:
        return f"{day_words(first)}起" if first else ""
    return f"{day_words(first)}到{day_words(last)}" if first else f"{day_words(last)}及以前"
