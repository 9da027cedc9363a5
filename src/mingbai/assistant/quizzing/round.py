"""A round of a quiz as the messages give it: what was wished for, and the answers so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Event = Literal["asked", "answered", "unclear", "hint", "resumed", "stopped", "left"]
"""What the last message did to the round; `left` is a question about something else."""


@dataclass(frozen=True)
class Round:
    """One quiz. The same wish and seed draw the same items; an answer is as the item words it, None where passed over.

    `policies` is None while it is not known where, empty for all of them; `items` None where no number was said.
    """

    seed: int
    policies: tuple[str, ...] | None = None
    items: int | None = None
    topics: tuple[str, ...] = ()
    difficulty: str = ""
    answers: tuple[str | None, ...] = ()
    is_open: bool = True

    @property
    def is_running(self) -> bool:
        """Whether an item waits for an answer."""
        return self.is_open and self.policies is not None
