"""Leaving a service alone for a while after it failed several times in a row, so that nobody waits for it in vain."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock


@dataclass
class Breaker:
    """Counts failures in a row: from the `after`-th on, each one pauses the service for so many seconds.

    The first use after a pause is a trial: if it fails too, the next pause begins at once. Safe between threads.
    """

    after: int = 3
    seconds: float = 60
    clock: Callable[[], float] = time.monotonic
    _failures: int = 0
    _until: float = 0
    _lock: Lock = field(default_factory=Lock)

    @property
    def pause(self) -> float:
        """Seconds for which the service is still to be left alone; 0 where it may be used."""
        return max(0.0, self._until - self.clock())

    def succeeded(self) -> None:
        """The service answered: what failed before is forgotten."""
        with self._lock:
            self._failures, self._until = 0, 0

    def failed(self) -> bool:
        """The service failed; whether it is to be left alone from now on."""
        with self._lock:
            self._failures += 1
            if self._failures >= self.after:
                self._until = self.clock() + self.seconds
            return self._failures >= self.after
