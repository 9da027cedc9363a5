"""PDF files that hold text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

from mingbai.importing.blocks import Block, Content, paragraphs, table
from mingbai.importing.errors import ProtectedFileError, ScannedFileError, TooLargeError
from mingbai.importing.formats import portable_tables
from mingbai.importing.formats.portable_tables import Item, Rows
from mingbai.importing.reflow import reflow, widest
from mingbai.importing.text import numbers, readable

_FOOT = re.compile(r"[-—–\s]*(?:第\s*)?(\d{1,4})\s*(?:页)?(?:\s*[/,，共]\s*共?\s*\d{1,4}\s*页?)?[-—–\s]*")
_MOST_PAGES = 2000
_FEWEST_FEET = 2


def read_portable(data: bytes) -> Content:
    """A PDF's text, its lines put together into paragraphs, ruled tables whole; pages without text are named.

    Raises:
        ProtectedFileError, TooLargeError, ScannedFileError: as they say; pypdf's own errors for a broken file.
    """
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        _open(reader)
    if len(reader.pages) > _MOST_PAGES:
        raise TooLargeError(f"超过{_MOST_PAGES}页")
    texts = [page.extract_text() for page in reader.pages]
    empty = [number for number, text in enumerate(texts, 1) if not text.strip()]
    if len(empty) == len(texts):
        raise ScannedFileError(len(texts))
    notes = [f"第{'、'.join(map(str, empty))}页没有文字(可能是扫描的图),没有导入"] if empty else []
    ruled = {number: text for number, text in enumerate(texts) if text and _is_ruled(reader.pages[number])}
    if len(ruled) > portable_tables.MOST_PAGES:
        ruled = dict(list(ruled.items())[: portable_tables.MOST_PAGES])
        notes.append(f"有表格的页太多,第{max(ruled) + 2}页起的表格按一行一行导入")
    tables = portable_tables.tables_on(data, ruled) if ruled else {}
    pages = [tables.get(number) or _lines(text) for number, text in enumerate(texts)]
    return Content(tuple(_blocks(list(_joined(_without_feet(pages))))), notes=tuple(notes))


def _is_ruled(page: PageObject) -> bool:
    drawing = page.get_contents()
    return drawing is not None and portable_tables.is_ruled(drawing.get_data())


def _lines(text: str) -> list[Item]:
    return list(readable(text).split("\n"))


def _joined(pages: Iterable[Sequence[Item]]) -> Iterator[Item]:
    """What stands on the pages, one after the other; a table that a page ends with goes on in the next."""
    last: Item = ""
    for page in pages:
        for at, item in enumerate(page):
            if at or isinstance(item, str) or isinstance(last, str) or len(item[0]) != len(last[0]):
                yield from [last] if last else []
                last = item
            else:
                last = (*last, *_without_header(item, last[0]))
    if last:
        yield last


def _without_header(rows: Rows, header: tuple[str, ...]) -> Rows:
    """The rows without a header said again, unless it has figures: none of those is left out."""
    is_again = rows[0] == header and not any(map(numbers, header))
    return rows[1:] if is_again else rows


def _blocks(items: Sequence[Item]) -> Iterator[Block]:
    width = widest(one for one in items if isinstance(one, str))
    for is_text, run in groupby(items, key=lambda one: isinstance(one, str)):
        if is_text:
            lines = [one for one in run if isinstance(one, str)]
            yield from (block for text in reflow(lines, width) for block in paragraphs(text))
        else:
            yield from (block for rows in run if not isinstance(rows, str) for block in table(rows))


def _open(reader: PdfReader) -> None:
    try:
        is_open = reader.decrypt("")
    except DependencyError as error:
        raise ProtectedFileError from error
    if not is_open:
        raise ProtectedFileError


def _without_feet(pages: Sequence[Sequence[Item]]) -> Iterator[Sequence[Item]]:
    """The pages without the line that numbers them: one that every page has and that counts with the pages."""
    filled = [(number, [one for one in page if _is_there(one)]) for number, page in enumerate(pages)]
    filled = [(number, page) for number, page in filled if page]
    for at in (-1, 0):
        feet = [_FOOT.fullmatch(edge) if isinstance(edge := page[at], str) else None for _, page in filled]
        offsets = {int(found[1]) - number for found, (number, _) in zip(feet, filled, strict=True) if found}
        if len(filled) >= _FEWEST_FEET and all(feet) and len(offsets) == 1:
            filled = [(number, page[:-1] if at else page[1:]) for number, page in filled]
    return (page for _, page in filled)


def _is_there(item: Item) -> bool:
    return bool(item.strip()) if isinstance(item, str) else True
