"""The parts of a document in one another: chapters, articles, items, with the paragraphs under each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mingbai.importing.blocks import Block, Grid, Paragraph
from mingbai.importing.numbering import CHAPTERS, STRONG, Mark, find_mark

_FARTHEST_STEP = 3
"""Numbers that a document leaves out between two items; a farther step is a number in a sentence."""
_HEADING_LENGTH = 40
_STOPS = "。；;，,"
_SIGNED = re.compile(r"(?:\d{4}|[二〇○零一九]{4})年.{1,3}月.{1,3}日(?:印发)?")
_SIGNATURE = 4


@dataclass(frozen=True)
class Placed:
    """A block and the place it has in the document, counted from 0."""

    at: int
    block: Block


@dataclass
class Part:
    """One part: its number (None for unnumbered headings and the whole), its heading level, and what stands in it."""

    mark: Mark | None = None
    level: int = 0
    blocks: list[Placed] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def all_blocks(self) -> tuple[Placed, ...]:
        """Every block of the part and its parts, in order."""
        return (*self.blocks, *(one for part in self.parts for one in part.all_blocks))

    @cached_property
    def length(self) -> int:
        """How many characters stand in it; ask only once the outline is whole."""
        return sum(one.block.length for one in self.blocks) + sum(part.length for part in self.parts)

    @property
    def heads_others(self) -> bool:
        """Whether it is a chapter or another heading over parts of their own."""
        return any(part.level or (part.mark and part.mark.is_strong) for part in self.parts)

    @property
    def is_heading(self) -> bool:
        """Whether its first words are a heading and not a sentence."""
        if self.level or (self.mark and self.mark.style in CHAPTERS):
            return True
        first = self.blocks[0].block if self.blocks else None
        return isinstance(first, Paragraph) and is_short(first.text, _HEADING_LENGTH)


def is_short(text: str, longest: int) -> bool:
    """Whether a text is a heading by its look: short, and no sentence."""
    return len(text) <= longest and not any(stop in text for stop in _STOPS)


def outline(blocks: Sequence[Block]) -> Part:
    """The whole document as parts; the blocks before the first number are its own."""
    whole = Part()
    open_parts: list[Part] = []
    counted: dict[str, int] = {}
    for at, block in enumerate(blocks):
        begun = _begun(block, open_parts, counted)
        if begun is not None:
            if begun.mark:
                counted[begun.mark.style] = begun.mark.number
            while open_parts and not _holds(open_parts, begun):
                open_parts.pop()
            (open_parts[-1] if open_parts else whole).parts.append(begun)
            open_parts.append(begun)
        (open_parts[-1] if open_parts else whole).blocks.append(Placed(at, block))
    return whole


def _begun(block: Block, open_parts: Sequence[Part], counted: Mapping[str, int]) -> Part | None:
    """The part that a block begins; None where it goes on with the one that is open."""
    if isinstance(block, Grid):
        return None
    mark = find_mark(block.text)
    if mark is not None and (block.level or _is_expected(mark, open_parts, counted)):
        return Part(mark, block.level)
    return Part(None, block.level) if block.level else None


def _is_expected(mark: Mark, open_parts: Sequence[Part], counted: Mapping[str, int]) -> bool:
    """Whether a number can stand here: the first of its kind, or soon after the one before it.

    Some documents count on from one part into the next: `counted` holds the last number of each style anywhere.
    """
    if mark.number in (1, counted.get(mark.style, 0) + 1) or (mark.is_strong and mark.is_apart):
        return True
    last = next((one.mark for one in reversed(open_parts) if one.mark and one.mark.style == mark.style), None)
    if last is None:
        return mark.is_strong
    return last.number < mark.number <= last.number + _FARTHEST_STEP or (mark.is_strong and mark.number == last.number)


def _holds(open_parts: Sequence[Part], new: Part) -> bool:
    """Whether the innermost open part can hold a new one."""
    last = open_parts[-1]
    if new.level and not new.mark:
        return 0 < last.level < new.level
    if last.level and new.level:
        return last.level < new.level
    if new.mark is None:
        return True
    if any(one.mark and one.mark.style == new.mark.style for one in open_parts):
        return False
    if last.mark is not None and new.mark.is_strong:
        if last.mark.is_strong:
            return STRONG.index(last.mark.style) < STRONG.index(new.mark.style)
        return last.is_heading and last.mark.style == "一、" and new.mark.style not in CHAPTERS
    return True


def signature(blocks: Sequence[Block]) -> int:
    """How many blocks at the end sign and date the document."""
    lines: list[str] = []
    for block in reversed(blocks[-_SIGNATURE:]):
        if not isinstance(block, Paragraph) or find_mark(block.text) or not is_short(block.text, _HEADING_LENGTH):
            break
        lines.append(block.text.replace(" ", ""))
    is_dated = any(map(_SIGNED.fullmatch, lines))
    return len(lines) if is_dated and len(lines) < len(blocks) else 0
