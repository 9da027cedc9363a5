"""How originals write numbers of items, and one spelling in which quoted words are looked for."""

from __future__ import annotations

import re
import unicodedata

CHINESE = "一二三四五六七八九十"
_SPACE = re.compile(r"\s+")


def squeezed(text: str) -> str:
    """The text without spaces, in half width, so that a quotation is found however it was typed."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


def number(numeral: str) -> int:
    """The value of an item's number up to 99: 十二 and 12 are 12.

    Raises:
        ValueError: for anything else.
    """
    if numeral.isdecimal():
        return int(numeral)
    tens, mark, ones = numeral.partition("十")
    if not mark:
        return CHINESE.index(numeral) + 1
    return (CHINESE.index(tens) + 1 if tens else 1) * 10 + (CHINESE.index(ones) + 1 if ones else 0)
