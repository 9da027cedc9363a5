"""Several files read in one go: those that cannot be read are named, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from mingbai.importing.document import ImportedDocument, clean_file, document_of, read_document
from mingbai.importing.errors import ImportingError, SameNameError


@dataclass(frozen=True)
class Batch:
    """The documents that were read, and why each other file was not."""

    documents: tuple[ImportedDocument, ...]
    failures: tuple[tuple[Path, ImportingError], ...]


def read_all(paths: Iterable[Path], imported_on: date, done: Callable[[], None] = lambda: None) -> Batch:
    """The documents of some files; `done` is called after each. A file named twice is read once."""
    return _batch(((path, partial(read_document, path, imported_on)) for path in dict.fromkeys(paths)), done)


def read_given(files: Iterable[tuple[str, bytes]], imported_on: date) -> Batch:
    """The documents of files handed over as names and bytes."""
    return _batch((Path(clean_file(name)), partial(document_of, name, data, imported_on)) for name, data in files)


def _batch(
    reads: Iterable[tuple[Path, Callable[[], ImportedDocument]]], done: Callable[[], None] = lambda: None
) -> Batch:
    documents: dict[str, ImportedDocument] = {}
    failures: list[tuple[Path, ImportingError]] = []
    for path, read in reads:
        try:
            document = read()
            if document.name in documents:
                raise SameNameError(documents[document.name].file)
            documents[document.name] = document
        except ImportingError as error:
            failures.append((path, error))
        done()
    return Batch(tuple(documents.values()), tuple(failures))
