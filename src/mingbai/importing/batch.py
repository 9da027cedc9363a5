"""Several files read in one go: those that cannot be read are named, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mingbai.importing.document import ImportedDocument, read_document
from mingbai.importing.errors import ImportingError, SameNameError


@dataclass(frozen=True)
class Batch:
    """The documents that were read, and why each other file was not."""

    documents: tuple[ImportedDocument, ...]
    failures: tuple[tuple[Path, ImportingError], ...]


def read_all(paths: Iterable[Path], imported_on: date, done: Callable[[], None] = lambda: None) -> Batch:
    """The documents of some files; `done` is called after each. A file named twice is read once."""
    documents: dict[str, ImportedDocument] = {}
    failures: list[tuple[Path, ImportingError]] = []
    for path in dict.fromkeys(paths):
        try:
            document = read_document(path, imported_on)
            if document.name in documents:
                raise SameNameError(documents[document.name].file)
            documents[document.name] = document
        except ImportingError as error:
            failures.append((path, error))
        done()
    return Batch(tuple(documents.values()), tuple(failures))
