"""Rules that a date answers: deadlines, windows, waiting times, how far back a benefit reaches."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, InstanceOf, model_validator

from mingbai.corpus.conditions import When
from mingbai.corpus.kinds.base import Kind
from mingbai.corpus.units import must_be_count
from mingbai.corpus.values import Frozen, Inferred, Lost, Number

Unit = Literal["日", "工作日", "月", "年"]
_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})")
_LEAP_YEAR = 2000


class MonthDay(Frozen):
    """A day of every year, written `"09-01"`."""

    month: int
    day: int

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the year, for comparing."""
        return (self.month, self.day)

    @property
    def words(self) -> str:
        """The day as people write it."""
        return f"{self.month}月{self.day}日"


class DateReading(Frozen):
    """One of several dates the source gives for the same thing."""

    value: InstanceOf[date]
    says: str


class DateReadings(Frozen):
    """A date on which the source contradicts itself; the first is the default."""

    readings: tuple[DateReading, ...] = Field(min_length=2)


def _as_month_day(raw: Any) -> Any:
    found = _MONTH_DAY.fullmatch(raw) if isinstance(raw, str) else None
    if found is None:
        return raw
    month, day = int(found[1]), int(found[2])
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        raise ValueError(f"没有这一天:{raw}") from None
    return MonthDay(month=month, day=day)


def _as_edge(raw: Any) -> Any:
    raw = _as_month_day(raw)
    if isinstance(raw, dict) and "readings" in raw:
        return DateReadings.model_validate(raw)
    if isinstance(raw, dict) and "lost" in raw:
        return Lost.model_validate(raw)
    if not isinstance(raw, date | Decimal | MonthDay | DateReadings | Lost):
        raise ValueError(f'这里要写日期(2012-09-01、"09-01" 或几号)、readings 或 lost;写的是 {raw!r}')
    return raw


_Edge = InstanceOf[date] | Number | InstanceOf[MonthDay] | InstanceOf[DateReadings] | InstanceOf[Lost]
Edge = Annotated[_Edge, BeforeValidator(_as_edge)]


def _as_span(raw: Any) -> Any:
    for key, kind in (("lost", Lost), ("inferred", Inferred)):
        if isinstance(raw, dict) and key in raw:
            return kind.model_validate(raw)
    if not isinstance(raw, Decimal | Lost | Inferred):
        raise ValueError(f"这里要写一个整数、lost 或 inferred;写的是 {raw!r}")
    return raw


Span = Annotated[Number | InstanceOf[Lost] | InstanceOf[Inferred], BeforeValidator(_as_span)]


def _must_be_span(span: Span, what: str) -> None:
    if not isinstance(span, Lost):
        must_be_count(span.inferred if isinstance(span, Inferred) else span, what)


def _must_be_first_day(from_day: Decimal) -> None:
    if from_day not in (0, 1):
        raise ValueError(f"from_day 写 0(当天不算)或 1(当天算第一天),写的是 {from_day}")


class Extension(Frozen):
    """A prolongation of a deadline, in the deadline's unit."""

    within: Number
    if_: str = Field(alias="if")


class DeadlineRule(Kind):
    """So long after an event (or before it); `starts` days pass before the time begins to run.

    `monthly`: what comes in by this day of a month is dealt with from the first of the next month, what comes in later
    from the first of the month after that.
    """

    deadline: str
    within: Span
    unit: Unit = "日"
    after: str | None = None
    before: str | None = None
    from_day: Number = Decimal(0)
    starts: Number | None = None
    monthly: Number | None = None
    extend: Extension | None = None
    who: str | None = None
    where: str | None = None
    late: str | None = None

    @model_validator(mode="after")
    def _sound(self) -> DeadlineRule:
        _must_be_span(self.within, "within")
        _must_be_first_day(self.from_day)
        if (self.after is None) == (self.before is None):
            raise ValueError("deadline 要写 after(从什么事以后算)或 before(在什么事以前)中的一个")
        if self.before is not None and (self.starts is not None or self.extend is not None):
            raise ValueError("starts 和 extend 只能和 after 一起写")
        if self.starts is not None:
            must_be_count(self.starts, "starts")
        if self.monthly is not None:
            must_be_count(self.monthly, "monthly")
        if self.monthly is not None and (self.before is not None or self.starts is not None):
            raise ValueError("monthly 只能和 after 一起写,不能和 starts 一起写")
        if self.extend is not None:
            must_be_count(self.extend.within, "extend.within")
        return self


