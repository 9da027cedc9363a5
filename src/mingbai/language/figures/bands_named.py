"""Bands of a scale that a question names (8万以上那段, 4万到8万, 5万块那一截), which are no bill."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from mingbai.language.numbers.amounts import Mention, find_amounts

__all__ = ["BandNamed", "bands_named"]

_YUAN = "(?:块钱?|元)?"
_PIECE = "(?:的?(?:那|这)?一?(?:段|截|档|层|级|部分)|之间|里)"
_ABOVE = re.compile("以上|往上|之上")
_BELOW = re.compile("以内|以下|之内|之下|以里")
_OF_PIECE = re.compile(f"{_YUAN}{_PIECE}")
# 75块里头单位个人各多少: what two pay together
_OF_PAYERS = re.compile(f"{_YUAN}里[头面]?,?(?:是|要)?(?:单位|公司|企业|财政|个人|自己|职工|我)")
_OVER = re.compile("(?:超过|超出|高于|大于)$")
_JOINS = re.compile(f"{_YUAN}(?:的|,|、|到|至|但|不?超过){{0,2}}")
_RATIO = re.compile("几成|百分之?(?:几|多少)|多少比例|比例|几个?(?:百分)?点|多少个?(?:百分)?点|多少|几多|好多")
_WHAT_OF = re.compile("呢[??]?$")
_SPENT = re.compile("[花用出掏](?:掉了?|去了?|了)[^,。;]{0,3}$|一共|总共")


@dataclass(frozen=True)
class BandNamed:
    """Bounds of a band, in yuan; None where that end is not said. `is_inside` where only a sum within it is told."""

    over: Decimal | None = None
    up_to: Decimal | None = None
    is_inside: bool = False


def bands_named(text: str) -> tuple[BandNamed, ...]:
    """The bands that a question for a ratio names, in the order of speech; none where it asks for no ratio."""
    if not _RATIO.search(text) and not _WHAT_OF.search(text):
        return ()
    sums = [one for one in find_amounts(text) if one.value is not None and one.is_sum_or_range]
    found: list[BandNamed] = []
    taken = -1
    for at, one in enumerate(sums):
        if at <= taken or _SPENT.search(text[max(0, one.start - 6) : one.start]):
            continue
        following = sums[at + 1] if at + 1 < len(sums) else None
        if following and _is_pair(text, one, following):
            found.append(BandNamed(one.value, following.value))
            taken = at + 1
        elif band := _alone(text, one):
            found.append(band)
    return tuple(found)


def _is_pair(text: str, low: Mention, high: Mention) -> bool:
    """Whether two sums are the ends of one band (1万以上3万以下)."""
    is_joined = _JOINS.fullmatch(text[low.end : high.start]) is not None
    return is_joined and _ends(text, low, _ABOVE) and _ends(text, high, _BELOW) and (low.value or 0) < (high.value or 0)


def _alone(text: str, one: Mention) -> BandNamed | None:
    if one.high is not None:  # 4万到8万
        return BandNamed(one.value, one.high)
    if _ends(text, one, _ABOVE) or _OVER.search(text[: one.start]):
        return BandNamed(over=one.value)
    if _ends(text, one, _BELOW):
        return BandNamed(up_to=one.value)
    is_inside = _OF_PIECE.match(text, one.end) and not _OF_PAYERS.match(text, one.end)
    return BandNamed(one.value, one.value, is_inside=True) if is_inside else None


def _ends(text: str, one: Mention, word: re.Pattern[str]) -> bool:
    """Whether a word of bounds belongs to a sum, in its own words or just behind it (8万以上, 8万块以上)."""
    return word.search(one.text) is not None or word.match(text, one.end) is not None
