"""The figures of a text and of a rule, in one form in which the two can be compared with an original's.

A figure is a value and what it counts: a share, yuan, days, months … A bare number (2009, a lost 元) can stand for
any of them but a share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from mingbai.language.amounts import Mention, find_amounts
from mingbai.language.numerals import canonical
from mingbai.language.surroundings import DIGITS_ALONE, LIST_MARKER, PARTS
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
_LARGEST_OWN_COUNT = 10
_THROUGH = re.compile("日?[至到—~-]+")
_NEXT = re.compile("次(?=年)")
_NUMBERED_YEAR = re.compile(r"^[0-9]{1,2}[.](?=(?:19|20)[0-9]{2}年)", re.M)  # 2.2017年: item 2, not 2.2017
_CHUNK = re.compile("[。:：\n]")
_SIGNS_OF_LISTS = tuple(map(re.compile, ("、|[,，]?以及|[和及与+]", "[;；]", "[,，]", "[,，、]")))
_CLAUSE_SIGN = re.compile("[。:：;；,，\\n]")
_ORDINAL = re.compile("第(?:[一二三四五六七八九十][、和到至])?.?$")
_LIST_LINE = re.compile("^(?:- |[0-9]+[.])", re.M)
_LIST = re.compile("^(?:(?:- |[0-9]+[.]).*(?:\n|$))+", re.M)
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


def figures_in(text: str) -> frozenset[Figure]:
    """Every figure of a text, signs dropped; the numbers that open list items are none. 次年 is 第二年."""
    text = _NEXT.sub("第二", _NUMBERED_YEAR.sub("", text))
    mentions = find_amounts(text := _unlisted(text))
    return frozenset((*(figure for mention in mentions for figure in _values(mention)), *_dates(text, mentions)))


def stated_in(text: str, beside: str = "") -> frozenset[Figure]:
    """The figures of a text that an original must have.

    Left out is 0, which originals put in words (不缴费), and what the text itself counts: a spelt 一 or 两 that is no
    rank (一张, 两种读法), a spelt count up to ten of things that it, or what stands `beside` it, lists; so is
    一年, which is every year, or all of it.
    """
    lists = lengths_of_lists(f"{text}\n{beside}")
    mentions = find_amounts(text := _unlisted(text))
    stated = (one for mention in mentions if not _counts_own(mention, text, lists) for one in _values(mention))
    return frozenset((*(figure for figure in stated if figure.value), *_dates(text, mentions)))


def date_of(month: int, day: int) -> Figure:
    """A day of a year as one figure, so that 9月30日 does not stand in 9月1日至11月30日."""
    return Figure(Decimal(month * 100 + day), DATE)


def _dates(text: str, mentions: Sequence[Mention]) -> Iterator[Figure]:
    """The months with their years and the days with their months; a day behind 至 has the month of the one before."""
    month: Decimal | None = None
    for before, one in pairwise(mentions):
        between = text[before.end : one.start]
        families = _family(before), _family(one)
        if before.value is None or one.value is None:
            continue
        if families == ("年", "月") and not between and not _is_spelt_small(before):
            yield Figure(before.value * 100 + one.value, YEAR_MONTH)
        if families == ("月", "日") and not between:
            month = before.value
            yield date_of(int(month), int(one.value))
        elif month and families[0] in ("日", BARE) and families[1] == "日" and _THROUGH.fullmatch(between):
            yield date_of(int(month), int(one.value))


def _unlisted(text: str) -> str:
    return LIST_MARKER.sub("", canonical(text))


def _values(mention: Mention) -> Iterator[Figure]:
    family = _family(mention)
    if mention.value is None:
        for digits in DIGITS_ALONE.findall(mention.text):
            yield Figure(Decimal(digits), BARE)
    for value in (mention.value, mention.high):
        if value is not None:
            yield Figure(abs(value).normalize(), family)


def _family(mention: Mention) -> str:
    if mention.unit in PARTS:
        return SHARE
    if mention.kind in ("rate_per", "range") or mention.unit == "元":
        return YUAN if _MONEY.search(mention.text) else BARE
    return _FAMILY.get(mention.unit, COUNT if mention.unit else BARE)


def _counts_own(mention: Mention, text: str, lists: frozenset[int]) -> bool:
    """Whether a mention counts what the text itself tells (一张, 两种读法, a listed 四家)."""
    if not _is_spelt_small(mention) or mention.value is None:
        return False
    if mention.value == 1 or mention.text.startswith(("两", "第2", "第二")) or mention.value in lists:
        return True
    before = text[: mention.start]
    if _ORDINAL.search(before + mention.text[:1]):
        return mention.value <= max(lists, default=0)
    return mention.value == len(_CLAUSE_SIGN.split(before)[-1].split("、"))


def lengths_of_lists(text: str) -> frozenset[int]:
    """How many things the lists of a text hold: lines that open with a sign, and what a sentence counts up."""
    lines = (len(_LIST_LINE.findall(one)) for one in _LIST.findall(text))
    named = (len(sign.split(one)) for one in _CHUNK.split(text) for sign in _SIGNS_OF_LISTS)
    listed = (len(_SIGNS_OF_LISTS[0].split(two)) for one in _CHUNK.split(text) for two in re.split("[,，;；]", one))
    return frozenset((*lines, *named, *listed))


def _is_spelt_small(mention: Mention) -> bool:
    """Whether a mention is a count up to ten in characters, without a unit of money or time, or one (一年) of time."""
    is_spelt = not any(character.isascii() and character.isdigit() for character in mention.text)
    is_small = mention.value is not None and max(mention.value, mention.high or 0) <= _LARGEST_OWN_COUNT
    family = _family(mention)
    return is_spelt and (
        is_small if family == BARE or family.startswith(COUNT) else family in _PERIODS and mention.value == 1
    )
