"""PDF files that hold text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

from pypdf import PdfReader
from pypdf.errors import DependencyError

from mingbai.importing.blocks import Content, paragraphs
from mingbai.importing.errors import ProtectedFileError, ScannedFileError, TooLargeError
from mingbai.importing.reflow import reflow
from mingbai.importing.text import readable

_FOOT = re.compile(r"[-—–\s]*(?:第\s*)?(\d{1,4})\s*(?:页)?(?:\s*[/,，共]\s*共?\s*\d{1,4}\s*页?)?[-—–\s]*")
_MOST_PAGES = 2000
_FEWEST_FEET = 2


def read_portable(data: bytes) -> Content:
    """A PDF's text, its lines put together into paragraphs; pages without text are named.

    Raises:
        ProtectedFileError, TooLargeError, ScannedFileError: as they say; pypdf's own errors for a broken file.
    """
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        _open(reader)
    if len(reader.pages) > _MOST_PAGES:
        raise TooLargeError(f"超过{_MOST_PAGES}页")
    pages = [readable(page.extract_text()).split("\n") for page in reader.pages]
    empty = [number for number, lines in enumerate(pages, 1) if not any(map(str.strip, lines))]
    if len(empty) == len(pages):
        raise ScannedFileError(len(pages))
    notes = (f"第{'、'.join(map(str, empty))}页没有文字(可能是扫描的图),没有导入",) if empty else ()
    lines = [line for page in _without_feet(pages) for line in page if line.strip()]
    return Content(tuple(block for text in reflow(lines) for block in paragraphs(text)), notes=notes)


def _open(reader: PdfReader) -> None:
    try:
        is_open = reader.decrypt("")
    except DependencyError as error:
        raise ProtectedFileError from error
    if not is_open:
        raise ProtectedFileError


def _without_feet(pages: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The pages without the line that numbers them: one that every page has and that counts with the pages."""
    filled = [(number, [line for line in page if line.strip()]) for number, page in enumerate(pages)]
    filled = [(number, page) for number, page in filled if page]
    for at in (-1, 0):
        feet = [_FOOT.fullmatch(page[at]) for _, page in filled]
        offsets = {int(found[1]) - number for found, (number, _) in zip(feet, filled, strict=True) if found}
        if len(filled) >= _FEWEST_FEET and all(feet) and len(offsets) == 1:
            filled = [(number, page[:-1] if at else page[1:]) for number, page in filled]
    return (page for _, page in filled)
