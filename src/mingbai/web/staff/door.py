"""The staff door: a token of one's own machine, and the piece of page where it is given.

That a browser's session is unlocked is known to the server alone: a browser can neither read nor set a `gr.State`.
"""

from __future__ import annotations

import asyncio
import hmac
import os
import secrets
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Lock

import gradio as gr

from mingbai.web import words
from mingbai.web.markup import text_html

_FILE = "staff-token"
_TOKEN_BYTES = 18
_LONGEST_GIVEN = 200
_FREE_TRIES = 3
_LONGEST_PAUSE = 8.0
_SECONDS_OPEN = 8 * 3600


class StaffDoor:
    """Knows the token of the staff; wrong tries make the answers to wrong tries slower, and never shut anyone out."""

    def __init__(self, token: str) -> None:
        self._token = token.encode()
        self._wrong = 0
        self._lock = Lock()

    @classmethod
    def open(cls, folder: Path) -> StaffDoor:
        """The door whose token is kept in `folder`; the first time it is made there and said once on the console.

        Where nothing can be kept there, the token holds until the page ends.
        """
        path = folder / _FILE
        try:
            if kept := _kept(path):
                return cls(kept)
            made, where = _keep(path), words.STAFF_TOKEN_KEPT.format(file=path)
        except OSError:
            made, where = secrets.token_urlsafe(_TOKEN_BYTES), words.STAFF_TOKEN_NOT_KEPT
        sys.stderr.write(words.STAFF_TOKEN_MADE.format(token=made, where=where) + "\n")
        sys.stderr.flush()
        return cls(made)

    def admits(self, given: str) -> bool:
        """Whether `given` is the token, spaces around it aside."""
        is_right = hmac.compare_digest(given[:_LONGEST_GIVEN].strip().encode(), self._token)
        with self._lock:
            self._wrong = 0 if is_right else self._wrong + 1
        return is_right

    @property
    def pause(self) -> float:
        """How many seconds to hold back the answer to a wrong try: none at first, then twice as long each time."""
        return min(2.0 ** (self._wrong - _FREE_TRIES), _LONGEST_PAUSE) if self._wrong > _FREE_TRIES else 0.0


def _kept(path: Path) -> str:
    """The token in a file, which from then on only its owner can read; empty where there is none."""
    if not path.is_file():
        return ""
    path.chmod(0o600)
    return path.read_text(encoding="utf-8").strip()


def _keep(path: Path) -> str:
    """A new token, written whole before the file has its name: of two pages that start at once, one makes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=_FILE, dir=path.parent)  # mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(_TOKEN_BYTES))
        with suppress(FileExistsError):
            os.link(name, path)
    finally:
        os.unlink(name)
    return _kept(path)


# -- on the page ------------------------------------------------------------------------------------------------------


def staff_state() -> gr.State:
    """Whether a browser's session is unlocked: one for the whole page, so that one unlocking serves every tab."""
    return gr.State(False, time_to_live=_SECONDS_OPEN)


def require_staff(unlocked: object) -> None:
    """The first line of every handler that serves the staff; `unlocked` is its input from `staff_state`.

    Raises gr.Error, which says on the page that it is locked.
    """
    if unlocked is not True:
        raise gr.Error(words.STAFF_LOCKED, print_exception=False)


def add_staff_gate(door: StaffDoor, unlocked: gr.State) -> gr.Column:
    """Put the gate into the Gradio context that is open; gives the column that shows only while it is unlocked.

    What stands in the column from the start reaches every browser: it must be filled by handlers that `require_staff`.
    """
    with gr.Column(elem_classes="mb-gate") as closed:
        with gr.Row(elem_classes="mb-gate-row"):
            box = _box()
            enter = gr.Button(words.STAFF_ENTER, scale=0, min_width=84, elem_classes="mb-gate-enter")
        notice = gr.HTML("", apply_default_css=False, js_on_load=None)
    room = gr.Column(visible=False, elem_classes="mb-staff")
    with room:
        leave = gr.Button(words.STAFF_LEAVE, size="sm", scale=0, min_width=84, elem_classes="mb-gate-leave")

    async def unlock(given: str) -> tuple[object, str, str]:
        if door.admits(given):
            return True, "", ""
        await asyncio.sleep(door.pause)
        return gr.skip(), "", _notice_html(words.STAFF_WRONG_SLOW if door.pause else words.STAFF_WRONG)

    gr.on(
        [box.submit, enter.click],
        unlock,
        box,
        [unlocked, box, notice],
        concurrency_limit=None,
        show_progress="hidden",
        api_visibility="private",
    )
    leave.click(lambda: False, None, unlocked, show_progress="hidden", api_visibility="private")
    unlocked.change(
        lambda is_open: (gr.update(visible=not is_open), gr.update(visible=bool(is_open))),
        unlocked,
        [closed, room],
        show_progress="hidden",
        api_visibility="private",
    )
    return room


def _box() -> gr.Textbox:
    return gr.Textbox(
        label=words.STAFF_TOKEN,
        type="password",
        max_length=_LONGEST_GIVEN,
        lines=1,
        elem_classes="mb-gate-box",
        html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
    )


def _notice_html(word: str) -> str:
    return f'<p class="mb-notice" role="alert">{text_html(word)}</p>'