class WindowException(Frozen):
    """What holds instead in one year of a yearly window."""

    year: Number
    from_: Edge | None = Field(default=None, alias="from")
    until: Edge | None = None


class WindowRule(Kind):
    """From a day until a day, both included: once, every year or every month; perhaps on working days only.

    `takes_effect` is the day of the year from which that counts which was done within the window.
    """

    window: str
    every: Literal["year", "month"] | None = None
    from_: Edge | None = Field(default=None, alias="from")
    until: Edge | None = None
    working_days: bool = False
    takes_effect: Annotated[InstanceOf[MonthDay] | None, BeforeValidator(_as_month_day)] = None
    exceptions: tuple[WindowException, ...] = ()
    who: str | None = None
    where: str | None = None
    late: str | None = None

    @model_validator(mode="after")
    def _sound(self) -> WindowRule:
        if self.from_ is None and self.until is None:
            raise ValueError("window 要写 from、until 中至少一个")
        for edge in (self.from_, self.until):
            _must_fit(edge, self.every)
        for one in self.exceptions:
            if self.every != "year":
                raise ValueError("exceptions 只能和 every: year 一起写")
            _must_fit(one.from_, "year")
            _must_fit(one.until, "year")
        if isinstance(self.from_, date | Decimal) and isinstance(self.until, type(self.from_)):
            _must_be_in_order(self.from_, self.until)
        return self


def _must_be_in_order(start: Any, end: Any) -> None:
    if start > end:
        raise ValueError(f"from 不能晚于 until:{start} > {end}")


def _must_fit(edge: Edge | None, every: str | None) -> None:
    if edge is None or isinstance(edge, Lost):
        return
    if every is None and not isinstance(edge, date | DateReadings):
        raise ValueError("只开一次的 window 要写完整日期(2012-09-01);每年、每月的要写 every")
    if every == "year" and not isinstance(edge, MonthDay):
        raise ValueError('every: year 的起止要写成 "09-01"')
    if every == "month":
        if not isinstance(edge, Decimal) or edge > 31:
            raise ValueError("every: month 的起止要写成几号(1 到 31)")
        must_be_count(edge, "几号")


class WaitingRule(Kind):
    """Benefits only after a wait that begins with an event; `until` is where they end (`"12-31"`, a day, or words)."""

    waiting: str
    within: Span
    unit: Unit = "日"
    after: str
    from_day: Number = Decimal(0)
    until: Annotated[InstanceOf[MonthDay] | date | str | None, BeforeValidator(_as_month_day)] = None
    none_for: When

    @model_validator(mode="after")
    def _sound(self) -> WaitingRule:
        _must_be_span(self.within, "within")
        _must_be_first_day(self.from_day)
        return self


class RetroactiveRule(Kind):
    """How far back from an event a benefit or a duty reaches, and the day before which it does not.

    `not_before` is a date, or a day of every year (then the last one up to the event); `whole_month` reaches back to
    the first of the month.
    """

    retroactive: str
    after: str | None = None
    months: Number | None = None
    not_before: Edge | None = None
    whole_month: bool = False

    @model_validator(mode="after")
    def _sound(self) -> RetroactiveRule:
        if self.months is None and self.not_before is None:
            raise ValueError("retroactive 要写 months、not_before 中至少一个")
        if self.months is not None:
            must_be_count(self.months, "months")
        if self.not_before is not None and not isinstance(self.not_before, date | MonthDay):
            raise ValueError('not_before 要写成日期 1998-07-01 或 "04-01"')
        return self
