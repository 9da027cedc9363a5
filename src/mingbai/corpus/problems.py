"""What is wrong with a corpus file: a value with its file and line, collected and reported together.

CorpusError
└── raised once, with every problem found, when a corpus that has problems is asked for
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in a corpus file, with the place where it stands (line counted from 1)."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class CorpusError(ValueError):
    """The corpus cannot be used; `problems` names each mistake with file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
