"""A question put to the clauses, with the figures and days it names, and the direct answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from mingbai.language.amounts import Mention, find_amounts
from mingbai.language.dates import DateMention, find_dates
from mingbai.rules.late_fee import days_late

COMMON_YEAR = 2022
"""Stands in for a year nobody named: neither it nor its neighbours have a 29 February."""
_HEADS = ("口", "人", "名", "个人", "个孩", "个娃", "个小", "个学")
_WAGE = re.compile("工资|社平")
_OF_ALL = re.compile("全市|全省|全区|本市|当地|社平|上年度|上一年度")
_DAY_ALONE = re.compile("(?<![月0-9.])([1-3]?[0-9])[号日](?![0-9楼线])")
_LAST_OF_MONTH = 31
# 交了10年 is a time, 10年交多少 a year
_SHORT_YEAR = re.compile("(?<![0-9.])(0[0-9]|[12][0-9](?=年(?:度|的|参保|[交缴]|起|开始|那)))年(?!多|来|以)")
_BARE_DAY = re.compile(
    "([0-9一二三四五六七八九十]月(?:二?十[一二三四五六七八九]?|三十一?|[12][0-9]|3[01]))(?=[才就再去来送报交拿办还])"
)
_OWN = re.compile("单位|公司|企业|厂|我们|我的|本人|自己")
_PAYER = "(?:[交缴掏扣筹]|单位|个人|自己|企业|公司)"
_A_RATE = "(?:几个点|几个百分点|百分之几|百分之多少|多少个点)"
_RATES = re.compile(f"{_PAYER}[^,。;]{{0,8}}{_A_RATE}")


@dataclass(frozen=True)
class Lead:
    """A direct answer, the clauses it rests on, and whether it tells everything that the first of them says.

    `names` are the words by which a list has decided, of which other clauses may also speak; beside one that `is_alone`
    no other clause says anything to the question.
    """

    text: str
    clauses: tuple[str, ...]
    is_whole: bool = False
    names: tuple[str, ...] = ()
    is_alone: bool = False


@dataclass(frozen=True)
class Question:
    """A question with the figures and days it names."""

    text: str
    days: tuple[date, ...]
    has_year: bool
    sums: tuple[Decimal, ...]
    ratios: tuple[Decimal, ...]
    day_count: int | None
    years: tuple[int, ...]
    heads: Decimal | None
    city_average: Decimal | None
    own_average: Decimal | None
    unnamed_year: int = COMMON_YEAR

    @property
    def day_of_month(self) -> int | None:
        """The day of any month that is named alone (12号去行吗)."""
        found = None if self.days else _DAY_ALONE.search(self.text)
        return int(found[1]) if found and int(found[1]) <= _LAST_OF_MONTH else None

    @property
    def names_figures(self) -> bool:
        """Whether a rule works the answer out: of days, sums, years, heads, shares, or of who pays what share."""
        figures = (self.day_of_month, self.days, self.sums, self.years, self.heads, self.ratios)
        return any(figures) or asks_for_rates(self.text)

    @property
    def late_days(self) -> int | None:
        """The days of a delay, counted between two days named where no number of them is."""
        if self.day_count is None and len(self.days) > 1:
            return days_late(self.days[0], self.days[1])
        return self.day_count

    @classmethod
    def read(cls, text: str, unnamed_year: int = COMMON_YEAR) -> Question:
        """A question as it was put, read; a day without a year lies in that of the day before it."""
        text = _BARE_DAY.sub(r"\1日", text)  # 拖到五月二十才送
        named = tuple(_in_one_year(find_dates(text)))
        dates = [one for one in named if one.is_real and (one.year or (one.month, one.day) != (2, 29))]
        mentions = [
            one for one in find_amounts(text) if not any(day.start < one.end and one.start < day.end for day in named)
        ]
        counts = [one.value for one in mentions if one.kind == "count" and one.unit in ("天", "日") and one.value]
        years = [one.year for one in dates if one.year] or [
            int(one.value) for one in mentions if one.unit in ("年", "年度") and one.value and 1990 < one.value < 2100
        ]
        years = years or [int(f"20{one[1]}") for one in _SHORT_YEAR.finditer(text)]
        heads = [
            one.value
            for one in mentions
            if one.kind == "count" and (one.unit + text[one.end : one.end + 1] in _HEADS or one.unit in _HEADS)
        ]
        return cls(
            text,
            tuple(date(one.year or unnamed_year, one.month, one.day) for one in dates),
            all(one.year for one in dates),
            tuple(one.value for one in mentions if one.kind in ("amount", "number") and one.value),
            tuple(one.value for one in mentions if one.kind == "percent" and one.value is not None),
            int(counts[0]) if counts else None,
            tuple(dict.fromkeys(years)),
            max((one for one in heads if one), default=None),
            *_averages(text, mentions),
            unnamed_year,
        )


def asks_for_rates(text: str) -> bool:
    """Whether a text asks which share of something a payer pays (单位交几个点)."""
    return _RATES.search(text) is not None


def _in_one_year(days: Sequence[DateMention]) -> Iterator[DateMention]:
    """The days of a question, one without a year in that of the day before it (从2011年6月1日欠到6月20日)."""
    year: int | None = None
    for one in days:
        if one.year is None and year is not None:
            one = replace(one, year=year)
        year = one.year
        yield one


def _averages(text: str, mentions: Sequence[Mention]) -> tuple[Decimal | None, Decimal | None]:
    """The average wages that a question names: that of all, and that of the one who pays."""
    found: dict[bool, Decimal] = {}
    start = 0
    for one in (mention for mention in mentions if mention.kind in ("amount", "number") and mention.value):
        before = text[start : one.start]
        if one.value and (_OF_ALL.search(before) or _OWN.search(before)):
            found.setdefault(_OF_ALL.search(before) is not None, one.value)
        start = one.end
    return (found.get(True), found.get(False)) if _WAGE.search(text) else (None, None)
