"""The days and months that a question names, and which of them is that of a payment and which that of an illness."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingbai.language.asking import HOW_MUCH
from mingbai.language.numbers.dates import find_dates
from mingbai.language.numbers.numerals import canonical, read

__all__ = ["CARE", "PAYS", "Time", "at_another_time", "months_since", "paid_and_ill", "times_named"]

_MONTH = re.compile(
    "(?:(?P<year>(?:19|20)[0-9]{2})年)?(?<![0-9十一二三四五六七八九几个])"
    "(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?P<part>初|底|末)?份?(?!(?:[0-9]|[一二三四五六七八九十])+[日号])"
)
PAYS = re.compile("[交缴]|参保|办的|补[齐清足上]")
"""What says that somebody paid in."""
_NEEDS = re.compile("住|病|开刀|手术|报|用")
CARE = re.compile("住|病|看|生|开刀|手术|出院|急诊|抢救")
"""What says that somebody was ill, or cared for."""
_OF_NOW = re.compile("(?P<last>上个?月)|(?P<this>[这本]个?月)|(?P<next>下个?月)")
_SINCE = re.compile(  # 交了两个月; 连续交3个月 is a rule
    "(?<!连续)(?<!每月)[交缴](?:[了上完的费钱]|保费|满){0,3}(?:才|刚|都|已经|有|快){0,2}"
    "(?P<months>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个(?:多|来)?月(?!的|[一共])"
)
_COUNTS = re.compile("[报赔享赶管]|能用|用得|[吗不]")  # it is asked whether that is paid
_ASKS_ELSE = re.compile(f"{HOW_MUCH}|[哪怎咋谁]|什么|材料|手续")  # 那七月份要交多少钱
_LONGEST_OTHER = 24
"""Characters of a message that only puts another time."""
_FROM_NOW = {"last": -1, "this": 0, "next": 1}
_FIRST_DAYS = {"初": (1, 10), "底": (21, 31), "末": (21, 31)}


@dataclass(frozen=True)
class Time:
    """A day or some days of a month named in a question, where its words begin, with what is said of them."""

    start: int
    words: str
    said: str
    year: int | None
    month: int
    first: int
    last: int

    def in_year(self, year: int) -> tuple[date, date]:
        """The first and the last day that may be meant."""
        of_month = monthrange(year, self.month)[1]
        return date(year, self.month, min(self.first, of_month)), date(year, self.month, min(self.last, of_month))


def times_named(question: str) -> tuple[Time, ...]:
    """The days and months a question names, each with the words up to the next."""
    found = [
        (one.start, one.end, one.year, one.month, (one.day, one.day)) for one in find_dates(question) if one.is_real
    ]
    text = canonical(question)
    for one in _MONTH.finditer(text):
        if not any(start < one.end() and one.start() < end for start, end, *_ in found):
            year = int(one["year"]) if one["year"] else None
            found.append((*one.span(), year, _month(one["month"]), _FIRST_DAYS.get(one["part"] or "", (1, 31))))
    found.sort()
    ends = (*(start for start, *_ in found[1:]), len(question))
    return tuple(
        Time(start, question[start:end], question[end:until], year, month, first, last)
        for (start, end, year, month, (first, last)), until in zip(found, ends, strict=False)
    )


def paid_and_ill(times: Sequence[Time]) -> tuple[Time, Time] | None:
    """Of two times when somebody paid and when they were ill; None where these are not just two."""
    if len(times) != 2:
        return None
    paid = next((one for one in times if PAYS.search(one.said)), None)
    ill = next((one for one in times if one is not paid and _NEEDS.search(one.said)), None)
    return (paid, ill) if paid and ill else None


def at_another_time(question: str, message: str) -> str | None:
    """The question of a payment and a stay with that time of one of them which a message puts in its place.

    那7月份再住一次呢 puts another stay, 要是2月1号就交了呢 another payment; None for what tells neither, or both.
    """
    both, told = paid_and_ill(times_named(question)), times_named(message)
    if both is None or len(told) != 1 or len(message) > _LONGEST_OTHER or _ASKS_ELSE.search(message):
        return None
    pays, needs = PAYS.search(message) is not None, _NEEDS.search(message) is not None
    if pays == needs:
        return None
    was = both[0] if pays else both[1]
    return question[: was.start] + told[0].words + question[was.start + len(was.words) :]


def months_since(question: str) -> int | None:
    """How many months after the payment the illness is, as told from now on (这月交的,下个月开刀; 交了两个月)."""
    told = _SINCE.search(canonical(question))
    if told and CARE.search(question) and _COUNTS.search(question):
        return _month(told["months"])
    found = tuple(_OF_NOW.finditer(question))
    ends = (*(one.start() for one in found[1:]), len(question)) if found else ()
    said = [(_FROM_NOW[str(one.lastgroup)], question[one.end() : end]) for one, end in zip(found, ends, strict=True)]
    paid = next((at for at, words in said if PAYS.search(words)), None)
    ill = next((at for at, words in said if not PAYS.search(words) and _NEEDS.search(words)), None)
    return None if paid is None or ill is None or ill < paid else ill - paid


def _month(numeral: str) -> int:
    """The number of a month; the pattern that found it lets no other numeral through."""
    figure = read(numeral)
    assert figure is not None
    return int(figure.value)
