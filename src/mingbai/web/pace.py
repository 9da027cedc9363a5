"""How often something may be done in a minute."""

from __future__ import annotations

from collections import deque
from math import ceil
from threading import Lock

_MINUTE = 60.0


class Pace:
    """Lets a thing be done `most` times within any minute."""

    def __init__(self, most: int) -> None:
        self._done_at: deque[float] = deque(maxlen=most)
        self._lock = Lock()

    def seconds_to_wait(self, now: float) -> int:
        """How long until it may be done again, 0 for at once (it then counts); `now` is in seconds."""
        with self._lock:
            if len(self._done_at) == self._done_at.maxlen and now - self._done_at[0] < _MINUTE:
                return ceil(_MINUTE - (now - self._done_at[0]))
            self._done_at.append(now)
            return 0
