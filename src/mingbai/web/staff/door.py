"""The staff door: a token of one's own machine, made once and asked for ever after."""

from __future__ import annotations

import hmac
import os
import secrets
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Lock

from mingbai.web import words

_FILE = "staff-token"
_TOKEN_BYTES = 18
LONGEST_GIVEN = 200
"""So many characters are looked at when a token is given."""
_FREE_TRIES = 3
_LONGEST_PAUSE = 8.0


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
        is_right = hmac.compare_digest(given[:LONGEST_GIVEN].strip().encode(), self._token)
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
