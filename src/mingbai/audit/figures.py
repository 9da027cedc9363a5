"""The figures of a text and of a rule, in one form in which the two can be compared with an original's.

A figure is a value and what it counts: a share, yuan, days, months … A bare number (2009, a lost 元) can stand for
any of them but a share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from mingbai.language.numbers.amounts import Mention, find_amounts
from mingbai.language.numbers.numerals import canonical
from mingbai.language.numbers.surroundings import DIGITS_ALONE, LIST_MARKER, PARTS
from mingbai.money import percent, short

SHARE, YUAN, COUNT, DATE, YEAR_MONTH, BARE = "比例", "元", "数", "月日", "年月", ""
_PERIODS = {
    "日": ("日", "号", "天"),
    "工作日": ("工作日", "个工作日"),
    "月": ("月", "月份", "个月"),
    "年": ("年", "年度", "个年度"),
}
_FAMILY = {unit: family for family, units in _PERIODS.items() for unit in units}
_COUNTS = ("人名位口", "户", "次回趟遍", "份张本册页", "家所", "级档", "倍")
_FAMILY |= {unit: f"{COUNT}{units[0]}" for units in _COUNTS for unit in units}
RANK = f"{COUNT}级"
LARGEST_SMALL = 10
_THROUGH = re.compile("日?[至到—~-]+")
_NEXT = re.compile("次(?=年)")
_NUMBERED_YEAR = re.compile(r"^[0-9]{1,2}[.](?=(?:19|20)[0-9]{2}年)", re.M)  # 2.2017年: item 2, not 2.2017
_ITEM = r"[.．](?![0-9](?![09][0-9]{2}年))"
_HEAD = re.compile(
    rf"^(?:第[0-9一二三四五六七八九十]+[条章]|[(（]?(?:[一二三四五六七八九十]+|[0-9]{{1,2}})(?:[)）、]|{_ITEM}))"
)
_WITHIN = re.compile(
    rf"[(（\[][0-9]{{1,2}}[)）\]]|(?<=[。;；:：,，])[0-9]{{1,2}}(?:[)）、]|{_ITEM})|[0-9]*[x×*]{{2}}年?"
)
_MONEY = re.compile("[元块¥]|rmb")  # 3万 alone may be people or yuan


@dataclass(frozen=True)
class Figure:
    """A value and the family of its unit: 45% is (0.45, 比例), 3万元 (30000, 元), 2个月 (2, 月), a bare 9 (9, '')."""

    value: Decimal
    family: str

    def stands_in(self, evidence: frozenset[Figure]) -> bool:
        """Whether the evidence has the same value, counted in the same unit as far as both name one."""
        return any(self.value == one.value and _agree(self.family, one.family) for one in evidence)

    def __str__(self) -> str:
        """The figure as a person writes it."""
        if self.family == SHARE:
            return percent(self.value)
        if self.family in (DATE, YEAR_MONTH):
            return f"{self.value // 100}{self.family[0]}{self.value % 100}{self.family[1]}"
        return short(self.value) + ("" if self.family == BARE else self.family.removeprefix(COUNT))


def _agree(one: str, other: str) -> bool:
    """Bare numbers go with any unit but a share or a date, plain counts (3个) with every count but a rank (3级)."""
    if COUNT in (one, other) and RANK in (one, other):
        return False
    if COUNT in (one, other) and one.startswith(COUNT) and other.startswith(COUNT):
        return True
    return one == other or (BARE in (one, other) and not {SHARE, DATE, YEAR_MONTH} & {one, other})


@cache
def amounts_in(text: str) -> tuple[Mention, ...]:
    """Every mention of a figure in a text; the same texts are read by several checks."""
    return find_amounts(text)


@cache
def figures_in(text: str) -> frozenset[Figure]:
    """Every figure of a text, signs dropped; the numbers that open list items are none. 次年 is 第二年."""
    text = _NEXT.sub("第二", _NUMBERED_YEAR.sub("", text))
    mentions = amounts_in(text := unlisted(text))
    return frozenset((*(figure for mention in mentions for figure in values_of(mention)), *dates_in(text, mentions)))


def told_in(text: str) -> frozenset[Figure]:
    """The figures of a paragraph of an original that a clause about it must have.

    Left out are the numbers of items, at the head of the paragraph and within it, and a spelt 一 (一次, 一年).
    """
    text = _WITHIN.sub("", _NEXT.sub("第二", _HEAD.sub("", canonical(text.strip()))))
    mentions = amounts_in(text)
    told = (one for one in mentions if one.value != 1 or not is_spelt_small(one))
    return frozenset((*(figure for one in told for figure in values_of(one)), *dates_in(text, mentions)))


@cache
def mentions_in(text: str) -> tuple[tuple[Mention, frozenset[Figure]], ...]:
    """Every mention of a figure with the figures it states, the numbers of items left out."""
    return tuple(_mentions(text))


def _mentions(text: str) -> Iterator[tuple[Mention, frozenset[Figure]]]:
    numbers = [found.span() for sign in (LIST_MARKER, _WITHIN) for found in sign.finditer(text)]
    for mention in amounts_in(text):
        figures = frozenset(values_of(mention))
        if figures and not any(start <= mention.start and mention.end <= end for start, end in numbers):
            yield mention, figures


def date_of(month: int, day: int) -> Figure:
    """A day of a year as one figure, so that 9月30日 does not stand in 9月1日至11月30日."""
    return Figure(Decimal(month * 100 + day), DATE)


def dates_in(text: str, mentions: Sequence[Mention]) -> Iterator[Figure]:
    """The months with their years and the days with their months; a day behind 至 has the month of the one before."""
    month: Decimal | None = None
    for before, one in pairwise(mentions):
        between = text[before.end : one.start]
        families = family_of(before), family_of(one)
        if before.value is None or one.value is None:
            continue
        if families == ("年", "月") and not between and not is_spelt_small(before):
            yield Figure(before.value * 100 + one.value, YEAR_MONTH)
        if families == ("月", "日") and not between:
            month = before.value
            yield date_of(int(month), int(one.value))
        elif month and families[0] in ("日", BARE) and families[1] == "日" and _THROUGH.fullmatch(between):
            yield date_of(int(month), int(one.value))


def unlisted(text: str) -> str:
    """The text in one spelling, without the numbers that open list items."""
    return LIST_MARKER.sub("", canonical(text))


def values_of(mention: Mention) -> Iterator[Figure]:
    """The figures of a mention: one, both ends of a range, or the bare digits of what cannot be read."""
    family = family_of(mention)
    if mention.value is None:
        for digits in DIGITS_ALONE.findall(mention.text):
            yield Figure(Decimal(digits), BARE)
    for value in (mention.value, mention.high):
        if value is not None:
            yield Figure(abs(value).normalize(), family)


def family_of(mention: Mention) -> str:
    """What a mention counts; counts of the same words (人, 名, 位) are one family, any other word is its own."""
    if mention.unit in PARTS:
        return SHARE
    if mention.kind in ("rate_per", "range") or mention.unit == "元":
        return YUAN if _MONEY.search(mention.text) else BARE
    return family_of_unit(mention.unit)


def family_of_unit(unit: str) -> str:
    """What a word counts; 份 and 张 are one family."""
    return _FAMILY.get(unit, f"{COUNT}{unit}" if unit else BARE)


def is_spelt_small(mention: Mention) -> bool:
    """Whether a mention is a count up to ten in characters, without a unit of money or time, or one (一年) of time."""
    is_spelt = not any(character.isascii() and character.isdigit() for character in mention.text)
    is_small = mention.value is not None and max(mention.value, mention.high or 0) <= LARGEST_SMALL
    family = family_of(mention)
    return is_spelt and (
        is_small if family == BARE or family.startswith(COUNT) else family in _PERIODS and mention.value == 1
    )
