"""Word documents (.docx)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from mingbai.importing.blocks import Block, Content, paragraphs, table
from mingbai.importing.formats.word_numbering import Numbering
from mingbai.importing.text import raised

_HEADING = re.compile(r"(?:heading|标题) ?([1-6])")
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
# Word keeps what it shows twice for older versions, and what was deleted while changes were tracked.
_NOT_SHOWN = frozenset(
    ("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", qn("w:del"), qn("w:moveFrom"))
)
_ASIDE = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES, RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


def read_word(data: bytes) -> Content:
    """A Word document: numbers that Word counts by itself, tables, text boxes; then notes, page heads and feet."""
    document = Document(io.BytesIO(data))
    reader = _Reader(Numbering(document.part), {one.style_id: str(one.name).lower() for one in document.styles})
    blocks = list(reader.blocks(document.element.body))
    seen = {block.text for block in blocks}
    for relation in document.part.rels.values():
        if relation.reltype in _ASIDE:
            blocks.extend(one for one in reader.blocks(parse_xml(relation.target_part.blob)) if one.text not in seen)
    return Content(tuple(blocks))


class _Reader:
    def __init__(self, numbering: Numbering, styles: dict[str, str]) -> None:
        self._numbering = numbering
        self._styles = styles

    def blocks(self, element: Any) -> Iterator[Block]:
        """The paragraphs and tables in an element, in order, however deep they stand."""
        for child in element:
            if child.tag in _NOT_SHOWN:
                continue
            if child.tag == _TABLE:
                yield from self._table(child)
                continue
            if child.tag == _PARAGRAPH:
                yield from paragraphs(self._numbering.of(child) + _own_text(child), self._level(child))
            yield from self.blocks(child)

    def _level(self, paragraph: Any) -> int:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        found = _HEADING.fullmatch(self._styles.get(style.get(qn("w:val")), "")) if style is not None else None
        return int(found[1]) if found else 0

    def _table(self, element: Any) -> Iterator[Block]:
        above: dict[int, str] = {}
        rows: list[list[str]] = []
        for row in element.iter(_ROW):
            if next(row.iterancestors(_TABLE)) is element:
                rows.append(self._row(row, above))
        yield from table(rows)

    def _row(self, row: Any, above: dict[int, str]) -> list[str]:
        """A row's cells; one that goes down is written in each row, one that goes across only once."""
        line: list[str] = []
        for cell in (one for one in row.iter(_CELL) if next(one.iterancestors(_ROW)) is row):
            merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            text = "\n".join(block.text for block in self.blocks(cell))
            if merged is not None and merged.get(qn("w:val")) != "restart":
                text = text or above.get(len(line), "")
            above[len(line)] = text
            line += [text, *[""] * (int(span.get(qn("w:val"))) - 1 if span is not None else 0)]
        return line


def _own_text(paragraph: Any) -> str:
    """The words of a paragraph, those of text boxes that hang on it left to their own paragraphs."""
    pieces: list[str] = []
    _gather(paragraph, pieces)
    return "".join(pieces)


def _is_raised(run: Any) -> bool:
    place = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return place is not None and place.get(qn("w:val")) == "superscript"


def _gather(element: Any, pieces: list[str]) -> None:
    for child in element:
        if child.tag in _NOT_SHOWN or child.tag == _PARAGRAPH:
            continue
        if child.tag == qn("w:t"):
            pieces.append(raised(child.text or "") if _is_raised(element) else child.text or "")
        pieces.append(_BREAKS.get(child.tag, ""))
        if child.tag != qn("w:tabs"):
            _gather(child, pieces)
