"""What a document is read into, whatever its format: paragraphs and tables in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mingbai.importing.text import one_line, readable

_LONGEST_CELL = 600
"""A cell longer than this holds text that a page designer put into a frame, not a figure of a table."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph on one line; `level` is that of a heading as the format marks it (1 highest), 0 for body text."""

    text: str
    level: int = 0

    @property
    def length(self) -> int:
        """How many characters it has."""
        return len(self.text)


@dataclass(frozen=True)
class Grid:
    """A table, its header being the first row; every row has as many cells."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The table in Markdown, whole."""
        header, *rest = (f"| {' | '.join(map(_escaped, row))} |" for row in self.rows)
        return "\n".join((header, "|" + " --- |" * len(self.rows[0]), *rest))

    @property
    def length(self) -> int:
        """How many characters its cells have."""
        return sum(len(cell) for row in self.rows for cell in row)


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|")


Block = Paragraph | Grid


@dataclass(frozen=True)
class Content:
    """What was read of a file; `notes` say what could not be read."""

    blocks: tuple[Block, ...]
    title: str = ""
    notes: tuple[str, ...] = ()


def paragraphs(text: str, level: int = 0) -> Iterator[Paragraph]:
    """A paragraph for each line of a text that has words."""
    for line in readable(text).split("\n"):
        if words := one_line(line):
            yield Paragraph(words, level)


def table(rows: Iterable[Sequence[str]]) -> Iterator[Block]:
    """The rows as a table; as paragraphs where they only frame text (one column, one cell, or whole articles)."""
    cells = [tuple(map(readable, row)) for row in rows]
    filled = [row for row in cells if any(map(str.strip, row))]
    width = max(map(len, filled), default=0)
    squared = [(*row, *[""] * (width - len(row))) for row in filled]
    kept = [column for column in range(width) if any(row[column].strip() for row in squared)]
    longest = max((len(cell) for row in squared for cell in row), default=0)
    if len(kept) < 2 or longest > _LONGEST_CELL:
        for row in squared:
            for cell in row:
                yield from paragraphs(cell)
        return
    yield Grid(tuple(tuple(one_line(row[column]) for column in kept) for row in squared))
