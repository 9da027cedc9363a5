"""Windows: whether one is open on a day, from when until when, and when the next one opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Literal

from mingbai.corpus.kinds import WindowRule
from mingbai.corpus.kinds.dates import DateReadings, Edge, MonthDay, WindowException
from mingbai.corpus.values import Lost
from mingbai.rules.days import ONE_DAY, CalendarUnknownError, day_words, is_working_day, on_day

_YEARS_AROUND = (-1, 0, 1, 2)
_MONTHS_AROUND = (-1, 0, 1)


@dataclass(frozen=True)
class Opening:
    """A window as seen from one day.

    `from_on` and `until_on` are its first and last open day (of the window that is open, else of the next, else of the
    last one; None where it has no such end); `next_on` is the next open day while it is closed.
    """

    status: Literal["open", "closed", "unknown"]
    from_on: date | None = None
    until_on: date | None = None
    next_on: date | None = None
    cause: str | None = None


_Span = tuple[date | None, date | None]


def opening(rule: WindowRule, day: date) -> tuple[Opening, ...]:
    """How a window stands on a day: one answer, or one for each date where the source gives several.

    The default date comes first; `cause` holds the words of the dates taken.
    """
    if rule.every is None:
        return tuple(_once(rule, day, start, end) for start, end in product(_dates(rule.from_), _dates(rule.until)))
    return (_among(list(_spans(rule, day)), rule, day, None),)


_Dated = tuple[date | Lost | None, str]


def _dates(edge: Edge | None) -> list[_Dated]:
    """The dates an edge may be, each with the words of its reading."""
    if isinstance(edge, DateReadings):
        return [(one.value, one.says) for one in edge.readings]
    return [(edge if isinstance(edge, date | Lost) else None, "")]


def _once(rule: WindowRule, day: date, start: _Dated, end: _Dated) -> Opening:
    says = ";".join(filter(None, (start[1], end[1]))) or None
    known = tuple(None if isinstance(one, Lost) else one for one in (start[0], end[0]))
    lost = [one.lost for one in (start[0], end[0]) if isinstance(one, Lost)]
    if not lost:
        return _among([(known[0], known[1])], rule, day, says)
    first, last = known
    if first is not None and day < first:
        return Opening("closed", first, last, first, ";".join(lost))
    if last is not None and day > last:
        return Opening("closed", first, last, cause=";".join(lost))
    is_edge = day in known  # whatever the other edge is, a window holds its own first and last day
    return Opening("open" if is_edge else "unknown", first, last, cause=";".join(lost))


def _spans(rule: WindowRule, day: date) -> Iterator[_Span]:
    """The windows of a recurring rule around a day, in order."""
    if rule.every == "year":
        exceptions = {int(one.year): one for one in rule.exceptions}
        for year in (day.year + step for step in _YEARS_AROUND):
            yield _in_year(exceptions.get(year, rule), year)
        return
    for step in _MONTHS_AROUND:
        index = day.year * 12 + day.month - 1 + step
        yield _in_month(rule, index // 12, index % 12 + 1)


def _in_year(rule: WindowRule | WindowException, year: int) -> _Span:
    start = rule.from_ if isinstance(rule.from_, MonthDay) else MonthDay(month=1, day=1)
    end = rule.until if isinstance(rule.until, MonthDay) else MonthDay(month=12, day=31)
    end_year = year + (end.place < start.place)
    return on_day(year, *start.place), on_day(end_year, *end.place)


def _in_month(rule: WindowRule, year: int, month: int) -> _Span:
    start = int(rule.from_) if isinstance(rule.from_, Decimal) else 1
    end = int(rule.until) if isinstance(rule.until, Decimal) else 31
    return on_day(year, month, start), on_day(year, month, end)


def _among(spans: list[_Span], rule: WindowRule, day: date, says: str | None) -> Opening:
    """The answer from the first window that is not over yet, or from the last one."""
    for span in (one for one in spans if not _is_past(one, day)):
        try:
            start, end = _trimmed(span, rule)
            if _is_past((start, end), day):
                continue
            if start is not None and day < start:
                return Opening("closed", start, end, start, says)
            return _inside(rule, start, end, day, says)
        except CalendarUnknownError as error:
            return Opening("unknown", *span, cause=str(error))
    return Opening("closed", *spans[-1], cause=says)


def _is_past(span: _Span, day: date) -> bool:
    return span[1] is not None and span[1] < day


def _inside(rule: WindowRule, start: date | None, end: date | None, day: date, says: str | None) -> Opening:
    """The answer for a day between the first and the last open one."""
    if not rule.working_days or is_working_day(day):
        return Opening("open", start, end, cause=says)
    while not is_working_day(day):
        day += ONE_DAY
    return Opening("closed", start, end, day, says)


def _trimmed(span: _Span, rule: WindowRule) -> _Span:
    """A window from its first to its last working day where only those count."""
    start, end = span
    if not rule.working_days:
        return span
    while start is not None and not is_working_day(start):
        start += ONE_DAY
    while end is not None and not is_working_day(end):
        end -= ONE_DAY
    return start, end


_EVERY = {"year": "每年", "month": "每月"}


def window_words(rule: WindowRule) -> str:
    """A window as people read it."""
    every = _EVERY.get(rule.every or "", "")
    words = f"{every}{_range(rule)}{'的工作日' if rule.working_days else ''}"
    for one in rule.exceptions:
        words += f";{one.year}年是{_range(one)}"
    return f"{words};{rule.late}" if rule.late else words


def _range(rule: WindowRule | WindowException) -> str:
    if rule.from_ is None:
        return f"{_edge(rule.until)}以前"
    if rule.until is None:
        return f"{_edge(rule.from_)}起"
    return f"{_edge(rule.from_)}到{_next_year(rule)}{_edge(rule.until)}"


def _next_year(rule: WindowRule | WindowException) -> str:
    wraps = (
        isinstance(rule.from_, MonthDay) and isinstance(rule.until, MonthDay) and rule.until.place < rule.from_.place
    )
    return "次年" if wraps else ""


def _edge(edge: Edge | None) -> str:
    match edge:
        case DateReadings():
            return "或".join(day_words(one.value) for one in edge.readings)
        case MonthDay():
            return edge.words
        case date():
            return day_words(edge)
        case Lost():
            return "(原文缺日期)"
        case _:
            return f"{edge}日"
