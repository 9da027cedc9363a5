"""Ruled tables on the pages of a PDF, with the lines of text around them.

A page is taken so only where nothing is lost or made by it: cells and lines together must hold just the characters of
the page's plain text. Everything else (a table without rules, a broken font) stays lines.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mingbai.importing.text import readable

log = logging.getLogger(__name__)
Rows = tuple[tuple[str, ...], ...]
Item = str | Rows
"""What stands on a page: a line of text, or a whole table."""

_STROKE = re.compile(rb"\s(?:re|l)\s")
_FEWEST_STROKES = 3
_FEWEST_COLUMNS = 2
MOST_PAGES = 200
"""So many pages of a file are looked at for tables: each takes up to a second."""


def is_ruled(content: bytes) -> bool:
    """Whether a page's drawing has rules enough for a table."""
    return len(_STROKE.findall(content)) >= _FEWEST_STROKES


def tables_on(data: bytes, texts: Mapping[int, str]) -> dict[int, list[Item]]:
    """For those of some pages (from 0, with their plain text) that hold tables: what stands on them, from the top."""
    import pdfplumber  # 0.5 s, only for files that may have tables

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every font that leaves out its measures
    found: dict[int, list[Item]] = {}
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number, text in texts.items():
                items, words = _page(document.pages[number])
                if any(not isinstance(one, str) for one in items) and _letters(words) == _letters(text):
                    found[number] = items
                document.pages[number].close()
    # pdfminer fails on odd files with any error there is; their pages stay lines.
    except Exception:
        log.debug("tables of a PDF could not be read", exc_info=True)
    return found


@dataclass(frozen=True)
class _Placed:
    """A table, how high on its page it stands, and the words of its cells, each once."""

    top: float
    bottom: float
    rows: Rows
    words: str


def _page(page: Any) -> tuple[list[Item], str]:
    """What stands on a page from the top, and all its words, each once."""
    placed = sorted(_tables(page), key=lambda one: one.top)
    edges = [0.0, *(edge for one in placed for edge in (one.top, one.bottom)), float(page.height)]
    items: list[Item] = []
    words = [one.words for one in placed]
    for number in range(len(placed) + 1):
        lines = _lines(page, edges[2 * number], edges[2 * number + 1])
        words += lines
        items += lines
        items += [one.rows for one in placed[number : number + 1]]
    return items, "".join(words)


def _tables(page: Any) -> Iterator[_Placed]:
    for table in page.find_tables():
        texts = table.extract()
        if texts and len(texts[0]) >= _FEWEST_COLUMNS:
            words = "".join(cell for row in texts for cell in row if cell)
            yield _Placed(table.bbox[1], table.bbox[3], tuple(_rows(table, texts)), words)


def _rows(table: Any, texts: Sequence[Sequence[str | None]]) -> Iterator[tuple[str, ...]]:
    """The rows; a cell that goes down over several is written in each, one that goes across only once."""
    boxes = [list(row.cells) for row in table.rows]
    cells = [
        _Cell(box, at, _joined(text or ""))
        for at, (row, words) in enumerate(zip(boxes, texts, strict=True))
        for box, text in zip(row, words, strict=True)
        if box is not None
    ]
    across = [_middle([row[column] for row in boxes], 0) for column in range(len(boxes[0]))]
    for at, row in enumerate(boxes):
        down = _middle(row, 1)
        yield tuple(
            next((one.text for one in cells if one.covers(x, down) and (box is not None or one.row < at)), "")
            for box, x in zip(row, across, strict=True)
        )


_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class _Cell:
    box: _Box
    row: int
    text: str

    def covers(self, x: float, y: float) -> bool:
        left, top, right, bottom = self.box
        return top <= y <= bottom and left <= x <= right


def _middle(boxes: Sequence[_Box | None], axis: int) -> float:
    """The middle of a row (axis 1) or a column (axis 0), by those of its cells that stand in no other."""
    there = [box for box in boxes if box is not None]
    first, last = max(box[axis] for box in there), min(box[axis + 2] for box in there)
    return (first + last) / 2


def _joined(cell: str) -> str:
    """A cell's words on one line: lines of a narrow cell break anywhere in Chinese, and between words otherwise."""
    return re.sub(r"(?<=[ -~])\n(?=[ -~])", " ", cell).replace("\n", "")


def _lines(page: Any, top: float, bottom: float) -> list[str]:
    def is_here(thing: dict[str, Any]) -> bool:
        middle = float(thing["top"] + thing["bottom"]) / 2
        return thing["object_type"] == "char" and top <= middle < bottom

    text = readable(page.filter(is_here).extract_text())
    return text.split("\n") if text else []


def _letters(text: str) -> Counter[str]:
    return Counter("".join(readable(text).split()))
