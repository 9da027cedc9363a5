"""Reading a file of any format that can be imported."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mingbai.importing.blocks import Content
from mingbai.importing.errors import (
    BrokenFileError,
    EmptyFileError,
    ImportingError,
    MissingFileError,
    ProtectedFileError,
    TooLargeError,
    UnsupportedFormatError,
)
from mingbai.importing.signatures import is_as_named

_MOST_BYTES = 50_000_000
_MOST_UNPACKED = 200_000_000
_MOST_MARKUP = 50_000_000
_MOST_PACKED_FILES = 5_000
_MOST_CHARACTERS = 3_000_000
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How old Office files begin, and new ones with a password."""


@dataclass(frozen=True)
class Format:
    """What people call a kind of file, and what reads it."""

    name: str
    read: Callable[[bytes], Content]


# Each reader is imported when a file of its format comes: pypdf and python-docx would slow down every answer's start.


def _text(data: bytes) -> Content:
    from mingbai.importing.formats.plain import read_text

    return read_text(data)


def _markdown(data: bytes) -> Content:
    from mingbai.importing.formats.plain import read_markdown

    return read_markdown(data)


def _page(data: bytes) -> Content:
    from mingbai.importing.formats.page import read_page

    return read_page(data)


def _portable(data: bytes) -> Content:
    from mingbai.importing.formats.portable import read_portable

    return read_portable(data)


def _word(data: bytes) -> Content:
    from mingbai.importing.formats.word import read_word

    if data.startswith(_OLD_OFFICE):
        raise ProtectedFileError
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        _refuse_bombs(package.infolist())
    return read_word(data)


def _refuse_bombs(packed: Sequence[zipfile.ZipInfo]) -> None:
    """A few bytes can unpack to more than a machine holds; zipfile never unpacks more than these sizes say."""
    markup = sum(one.file_size for one in packed if one.filename.endswith((".xml", ".rels")))
    if sum(one.file_size for one in packed) > _MOST_UNPACKED or markup > _MOST_MARKUP:
        raise TooLargeError(f"解开后超过{_MOST_UNPACKED // 1_000_000}MB,或文字部分超过{_MOST_MARKUP // 1_000_000}MB")
    if len(packed) > _MOST_PACKED_FILES:
        raise TooLargeError(f"里面有{_MOST_PACKED_FILES}个以上的小文件")


FORMATS = {
    ".txt": Format("文本文件", _text),
    ".md": Format("Markdown 文件", _markdown),
    ".docx": Format("Word 文件", _word),
    ".pdf": Format("PDF 文件", _portable),
    ".html": Format("网页文件", _page),
    ".htm": Format("网页文件", _page),
}
"""The formats by the ending of a file's name."""
ENDINGS = tuple(FORMATS)
"""The endings of the names of files that can be imported."""


def ending_of(name: str) -> str:
    """The ending of a file's name, in small letters; raises UnsupportedFormatError where it is not one that is read."""
    ending = Path(name).suffix.lower()
    if ending not in FORMATS:
        raise UnsupportedFormatError(FORMATS)
    return ending


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that can be imported.

    Raises:
        MissingFileError, UnsupportedFormatError, TooLargeError: where they cannot be taken on.
    """
    if not path.is_file():
        raise MissingFileError
    ending_of(path.name)
    size = path.stat().st_size
    if size > _MOST_BYTES:
        raise TooLargeError(f"超过{_MOST_BYTES // 1_000_000}MB")
    return path.read_bytes()


def read_content(data: bytes, ending: str) -> Content:
    """What stands in a file's bytes; `ending` is that of its name, in small letters (.docx).

    Raises:
        ImportingError: where the file is broken, locked, scanned, empty or too large.
    """
    kind = FORMATS[ending]
    if not data:
        raise EmptyFileError
    if not is_as_named(data, ending):
        raise BrokenFileError(kind.name)
    try:
        content = kind.read(data)
    except ImportingError:
        raise
    # pypdf, python-docx and lxml fail on damaged files with any error there is, IndexError and RecursionError among it.
    except Exception as error:
        raise BrokenFileError(kind.name) from error
    length = sum(block.length for block in content.blocks)
    if not length:
        raise EmptyFileError
    if length > _MOST_CHARACTERS:
        raise TooLargeError(f"超过{_MOST_CHARACTERS // 10_000}万字")
    return content
