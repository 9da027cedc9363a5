"""The folder of imported documents: one JSON file each, replaced in one step."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from mingbai.importing.document import PREFIX, ImportedDocument, clean_name
from mingbai.importing.errors import BrokenRecordError, UnknownNameError

_ENDING = ".json"
Stamp = tuple[tuple[str, int, int], ...]
"""Changes whenever something is stored, replaced or removed: each record's name, file number and time of writing."""


class ImportStore:
    """The imported documents of one folder; the folder need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def names(self) -> tuple[str, ...]:
        """The names of what is stored, in order."""
        return tuple(sorted(path.stem for path in self._folder.glob(f"*{_ENDING}")))

    @property
    def stamp(self) -> Stamp:
        """The state of the folder, told from the names and times of its files alone."""
        try:
            with os.scandir(self._folder) as entries:
                records = [(one.name, one.stat()) for one in entries if one.name.endswith(_ENDING)]
        except FileNotFoundError:
            return ()
        return tuple(sorted((name, told.st_ino, told.st_mtime_ns) for name, told in records))

    def save(self, document: ImportedDocument) -> None:
        """Store a document in place of what had its name."""
        self._folder.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(document.model_dump_json(indent=1))
        os.replace(name, self._path(document.name))

    def find(self, name: str) -> ImportedDocument | None:
        """The document of a name; None where there is none.

        Raises:
            BrokenRecordError: where it cannot be read any more.
        """
        path = self._path(name)
        if not path.is_file():
            return None
        try:
            return ImportedDocument.model_validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise BrokenRecordError(path.stem) from error

    def find_readable(self, name: str) -> ImportedDocument | None:
        """The document of a name; None also where it cannot be read any more."""
        with suppress(BrokenRecordError):
            return self.find(name)
        return None

    def remove(self, name: str) -> str:
        """Take a document out, by its name or its id; gives the name.

        Raises:
            UnknownNameError: naming those that are stored.
        """
        path = self._path(name.removeprefix(PREFIX))
        if not path.is_file():
            raise UnknownNameError(name, self.names)
        path.unlink()
        return path.stem

    def documents(self) -> Iterator[ImportedDocument | BrokenRecordError]:
        """Everything stored, in order of name; what cannot be read comes as the error that says so."""
        for name in self.names:
            try:
                if document := self.find(name):
                    yield document
            except BrokenRecordError as error:
                yield error

    def _path(self, name: str) -> Path:
        return self._folder / f"{clean_name(name)}{_ENDING}"
