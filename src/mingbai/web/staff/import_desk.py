"""The staff's part of 政策库: a bureau's own documents uploaded, looked through, stored and indexed, and removed.

Files come inside an event and not through Gradio's upload, so that nothing reaches the disk before the door is open.
"""

from __future__ import annotations

import base64
import binascii
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from queue import SimpleQueue
from threading import Thread

import gradio as gr

from mingbai.assistant.library import Library
from mingbai.importing import BrokenRecordError, ImportedDocument, ImportingError, ImportStore, read_given
from mingbai.web import words
from mingbai.web.assets import asset
from mingbai.web.staff.door import StaffDoor
from mingbai.web.staff.gate import add_staff_gate, require_staff, staff_head
from mingbai.web.staff.import_sheet import (
    MOST_FILES,
    MOST_MEGABYTES,
    MOST_STORED,
    MOST_TOGETHER,
    Notice,
    Waiting,
    progress_html,
    sheet_html,
)

_LOG = logging.getLogger(__name__)
_MEGABYTE = 1_000_000
_SECONDS_WAITING = 3600
_NOTHING, _SILENT = Waiting(), Notice()

# What each event below sets: what waits to be stored, and the sheet.
Update = tuple[object, str]


def add_import_desk(library: Library, store: ImportStore, door: StaffDoor, unlocked: gr.State) -> None:
    """Put the desk for imported documents, behind its gate, into the Gradio context that is open."""
    desk = ImportDesk(library, store)
    staff_head(words.OWN_DOCUMENTS, words.OWN_DOCUMENTS_HOW)
    with add_staff_gate(door, unlocked):
        waiting = gr.State(Waiting(), time_to_live=_SECONDS_WAITING)
        script = asset("staff/import_desk.js")
        sheet = gr.HTML("", apply_default_css=False, js_on_load=script, elem_classes="mb-page mb-live")
    outputs = [waiting, sheet]
    unlocked.change(desk.show, unlocked, outputs, show_progress="hidden", api_visibility="private")
    for event, handle in (
        (sheet.upload, desk.receive),
        (sheet.submit, desk.keep),
        (sheet.clear, desk.discard),
        (sheet.delete, desk.remove),
    ):
        event(handle, [unlocked, waiting], outputs, show_progress="hidden", api_visibility="private")


@dataclass(frozen=True)
class ImportDesk:
    """The handlers of the desk; each but `show` refuses whoever has not opened the door."""

    library: Library
    store: ImportStore
    today: Callable[[], date] = date.today

    def show(self, unlocked: object) -> Update:
        """The sheet for those who opened the door, nothing for the rest."""
        return (_NOTHING, self._sheet()) if unlocked is True else (_NOTHING, "")

    def receive(self, unlocked: object, waiting: Waiting, event: gr.EventData) -> Update:
        """Read the files of an event; what can be read waits to be looked through."""
        require_staff(unlocked)
        given = _files_of(event)
        if given is None:
            refusal = words.TOO_MUCH.format(files=MOST_FILES, megabytes=MOST_MEGABYTES, together=MOST_TOGETHER)
            return waiting, self._sheet(waiting, Notice(refusal))
        batch = read_given(given, self.today())
        failures = tuple((path.name, str(error)) for path, error in batch.failures)
        waiting = Waiting(batch.documents, failures)
        return waiting, self._sheet(waiting)

    def keep(self, unlocked: object, waiting: Waiting) -> Iterator[Update]:
        """Store what waits and index it, telling how far that is."""
        require_staff(unlocked)
        names = {*self.store.names, *(one.name for one in waiting.documents)}
        if len(names) > MOST_STORED:
            yield waiting, self._sheet(waiting, Notice(words.STORE_FULL.format(most=MOST_STORED)))
            return
        for document in waiting.documents:
            self.store.save(document)
        yield from self._indexed(words.STORED.format(count=len(waiting.documents)))

    def discard(self, unlocked: object, waiting: Waiting) -> Update:
        """Let go of what waits."""
        require_staff(unlocked)
        count = len(waiting.documents)
        return _NOTHING, self._sheet(notice=Notice(words.DISCARDED.format(count=count), is_good=True))

    def remove(self, unlocked: object, waiting: Waiting, event: gr.EventData) -> Iterator[Update]:
        """Take a stored document out, and out of the index."""
        require_staff(unlocked)
        try:
            self.store.remove(_document_of(event))
        except ImportingError as error:
            yield waiting, self._sheet(waiting, Notice(str(error)))
            return
        yield from self._indexed(words.REMOVED)

    def _indexed(self, said: str) -> Iterator[Update]:
        """The index brought up to date, with what to say when it is."""
        steps: SimpleQueue[tuple[int, int] | bool] = SimpleQueue()

        def renew() -> None:
            try:
                self.library.renew(lambda done, total: steps.put((done, total)))
            except Exception:
                _LOG.exception("the index could not be renewed")
                steps.put(False)
            else:
                steps.put(True)

        Thread(target=renew, daemon=True).start()
        yield _NOTHING, progress_html(0, 0)
        while not isinstance(step := steps.get(), bool):
            yield _NOTHING, progress_html(*step)
        notice = Notice(said, is_good=True, changed=True) if step else Notice(words.NOT_INDEXED, changed=True)
        yield _NOTHING, self._sheet(notice=notice)

    def _sheet(self, waiting: Waiting = _NOTHING, notice: Notice = _SILENT) -> str:
        stored: list[ImportedDocument | BrokenRecordError] = list(self.store.documents())
        return sheet_html(stored, waiting, notice)


def _files_of(event: gr.EventData) -> list[tuple[str, bytes]] | None:
    """The files that an event holds, as names and bytes; None where they are too many, too large or no files."""
    told = event._data.get("files") if isinstance(event._data, dict) else None
    if not isinstance(told, list) or not 0 < len(told) <= MOST_FILES:
        return None
    try:
        given = [(str(one["name"]), base64.b64decode(one["data"], validate=True)) for one in told]
    except (KeyError, TypeError, binascii.Error, ValueError):
        return None
    sizes = [len(data) for _, data in given]
    return given if max(sizes) <= MOST_MEGABYTES * _MEGABYTE and sum(sizes) <= MOST_TOGETHER * _MEGABYTE else None


def _document_of(event: gr.EventData) -> str:
    return str(event._data.get("document", "")) if isinstance(event._data, dict) else ""
