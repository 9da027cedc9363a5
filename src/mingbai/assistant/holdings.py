"""The imported documents that answers know, and the index that finds them: swapped together, whole.

Documents come and go while the page is open, through the page or through another process. A new index is built beside
the one in use; until it stands, questions are answered from the old one and its documents.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock, Thread
from typing import TYPE_CHECKING

from mingbai.importing import BrokenRecordError, ImportedDocument, ImportStore, Stamp

if TYPE_CHECKING:
    from mingbai.retrieval import ClauseIndex

log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]
Build = Callable[[Iterable[ImportedDocument], str, Progress | None], "ClauseIndex"]
"""Builds or opens the index of the corpus and some imported documents; the text stands for all that is in those."""


@dataclass(frozen=True)
class Held:
    """What is known at one moment: the documents, the state of their folder, and the index over just these.

    `departed` are those that were known before, to which an answer under way may still point.
    """

    imported: Mapping[str, ImportedDocument]
    stamp: Stamp = ()
    index: ClauseIndex | None = None
    departed: Mapping[str, ImportedDocument] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Stands for every clause of the documents; empty where there are none."""
        digests = [self.imported[one].digest for one in sorted(self.imported)]
        return hashlib.sha256(" ".join(digests).encode()).hexdigest() if digests else ""


class Holdings:
    """Keeps what is known up to date with a store; of a damaged record in it the log tells, and the rest goes on."""

    def __init__(self, build: Build, fixed: Iterable[ImportedDocument], store: ImportStore | None) -> None:
        self._build = build
        self._fixed = tuple(fixed)
        self._store = store
        self._building = Lock()
        self._held = self._read()
        self._seen = self._held.stamp

    def current(self) -> Held:
        """What is known now; where the folder has changed, something newer is made ready in the background."""
        stamp = self._store.stamp if self._store else ()
        if stamp != self._seen:
            self._seen = stamp
            Thread(target=self._renew_in_background, daemon=True).start()
        return self._held

    def index(self, progress: Progress | None = None) -> ClauseIndex:
        """The index in use, opened or built first where there is none yet."""
        return self.current().index or self._first_index(progress)

    def renew(self, progress: Progress | None = None) -> None:
        """Know what the store holds now, once this returns; whoever asks meanwhile is answered as before."""
        with self._building:
            before, fresh = self._held, self._read()
            self._seen = fresh.stamp
            if fresh.stamp != before.stamp:
                index = self._build(fresh.imported.values(), fresh.digest, progress)
                self._held = replace(fresh, index=index, departed=before.imported)

    def document(self, document_id: str) -> ImportedDocument:
        """A document that is known, or was until just now.

        Raises:
            KeyError: where there is none.
        """
        held = self._held
        return held.imported.get(document_id) or held.departed[document_id]

    def _first_index(self, progress: Progress | None) -> ClauseIndex:
        with self._building:
            held = self._held
            if held.index is not None:  # whoever came first has built it meanwhile
                return held.index
            index = self._build(held.imported.values(), held.digest, progress)
            self._held = replace(held, index=index)
            return index

    def _renew_in_background(self) -> None:
        try:
            self.renew()
        except Exception:
            log.exception("the imported documents could not be taken in; answers go on without what has changed")

    def _read(self) -> Held:
        documents = list(self._fixed)
        stamp = self._store.stamp if self._store else ()
        for one in self._store.documents() if self._store else ():
            if isinstance(one, BrokenRecordError):
                log.warning("an imported document is left out: %s", one)
            else:
                documents.append(one)
        return Held({one.id: one for one in documents}, stamp)
