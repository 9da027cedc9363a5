"""Finding the figures of a sentence: amounts of money above all, and whatever must not be taken for one.

Numerals are found, named by the words around them (`naming`), and neighbours joined by 到 or a dash become one
range or share their unit.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from mingbai.language.numbers import surroundings as near
from mingbai.language.numbers.dates import YEAR_IN_FULL
from mingbai.language.numbers.naming import Found, Kind, Mention, named
from mingbai.language.numbers.numerals import canonical, digit, read

__all__ = ["Kind", "Mention", "find_amounts", "numbers_in"]

_LIKE_MONEY = frozenset({"amount", "number", "rate_per"})
_KEPT = 1024  # texts of clauses and warnings come again with every reply
_SHARED_UNIT = frozenset({"count", "percent"})


def find_amounts(text: str) -> tuple[Mention, ...]:
    """Give every figure of the text in order; never raises. A digit inside a word (一般, 万一) is no figure."""
    spelt = canonical(text)
    found: list[Found] = []
    for one in _scan(spelt):
        found[-1:] = _joined(spelt, found[-1], one) if found else [one]
    mentions = (one.mention for one in found if not one.is_weak)
    if spelt == text:
        return tuple(mentions)
    return tuple(replace(mention, text=text[mention.start : mention.end]) for mention in mentions)


@lru_cache(_KEPT)
def numbers_in(text: str) -> frozenset[Decimal]:
    """Give the value of every figure in the text: 3万 is 30000, 45% both 0.45 and 45, a date its parts.

    Signs are dropped, and so are the numbers that open a list item. Whatever cannot be read gives its bare digits.
    """
    unlisted = near.LIST_MARKER.sub("", canonical(text))
    return frozenset(value for mention in find_amounts(unlisted) for value in _values(mention))


def _values(mention: Mention) -> Iterator[Decimal]:
    if mention.value is None:
        yield from map(Decimal, near.DIGITS_ALONE.findall(mention.text))
    for value in (mention.value, mention.high):
        if value is not None:
            yield abs(value)
            if mention.unit in near.PARTS:
                yield abs(value) * 100


def _scan(spelt: str) -> Iterator[Found]:
    position = 0
    while match := near.FIGURE.search(spelt, position):
        if match["date"]:
            yield from _date(match)
        elif match["phone"]:
            number = Decimal(match["phone"].replace("-", ""))
            yield Found(Mention(*match.span(), match.group(), "count", number, unit="编号"), match.group())
        elif match["whole"]:
            yield Found(Mention(*match.span(), match.group(), "percent", Decimal(1), unit="%"), match.group())
        elif match["numeral"]:
            found = named(spelt, position, match.start(), match["numeral"])
            position = found.mention.end
            yield found
            continue
        position = match.end()


def _date(match: re.Match[str]) -> Iterator[Found]:
    position = match.start()
    for part, unit in zip(re.split("[-./]", match["date"]), "年月日", strict=False):
        end = position + len(part)
        yield Found(Mention(position, end, part, "count", Decimal(part), unit=unit), part)
        position = end + 1


def _joined(spelt: str, first: Found, second: Found) -> list[Found]:
    """Join 3到5万 into one range and give the 3 of 3-5天 its unit; else leave both."""
    joint = near.JOINT.fullmatch(spelt, first.mention.end, second.mention.start)
    a, b = first.mention, second.mention
    if joint is None or a.kind not in _LIKE_MONEY or a.value is None or b.value is None or second.is_weak:
        return [first, second]
    if b.kind in _SHARED_UNIT and a.kind == "number":
        return [_with_unit_of(b, first, a.value), second]
    low = _low(first, second, a.value)
    if b.kind not in _LIKE_MONEY or low >= b.value or not _may_span(joint["sign"], first, second):
        return [first, second]
    unit = b.unit or a.unit
    merged = Mention(
        a.start, b.end, spelt[a.start : b.end], "range", low, b.value, unit, approximate=a.approximate or b.approximate
    )
    return [Found(merged, second.numeral)]


def _with_unit_of(unit_holder: Mention, first: Found, value: Decimal) -> Found:
    shared = value / near.PARTS[unit_holder.unit] if unit_holder.kind == "percent" else value
    if unit_holder.value is None or shared >= unit_holder.value:
        return first
    return Found(replace(first.mention, kind=unit_holder.kind, value=shared, unit=unit_holder.unit), first.numeral)


def _low(first: Found, second: Found, value: Decimal) -> Decimal:
    """Give the lower end: the 3 of 3到5万 means 30000, the 3000 of 3000到5万 itself."""
    scale = near.SCALE.search(second.numeral)
    if first.mention.kind != "number" or value >= 100 or scale is None:
        return value
    scaled = read(first.numeral + scale.group())
    return scaled.value if scaled else value


def _may_span(sign: str, first: Found, second: Found) -> bool:
    a, b = first.mention, second.mention
    if a.kind == b.kind == "number" and all(YEAR_IN_FULL.fullmatch(one.numeral) for one in (first, second)):
        return False
    if sign != "、":
        return True
    # 三、四万 spans; 一、3万元 is an item of a list, and 3万、5万 are two amounts.
    head, tail = second.numeral[:1], second.numeral[1:]
    is_next = len(first.numeral) == 1 and digit(head).isdigit() and int(digit(head)) - 1 == a.value
    return is_next and first.numeral.isascii() == head.isascii() and near.SCALE.fullmatch(tail) is not None
