"""Numbers of items that the corpus names as missing or present (缺第3项, 只有(一)(二)), held against the original's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from mingbai.corpus.sources.outline import Item, items
from mingbai.corpus.sources.spelling import CHINESE, number, squeezed

_NUMBER = re.compile(f"[0-9]+|[{CHINESE}]+")
_ONE = rf"[(（]?(?:[0-9]+|[{CHINESE}]+)[)）]?"
_BRACKETED = rf"(?:[(（](?:[0-9]+|[{CHINESE}]+)[)）])+"
_LIST = rf"(?:第{_ONE}(?:、{_ONE})*|{_BRACKETED})"
_UNIT = "[项种类条段部章点]"
_MISSING = re.compile(rf"缺(?P<before>{_LIST})|(?P<behind>{_LIST}){_UNIT}分?(?:整条|原文|标题)*缺失")
_PRESENT = re.compile(rf"只(?:有|写了|剩|列出)(?:{_LIST}{_UNIT}|{_BRACKETED})")
_NAMED = re.compile(rf"第([0-9]+|[{CHINESE}]+)(?=(?:、[0-9]+)?(?:项|条|部分))")
_QUOTED = re.compile(
    rf"第(?P<number>[0-9]+|[{CHINESE}]+)(?P<unit>条|部分|项)(?:[(（][{CHINESE}0-9]+[)）])*[里的]*“(?P<quote>[^”]+)”"
)
_STYLES = {"条": "article", "部分": "comma"}
_WITHIN = re.compile("(?<![0-9.．])([0-9]{1,2})[.．](?![0-9])")


def mispointed(text: str, original: str) -> Iterator[str]:
    """Each item that a text names as missing where the original's numbering has no gap, or as there where it has one.

    A gap is a number before or between those of neighbours: with 1, 2 and 4 only 3 can be missing.
    """
    for found in _MISSING.finditer(text):
        if "标题" not in found.group():
            yield from _wrong(found["before"] or found["behind"], gaps(original), "原文的编号不缺这一项")
    for found in _PRESENT.finditer(text):
        yield from _wrong(found.group(), numbers_of_items(original), "原文没有这个编号")


def misattributed(text: str, original: str) -> Iterator[str]:
    """Each item that a text names and the original has not, and each quotation it gives to another item than its own.

    第十条的“提高2%” must stand in 第十条. An item may be named that the numbering leaves out.
    """
    for found in _NAMED.finditer(text):
        if value_of(found[1]) not in numbers_of_items(original) | gaps(original):
            yield f"原文没有“{found.group()}”这一项"
    lines = original.split("\n")
    for found in _QUOTED.finditer(text):
        numbered = [one for one in _outline(original) if one.number == value_of(found["number"])]
        around = [one for one in numbered if one.style == _STYLES.get(found["unit"])] or numbered
        if not any(squeezed(found["quote"]) in squeezed("".join(lines[one.start : one.end])) for one in around):
            yield f"引的“{found['quote']}”不在“第{found['number']}{found['unit']}”里"


def _wrong(words: str, known: frozenset[int], message: str) -> Iterator[str]:
    if any(value_of(one) not in known for one in _NUMBER.findall(words)):
        yield f"“{words}”:{message}"


def value_of(numeral: str) -> int | None:
    """The number of an item (3, 三), None where it is none (五三)."""
    with suppress(ValueError):
        return int(numeral) if numeral.isdigit() else number(numeral)
    return None


@cache
def numbers_of_items(text: str) -> frozenset[int]:
    """The numbers that items of a text have."""
    return frozenset(one.number for one in _outline(text))


@cache
def _outline(text: str) -> tuple[Item, ...]:
    return items(text.split("\n"))


@cache
def gaps(text: str) -> frozenset[int]:
    """The numbers that the lists of a text leave out, before their last."""
    missing: set[int] = set()
    for there in (*_lists(_outline(text)), *_lists_within(text)):
        missing |= set(range(1, max(there))) - there
    return frozenset(missing)


def _lists(outline: tuple[Item, ...]) -> Iterator[set[int]]:
    """The numbers of each list: items of one style and depth, up to the next that is less deep or begins anew."""
    open_lists: dict[int, tuple[str, set[int]]] = {}
    for one in outline:
        for depth in [depth for depth in open_lists if depth > one.depth]:
            yield open_lists.pop(depth)[1]
        style, there = open_lists.get(one.depth, (one.style, set()))
        if style != one.style or one.number <= max(there, default=0):
            yield there
            there = set()
        open_lists[one.depth] = one.style, there | {one.number}
    yield from (there for _, there in open_lists.values())


def _lists_within(text: str) -> Iterator[set[int]]:
    """The numbers that are counted up within a paragraph (1.… 2.… 4.…)."""
    for line in text.split("\n"):
        numbers = [int(one) for one in _WITHIN.findall(line)]
        if numbers[:2] == [1, 2] and numbers == sorted(set(numbers)):
            yield set(numbers)
