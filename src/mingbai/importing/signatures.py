"""Whether a file is what its name says, told from its bytes: a renamed file is refused before anything reads it."""

from __future__ import annotations

import re

_PDF = b"%PDF-"
_PDF_AMONG = 1024
_NO_TEXT = (
    _PDF,
    b"PK\x03\x04",
    bytes.fromhex("d0cf11e0a1b11ae1"),  # old Office
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
)
_CODED = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How UTF-16 begins, in which half of the bytes of a figure are zero."""
_TAG = re.compile(rb"<(?:!doctype|!--|/?[a-z][a-z0-9]*)[\s>/]", re.I)
_WHOLE_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]", re.I)


def is_as_named(data: bytes, ending: str) -> bool:
    """Whether bytes can be a file of this ending (in small letters: .docx)."""
    match ending:
        case ".pdf":
            return _PDF in data[:_PDF_AMONG]
        case ".docx":
            return data.startswith((b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")))
        case ".html" | ".htm":
            return _is_text(data) and bool(_TAG.search(data.replace(b"\x00", b"")))
        case _:
            return _is_text(data) and not _WHOLE_PAGE.match(data)


def _is_text(data: bytes) -> bool:
    if data.startswith(_WIDE):
        return True
    return not data.startswith(_NO_TEXT) and not _CODED.search(data)
