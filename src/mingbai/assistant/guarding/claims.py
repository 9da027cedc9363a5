"""What a reply claims around its figures: what is paid, all or half of it, percent or percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mingbai.language.numbers.amounts import find_amounts

_PAYING = (
    r"(?:能|可以?|该|会|共)(?:报销?|补|赔|领|拿)[回到]?|报销?(?:金额|款|额)|(?:医保|基金)(?:支付|付|报销?|出|承担)"
)
_PAID = re.compile(rf"(?:{_PAYING})[的了是为约大共::\s*]{{0,6}}\Z")
_WHOLE = r"(?:100%|百分之?百)"
_IN_FULL = re.compile(
    rf"全额(?:报|支付|承担)|全部(?:能|可以?)?(?:报|支付)|全报|都能报|不[用必需](?:您|你)?自己[出付掏]|一分钱?[都也]?不用"
    rf"|报[^,。;,;]{{0,6}}{_WHOLE}|{_WHOLE}[^,。;,;]{{0,3}}报"
)
_SHARE_IN_WORDS = re.compile(r"一半|大半|多半|半数|对半|[一二三四五六七八九1-9]折")
_CHANGE = re.compile(r"(?:提高|降低|上浮|下浮|上调|下调|增加|减少|多报|少报|加|减|高|低)了?\s*\Z")
_SUBJECT = re.compile(r"比例|起付|门槛|封顶|限额")
_PART_OF_SENTENCE = re.compile(r"[,。;,;()()\n]")
_POINTS, _SHARES = "个百分点", ("%", "成", "‰")


@dataclass(frozen=True)
class _Share:
    """A percentage or a number of percentage points, and what it raises or lowers where it says so."""

    value: Decimal
    is_points: bool
    is_change: bool
    subject: str | None = None


def paid(text: str) -> frozenset[Decimal]:
    """Every sum of money that a text says the fund pays, in yuan."""
    return frozenset(
        value
        for mention in find_amounts(text)
        if mention.is_sum_or_range and mention.unit in ("元", "")
        if _PAID.search(text, max(0, mention.start - 16), mention.start)
        for value in (mention.value, mention.high)
        if value is not None
    )


def says_in_full(text: str) -> bool:
    """Whether a text says that everything is paid for."""
    return _IN_FULL.search(text) is not None


def rates(text: str) -> frozenset[Decimal]:
    """Every percentage in a text as a ratio, but for those by which something is raised or lowered."""
    return frozenset(share.value for share in _shares(text) if not share.is_points and not share.is_change)


def unsourced_shares(text: str, source: str) -> Iterator[str]:
    """Shares put into words (一半, 八折) that the source does not use."""
    yield from (found for found in dict.fromkeys(_SHARE_IN_WORDS.findall(text)) if found not in source)


def mixed_units(text: str, source: str) -> Iterator[str]:
    """Percentages that the source gives as percentage points and the other way round (5% for 5个百分点)."""
    if "点" not in text + source:
        return  # no percentage points on either side
    known = list(_shares(source))
    for share in dict.fromkeys(_shares(text)):
        alike = [one for one in known if one.value == share.value]
        same = [one for one in alike if share.subject and one.subject == share.subject] or alike
        if same and not any(one.is_points == share.is_points for one in same):
            number = (share.value * 100).normalize()
            yield f"{number:f}%不是{number:f}个百分点" if share.is_points else f"{number:f}个百分点不是{number:f}%"


def _shares(text: str) -> Iterator[_Share]:
    for mention in find_amounts(text):
        if mention.value is None or mention.unit not in (_POINTS, "百分点", "个点", *_SHARES):
            continue
        before = _PART_OF_SENTENCE.split(text[max(0, mention.start - 16) : mention.start])[-1]
        change, subjects = _CHANGE.search(before), _SUBJECT.findall(before)
        subject = subjects[-1] if change and subjects else None
        yield _Share(mention.value, mention.unit not in _SHARES, change is not None, subject)
