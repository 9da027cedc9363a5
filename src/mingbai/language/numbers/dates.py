"""Days named in a sentence: 2014年6月30日, 2014-6-30, 2014.6.30, 14年6月30号, 6月1号, 二〇一四年六月三十日, 五一.

今年, 去年 and 昨天 are not resolved: there is no clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from mingbai.language.numbers.numerals import canonical, digit

__all__ = ["YEAR_IN_FULL", "DateMention", "find_dates"]

YEAR_IN_FULL = re.compile("(?:19|20)[0-9]{2}")
"""The four figures of a year."""
_LEAP_YEAR = 2000
_LAST_OF_20XX = 68
_DIGIT = "[零一二三四五六七八九]"
_YEAR = rf"(?<![0-9])(?<!{_DIGIT})(?P<year>[0-9]{{4}}|[0-9]{{2}}|{_DIGIT}{{4}}|{_DIGIT}{{2}}) ?年度? ?"
_UPTO_99 = rf"[0-9]{{1,2}}|{_DIGIT}?十{_DIGIT}?|{_DIGIT}"
# 2014年6月30 is a day without its 日, and so is 9月25 in 今天9月25了 and 拖到5月20才送; 2014年6月30元, 6月30 and
# 6月3万 are none.
_BEFORE_DOING = "(?=[了才就再去送报交拿办还出住]|来(?!天))"
_OF_SUM = "(?: ?(?:[.,]?[0-9]|[%‰十百千万亿wk元块毛角个多来余几天次岁人]))"
_END = rf" ?(?:[日号]|{_BEFORE_DOING}|(?(year)(?!{_OF_SUM})|(?!)))"
_FEASTS = {"元旦": (1, 1), "五一": (5, 1), "国庆": (10, 1), "十一": (10, 1)}
_FEAST = (  # 过了五一, 十一以前; 五一路, 五一万 and 十一天 are none
    "(?P<feast>(?:元旦|国庆)(?!节?[之以]?后)"
    rf"|(?<![0-9.第百千万十])(?<!{_DIGIT})(?:五一|十一)"
    r"(?=节(?!后)|假|长假|放假|期间|[之以]?前|过|那天|还|来|再|去|[,。;!? ]|\Z))"
)
_DAY = re.compile(
    rf"(?:{_YEAR})?(?:{_FEAST}|(?<![0-9.十])(?<!{_DIGIT})(?P<month>{_UPTO_99}) ?月 ?(?P<day>{_UPTO_99}){_END})"
    r"|(?<![0-9.-])(?P<figures>(?:19|20)[0-9]{2}(?P<dot>[-./])[0-9]{1,2}(?P=dot)[0-9]{1,2})(?!\.?[0-9])[日号]?"
)
# 3月3号批的,20号才去: a day of the month named before, or of the next; 每月20号 and 20号楼 are none
_ALONE = re.compile(
    rf"(?<![0-9.月第-])(?<!{_DIGIT})(?<!十)(?P<day>{_UPTO_99})[日号](?=[才就再去来送报交拿办还出住能行算到了以之前?!]|\Z)"
)
_UNTIL = re.compile("[之以]?前|截止|为止")
_MONTHS, _LONGEST_MONTH = 12, 31


@dataclass(frozen=True)
class DateMention:
    """A day in a text, from `start` to `end`; `year` is None where the text does not name it."""

    start: int
    end: int
    text: str
    year: int | None
    month: int
    day: int

    @property
    def is_real(self) -> bool:
        """Whether the calendar has such a day; 2月29日 of an unnamed year may be one."""
        with suppress(ValueError):
            return bool(date(_LEAP_YEAR if self.year is None else self.year, self.month, self.day))
        return False

    @property
    def on(self) -> date | None:
        """The day itself; None where its year is not named or the calendar has no such day."""
        return date(self.year, self.month, self.day) if self.year is not None and self.is_real else None


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Every day named in a text, in order; never raises."""
    spelt = canonical(text)
    whole = [_mention(text, found) for found in _DAY.finditer(spelt)]
    return tuple(sorted((*whole, *_alone(text, spelt, whole)), key=lambda one: one.start))


def _alone(text: str, spelt: str, whole: Sequence[DateMention]) -> Iterator[DateMention]:
    """The days without a month that stand behind one with a month."""
    for found in _ALONE.finditer(spelt) if whole else ():
        day = _upto_99(found["day"])
        before = [one for one in whole if one.end <= found.start()]
        is_apart = all(found.start() >= one.end or found.end() <= one.start for one in whole)
        if not before or not is_apart or not 0 < day <= _LONGEST_MONTH:
            continue
        last = before[-1]
        later = day < last.day and not _UNTIL.match(text, last.end)
        month = last.month % _MONTHS + 1 if later else last.month
        year = last.year + (last.month == _MONTHS) if later and last.year is not None else last.year
        yield DateMention(*found.span(), text[found.start() : found.end()], year, month, day)


def _mention(text: str, found: re.Match[str]) -> DateMention:
    written = text[found.start() : found.end()]
    if found["figures"]:
        return DateMention(*found.span(), written, *map(int, found["figures"].split(found["dot"])))
    year = _year(found["year"]) if found["year"] else None
    if found["feast"]:
        return DateMention(*found.span(), written, year, *_FEASTS[found["feast"]])
    return DateMention(*found.span(), written, year, _upto_99(found["month"]), _upto_99(found["day"]))


def _year(numeral: str) -> int:
    """The year of four figures, or of two as POSIX reads %y: 14 is 2014, 95 is 1995."""
    year = int("".join(map(digit, numeral)))
    if len(numeral) > 2:
        return year
    return year + (2000 if year <= _LAST_OF_20XX else 1900)


def _upto_99(numeral: str) -> int:
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return int("".join(map(digit, numeral)))
    return int(digit(tens or "一")) * 10 + int(digit(ones or "零"))
