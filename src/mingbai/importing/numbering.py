"""The numbers that Chinese documents put before their parts: 第一章, 第十条, 一、, (一), 1., (1), ①."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100}
_HAN = "[零〇一二两三四五六七八九十百]{1,7}"
_NUMBER = rf"(?:{_HAN}|\d{{1,3}})"

CHAPTERS = ("附件", "编", "部分", "章", "节")
"""Styles that head other parts, from the outside in."""
ARTICLE = "条"
STRONG = (*CHAPTERS, ARTICLE)
"""Styles of one fixed order; those of lists come in any."""

_LEGAL = re.compile(rf"第\s*(?P<number>{_NUMBER})\s*(?P<style>编|部分|章|节|条)(?P<more>之{_HAN})?")
_ANNEX = re.compile(rf"附\s*[件表录]\s*(?P<number>{_NUMBER})?(?=[\s::、.]|$)")
# 一、二级医院 and 1、2级 name levels; 1.5万元 is a figure, 1.2013年 an item that begins with a year.
_LISTS = {
    "一、": re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})\s*[、.．](?![一二三四五六七八九十]{1,2}[、级档类等])"),
    "(一)": re.compile(r"[（(]\s*(?P<number>[一二三四五六七八九十]{1,3})\s*[)）]|(?P<sign>[㈠-㈩])"),
    "1.": re.compile(
        r"(?P<number>\d{1,2})\s*[.、．](?!\d)(?!\s*[.、．])|(?P<year>\d{1,2})[.、](?=(?:19|20)\d\d年)|(?P<sign>[⒈-⒛])"
    ),
    "(1)": re.compile(r"[（(]\s*(?P<number>\d{1,2})\s*[)）]|(?P<bare>\d{1,2})[)）]|(?P<sign>[⑴-⒇])"),
    "①": re.compile(r"(?P<sign>[①-⑳])"),
}
_REFERS = re.compile(
    r"\s*(?:第|规定|所列|所称|所规定|的|和|与|及|或|至|到|、|,|，|中|之|款|项|执行|明确|要求|[)）》”\"])"
)


@dataclass(frozen=True)
class Mark:
    """A number before a part: its style, its value, how a locator writes it, and where the words after it begin."""

    style: str
    number: int
    locator: str
    end: int
    is_apart: bool

    @property
    def is_strong(self) -> bool:
        """Whether it is a chapter, an annex or an article, not an item of a list."""
        return self.style in STRONG


def find_mark(text: str) -> Mark | None:
    """The number a paragraph begins with; None where it begins with words, or only refers to an article."""
    return _legal(text) or _annex(text) or _item(text)


def _legal(text: str) -> Mark | None:
    found = _LEGAL.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    is_apart = not rest or rest[0] in "  \t【〔"
    if not is_apart and _REFERS.match(rest):
        return None
    written = re.sub(r"\s", "", found[0])
    return Mark(found["style"], han_value(found["number"]), written, found.end(), is_apart)


def _annex(text: str) -> Mark | None:
    found = _ANNEX.match(text)
    if found is None:
        return None
    written = re.sub(r"\s", "", found[0])
    return Mark("附件", han_value(found["number"] or "1"), written, found.end(), is_apart=True)


def _item(text: str) -> Mark | None:
    for style, pattern in _LISTS.items():
        if found := pattern.match(text):
            written = next(filter(None, found.groups()))
            is_sign = written == found.groupdict().get("sign")
            number = int(unicodedata.numeric(written)) if is_sign else han_value(written)
            return Mark(style, number, _locator(style, written), found.end(), is_apart=False)
    return None


def _locator(style: str, written: str) -> str:
    """An item as locators of the corpus write it: 四, (三), 2, (1), ①."""
    plain = unicodedata.normalize("NFKC", written).strip("().") if style != "①" else written
    return f"({plain})" if style.startswith("(") else plain


def han_value(written: str) -> int:
    """The value of a Chinese or Arabic whole number below a thousand: 十二 → 12, 一〇三 → 103."""
    if written.isdigit() and written.isascii():
        return int(written)
    if not set(written) & set(_SCALES):
        return int("".join(str(_DIGITS[one]) for one in written))
    total, pending = 0, None
    for one in written:
        if one in _SCALES:
            total += (1 if pending is None else pending) * _SCALES[one]
            pending = None
        else:
            pending = _DIGITS[one]
    return total + (pending or 0)


def written_in_han(number: int) -> str:
    """A whole number below a thousand in Chinese: 12 → 十二, 103 → 一百零三."""
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones else "") or "零"
