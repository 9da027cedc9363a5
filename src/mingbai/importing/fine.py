"""Paragraphs too long for one clause, cut where their items or sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mingbai.importing.blocks import Block, Grid
from mingbai.importing.numbering import find_mark

LONG = 300
"""A clause with more characters is cut further where it can be."""
_SENTENCE = re.compile(r"[^。；！？!?;]*[。；！？!?;]+[”’」』）)]*|[^。；！？!?;]+$")
# Items that follow each other in one paragraph: after a colon or a stop, (一)…(二)…
_INLINE = re.compile(
    r"(?<=[：:；;。])\s*(?=[（(][一二三四五六七八九十]{1,3}[)）]|[（(]\d{1,2}[)）]|[①-⑳㈠-㈩]|\d{1,2}[.、．](?!\d))"
)


def fine(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, long paragraphs as several; tables stay whole, and no sentence is cut."""
    for block in blocks:
        if isinstance(block, Grid) or block.length <= LONG:
            yield block
            continue
        for item in _items(block.text):
            yield from (replace(block, text=text) for text in packed(_SENTENCE.findall(item)))


def _items(text: str) -> Iterator[str]:
    """A paragraph's lead and its items, where they are counted from one."""
    item = ""
    expected: dict[str, int] = {}
    for piece in _INLINE.split(text):
        mark = find_mark(piece)
        if item and mark and mark.number == expected.get(mark.style, 0) + 1:
            expected[mark.style] = mark.number
            yield item
            item = piece
        else:
            item += piece
    yield item


def packed(texts: Iterable[str]) -> Iterator[str]:
    """Neighbouring texts put together as long as they are not too long."""
    pack = ""
    for text in texts:
        if pack and len(pack) + len(text) > LONG:
            yield pack
            pack = ""
        pack += text
    if pack:
        yield pack
