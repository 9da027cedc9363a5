"""Web pages (HTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser

from mingbai.importing.blocks import Block, Content, paragraphs, table
from mingbai.importing.formats.plain import decode
from mingbai.importing.text import one_line, raised

_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select"))
_INLINE = frozenset(
    """a abbr b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q s samp small span strike
    strong sub sup time tt u var wbr""".split()  # noqa: SIM905 - a list of so many words is easier to read so
)
_HEADING = re.compile(r"h([1-6])")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_BODY = frozenset(("body", "div", "p", "table", "h1", "h2", "h3", "ul", "ol", "section", "article", "main", "center"))
_NATIONAL = ("gb2312", "gbk", "gb18030")
_MOST_SPANNED = 50
_SPACES = re.compile(r"\s+")


@dataclass
class _Cell:
    text: str = ""
    columns: int = 1
    rows: int = 1


@dataclass
class _Frame:
    """A table being read. One that holds another table, or text outside its cells, only lays out the page."""

    rows: list[list[_Cell]] = field(default_factory=list)
    is_layout: bool = False


def read_page(data: bytes) -> Content:
    """A web page: its headings, paragraphs and tables; scripts, styles and menus' choices left out."""
    parser = _PageReader()
    parser.feed(_decode(data))
    parser.close()
    parser.finish()
    return Content(tuple(parser.blocks), title=one_line(parser.title))


def _decode(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    if named and named[1].decode("ascii").lower() in _NATIONAL:
        with suppress(UnicodeDecodeError):  # pages moved to UTF-8 often keep the old name
            return data.decode("gb18030")
    return decode(data)


class _PageReader(HTMLParser):
    """Gathers blocks; text goes to the cell that is open, else to the paragraph that is open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.title = ""
        self._text: list[str] = []
        self._level = 0
        self._unseen: list[str] = []
        self._frames: list[_Frame] = []
        self._in_title = False
        self._is_raised = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        self._in_title = tag == "title" and self._unseen in ([], ["head"])
        if self._unseen == ["head"] and tag in _BODY:
            self._unseen.clear()  # pages often leave the head open
        self._is_raised = self._is_raised or tag == "sup"
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag == "table":
            self._open_table()
        elif tag == "tr" and self._frames:
            self._end_cell_text()
            self._frames[-1].rows.append([])
        elif tag in ("td", "th") and self._frames:
            self._open_cell(dict(attrs))
        elif tag not in _INLINE:
            self._break()
            if found := _HEADING.fullmatch(tag):
                self._level = int(found[1])

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        self._in_title = False
        self._is_raised = self._is_raised and tag != "sup"
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        elif tag == "table" and self._frames:
            self._close_table()
        elif tag in ("td", "th", "tr"):
            self._end_cell_text()
        elif tag not in _INLINE:
            self._break()
            if _HEADING.fullmatch(tag):
                self._level = 0

    def handle_data(self, data: str) -> None:
        """Take in text."""
        if self._in_title:
            self.title += data
        elif not self._unseen:
            self._text.append(_SPACES.sub(" ", raised(data) if self._is_raised else data))

    def finish(self) -> None:
        """Put away what was left open at the end of the page."""
        while self._frames:
            self._close_table()
        self._break()

    def _break(self) -> None:
        """The end of a paragraph; within a cell it is a line."""
        if self._frames and not self._frames[-1].is_layout and self._frames[-1].rows and self._frames[-1].rows[-1]:
            self._text.append("\n")
            return
        self.blocks.extend(paragraphs(self._taken(), self._level))

    def _taken(self) -> str:
        """The text since the last break, which it does not keep."""
        text = "".join(self._text)
        self._text.clear()
        return text

    def _open_table(self) -> None:
        if self._frames:
            self._end_cell_text()
            self._spread(self._frames[-1])
        self._break()
        self._frames.append(_Frame())

    def _spread(self, frame: _Frame) -> None:
        """Make a table that turns out to lay out the page into paragraphs."""
        for row in frame.rows:
            for cell in row:
                self.blocks.extend(paragraphs(cell.text))
        frame.rows.clear()
        frame.is_layout = True

    def _open_cell(self, attrs: dict[str, str | None]) -> None:
        self._end_cell_text()
        frame = self._frames[-1]
        if frame.is_layout:
            return
        if not frame.rows:
            frame.rows.append([])
        frame.rows[-1].append(_Cell(columns=_span(attrs.get("colspan")), rows=_span(attrs.get("rowspan"))))

    def _end_cell_text(self) -> None:
        frame = self._frames[-1] if self._frames else None
        if frame and not frame.is_layout and frame.rows and frame.rows[-1]:
            frame.rows[-1][-1].text += self._taken()
        else:
            self._break()

    def _close_table(self) -> None:
        self._end_cell_text()
        frame = self._frames.pop()
        self.blocks.extend(table(_squared(frame.rows)))


def _span(written: str | None) -> int:
    return min(int(written), _MOST_SPANNED) if written and written.isdecimal() and int(written) > 0 else 1


def _squared(rows: list[list[_Cell]]) -> Iterator[list[str]]:
    """Rows in which a cell that goes down over several is written in each, one that goes across only once."""
    hanging: dict[int, tuple[str, int]] = {}
    for row in rows:
        line: list[str] = []
        below: dict[int, tuple[str, int]] = {}
        cells = iter(row)
        while True:
            if len(line) in hanging:
                text, left = hanging.pop(len(line))
                if left > 1:
                    below[len(line)] = (text, left - 1)
                line.append(text)
                continue
            cell = next(cells, None)
            if cell is None and not any(column > len(line) for column in hanging):
                break
            if cell is None:
                line.append("")
                continue
            for number in range(cell.columns):
                text = cell.text.strip() if number == 0 else ""
                if cell.rows > 1:
                    below[len(line)] = (text, cell.rows - 1)
                line.append(text)
        hanging = below
        yield line
