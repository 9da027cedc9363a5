"""Running one computation in every world its doubts leave open.

A computation asks the `Oracle` wherever the source, or the person, leaves more than one possibility: two readings, the
bounds of a lost figure, a fact nobody knows. `explore` runs it once for every combination that is actually reached, so
a doubt that a case does not meet costs nothing and is never mentioned.

Why ends of a range are enough: a payment rises or falls monotonically with each single figure (a deductible, a share, a
cap, the bound of a band) while the others stay, so over a box of figures its extremes lie at the corners.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, TypeVar

Doubt = Literal["reading", "lost", "bound", "unknown_fact", "missing_fact", "uncovered"]
_Outcome = TypeVar("_Outcome")


@dataclass(frozen=True)
class Choice:
    """One possibility taken: which doubt, of what kind, the index taken of how many, and its words."""

    key: Hashable
    kind: Doubt
    taken: int
    count: int
    says: str
    open: bool = False


@dataclass
class Oracle:
    """Answers each doubt with the possibility of the world being run, and remembers what was asked."""

    script: Sequence[int] = ()
    trace: list[Choice] = field(default_factory=list)
    _taken: dict[Hashable, int] = field(default_factory=dict)

    def choose(self, key: Hashable, kind: Doubt, says: Sequence[str], open_at: frozenset[int] = frozenset()) -> int:
        """The index (0 = default) of the possibility that holds in this world; the same key gives the same index.

        `says` words each possibility; `open_at` holds the indices at which the true figure may lie even further out
        than the one used.
        """
        if key in self._taken:
            self._add_words(key, says[self._taken[key]])
            return self._taken[key]
        position = len(self.trace)
        taken = self.script[position] if position < len(self.script) else 0
        self._taken[key] = taken
        self.trace.append(Choice(key, kind, taken, len(says), says[taken], taken in open_at))
        return taken

    def _add_words(self, key: Hashable, says: str) -> None:
        """Tell also the words of a further figure that is read in the same way."""
        at, first = next((at, choice) for at, choice in enumerate(self.trace) if choice.key == key)
        if says not in first.says.split(";"):
            self.trace[at] = replace(first, says=f"{first.says};{says}")


@dataclass(frozen=True)
class World(Generic[_Outcome]):
    """What came out under one combination of possibilities."""

    outcome: _Outcome
    choices: tuple[Choice, ...]

    @property
    def is_open(self) -> bool:
        """Whether a figure in this world may lie even further out than the one used."""
        return any(choice.open for choice in self.choices)

    def took(self, key: Hashable) -> Choice | None:
        """The possibility taken of one doubt, or None where the run did not meet it."""
        return next((choice for choice in self.choices if choice.key == key), None)


def explore(run: Callable[[Oracle], _Outcome]) -> tuple[World[_Outcome], ...]:
    """Every world of a computation, the one of all defaults first."""
    worlds: list[World[_Outcome]] = []
    scripts: list[tuple[int, ...]] = [()]
    while scripts:
        script = scripts.pop()
        oracle = Oracle(script)
        outcome = run(oracle)
        worlds.append(World(outcome, tuple(oracle.trace)))
        taken = tuple(choice.taken for choice in oracle.trace)
        scripts.extend(
            (*taken[:position], other)
            for position in range(len(script), len(oracle.trace))
            for other in range(1, oracle.trace[position].count)
        )
    return tuple(worlds)
