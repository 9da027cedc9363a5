"""An imported document: its clauses, word for word, and where they come from. Nothing is ever computed from it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from mingbai.importing.blocks import Block, Content, Paragraph
from mingbai.importing.clauses import cut
from mingbai.importing.reading import ending_of, read_bytes, read_content
from mingbai.importing.text import one_line, readable

PREFIX = "import-"
"""What the ids of imported documents begin with, so that they cannot be a policy's."""
_UNFIT = re.compile(r"[^\w]+")
_LONGEST_NAME = 60
_LONGEST_FILE = 100
_TITLE_ENDS = re.compile(
    r".*(?:办法|通知|规定|细则|方案|意见|条例|公告|通告|指南|须知|说明|制度|标准|流程|问答|手册|目录|规程|协议|函)(?:[（(].{1,12}[)）])?"
)
_TITLE_AMONG = 6
_LONGEST_TITLE = 60


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ImportedClause(_Frozen):
    """One clause of an imported document, in the document's own words."""

    id: str
    locator: str
    title: str
    text: str

    @property
    def locators(self) -> tuple[str, ...]:
        """Where it stands in the document."""
        return (self.locator,)


class ImportedDocument(_Frozen):
    """A document as it was imported; `name` is what it is stored and removed by, `notes` what could not be read."""

    name: str
    title: str
    file: str
    sha256: str
    imported_on: date
    notes: tuple[str, ...] = ()
    clauses: tuple[ImportedClause, ...]
    kind: Literal["imported"] = "imported"

    @property
    def id(self) -> str:
        """The id by which citations name it, beside those of the corpus's policies."""
        return PREFIX + self.name

    @cached_property
    def by_id(self) -> dict[str, ImportedClause]:
        """The clauses by their id."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def digest(self) -> str:
        """Changes with every word of every clause."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


def read_document(path: Path, imported_on: date) -> ImportedDocument:
    """The document of a file.

    Raises:
        ImportingError: where the file cannot be read, with a sentence that says why.
    """
    return document_of(path.name, read_bytes(path), imported_on)


def document_of(file: str, data: bytes, imported_on: date) -> ImportedDocument:
    """The document of a file's bytes; of its name, folders and what cannot be seen are left out.

    Raises:
        ImportingError: where they cannot be read, with a sentence that says why.
    """
    file = clean_file(file)
    content = read_content(data, ending_of(file))
    title = _title(content, Path(file))
    pieces = cut(content.blocks, title)
    return ImportedDocument(
        name=clean_name(Path(file).stem),
        title=title,
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        imported_on=imported_on,
        notes=content.notes,
        clauses=tuple(
            ImportedClause(id=f"c{number}", locator=one.locator, title=one.title or title, text=one.text)
            for number, one in enumerate(pieces, 1)
        ),
    )


def clean_file(name: str) -> str:
    """A file's name alone, on one line, without folders and invisible signs, not too long; its ending stays."""
    plain = Path(one_line(readable(name)).replace("\\", "/").rsplit("/", 1)[-1])
    return plain.stem[:_LONGEST_FILE].strip() + plain.suffix


def clean_name(stem: str) -> str:
    """A file's name as the store uses it: letters, figures and hyphens, small, not too long.

    The same name comes out of a name that is clean already.
    """
    name = _UNFIT.sub("-", readable(stem).lower().replace("_", "-")).strip("-")
    return name[:_LONGEST_NAME].strip("-") or "document"


def _title(content: Content, path: Path) -> str:
    """What a document calls itself, word for word; the file's name where it does not."""
    heading = next((one.text for one in content.blocks if isinstance(one, Paragraph) and one.level == 1), "")
    for title in (heading, _titled(content.blocks), content.title):
        if 0 < len(title) <= _LONGEST_TITLE:
            return title
    return one_line(readable(path.stem))


def _titled(blocks: Sequence[Block]) -> str:
    first = [block.text for block in blocks[:_TITLE_AMONG] if isinstance(block, Paragraph)]
    return next((text for text in first if len(text) <= _LONGEST_TITLE and _TITLE_ENDS.fullmatch(text)), "")
