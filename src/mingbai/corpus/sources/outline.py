"""The numbered items of a part (第一章, 第三条, 一、, (一), 1., ⑴, ①), nested as they stand, each with its paragraphs.

A style is not bound to a depth: 1. may stand in (一) and (一) in 1.; an item closes those opened since the last of its
own style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mingbai.corpus.sources.spelling import CHINESE, number

_STYLES = {
    "chapter": re.compile(rf"第([{CHINESE}]+)章"),
    "article": re.compile(rf"第([{CHINESE}]+)条"),
    "comma": re.compile(rf"([{CHINESE}]+)、"),
    "bracket": re.compile(rf"[(（]([{CHINESE}]+)[)）]"),
    "digit": re.compile(r"([0-9]{1,2})(?:[.．](?![0-9](?![09][0-9]{2}年))|[、)）])"),
    "digit bracket": re.compile(r"[(（]([0-9]{1,2})[)）]"),
    "small bracket": re.compile("([⑴-⒇])"),
    "circle": re.compile("([①-⑳])"),
}
_FIRST_OF_BLOCK = {"small bracket": "⑴", "circle": "①"}
HEADING_LENGTH = 32
FULL_STOP = tuple("。;；!！?？")


@dataclass(frozen=True)
class Item:
    """One numbered item: its style and number, its first paragraph and the one after its last, how deep it stands."""

    style: str
    number: int
    start: int
    end: int
    depth: int


def items(paragraphs: Sequence[str]) -> tuple[Item, ...]:
    """The numbered items of a part, in order.

    A number that does not follow its neighbours is no item (the 二、三级医院 of a broken line), nor is one that stands
    alone. A paragraph without a number belongs to the item before it; but behind the last item of a list it belongs to
    what is around the list, if that item was a complete sentence and no article.
    """
    found: list[Item] = []
    open_items: list[int] = []

    def close(depth: int, place: int, number: int) -> None:
        for index in open_items[depth:]:
            has_sibling = found[index].depth == depth and number > found[index].number
            ends_here = not has_sibling and _is_alone(index, found, paragraphs)
            found[index] = replace(found[index], end=found[index].start + 1 if ends_here else place)
        del open_items[depth:]

    for place, text in enumerate(paragraphs):
        mark = _mark(text)
        depth = _depth(mark, [found[index] for index in open_items])
        if mark is not None and depth is not None:
            close(depth, place, mark[1])
            open_items.append(len(found))
            found.append(Item(*mark, start=place, end=place + 1, depth=depth))
    close(0, len(paragraphs), 0)
    return tuple(found)


def _is_alone(index: int, found: Sequence[Item], paragraphs: Sequence[str]) -> bool:
    """Whether an item is one complete sentence, with no item of its own right behind it."""
    item, text = found[index], paragraphs[found[index].start]
    has_items = index + 1 < len(found) and found[index + 1].start == item.start + 1
    is_sentence = len(text) > HEADING_LENGTH and text.endswith(FULL_STOP)
    return is_sentence and item.style != "article" and not has_items


def _mark(text: str) -> tuple[str, int] | None:
    for style, pattern in _STYLES.items():
        found = pattern.match(text)
        if found and text[found.end() :].strip():
            return style, value_of(style, found[1])
    return None


def value_of(style: str, numeral: str) -> int:
    """The number an item's mark gives: 3 for 三, 3, ⑶ and ③."""
    first = _FIRST_OF_BLOCK.get(style)
    return ord(numeral) - ord(first) + 1 if first else number(numeral)


def _depth(mark: tuple[str, int] | None, around: Sequence[Item]) -> int | None:
    """How deep an item with this mark stands, None where the number cannot stand here."""
    if mark is None:
        return None
    style, value = mark
    for depth, item in enumerate(around):
        if item.style == style:
            return depth if value > item.number or value == 1 else None
    return len(around)


def inside(outline: Sequence[Item], around: Item | None) -> Iterator[Item]:
    """The items within another, or all of them."""
    for item in outline:
        if around is None or (item.start > around.start and item.end <= around.end):
            yield item
