"""Which of many texts have a piece, and how alike they are to a question by the pieces that both have.

There are tens of thousands of ways of asking: they are read at once, and kept as rows of numbers.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from mingbai.assistant.matching.pieces import Pieces, distinct, number_of, piece_of

Rows = NDArray[np.intp]

_SIGN = 0.5
"""What a single character weighs beside a pair."""
_SIGNS = 1 << 16
"""Numbers of single characters are below this."""
_NONE: Rows = np.empty(0, dtype=np.intp)


class PieceIndex:
    """The rows of the texts that have each piece, ascending."""

    def __init__(self, numbers: NDArray[np.uint64], rows: Rows, size: int) -> None:
        starts = np.flatnonzero(np.diff(numbers, prepend=np.uint64(0)))
        self.size = size
        self._rows = rows
        self._bounds = np.append(starts, len(rows))
        self._numbers = numbers[starts]
        self._at = {number: at for at, number in enumerate(self._numbers.tolist())}

    @classmethod
    def of(cls, texts: Sequence[str], pieces: Pieces) -> Self:
        """The index of some texts, in their order."""
        return cls(*pieces.of_each(texts), len(texts))

    def merged(self, groups: Rows) -> PieceIndex:
        """The index of texts put together: the group of each, by its row."""
        numbers = np.repeat(self._numbers, np.diff(self._bounds))
        both = distinct(numbers << np.uint64(32) | groups[self._rows].astype(np.uint64))
        rows = (both & np.uint64(0xFFFFFFFF)).astype(np.intp)
        return PieceIndex(both >> np.uint64(32), rows, int(groups.max(initial=-1)) + 1)

    def rows(self, piece: str) -> Rows:
        """The texts that have a piece."""
        at = self._at.get(number_of(piece))
        return _NONE if at is None else self._rows[self._bounds[at] : self._bounds[at + 1]]

    def counts(self, first: int, end: int) -> dict[str, int]:
        """How many of the texts from `first` to before `end` have each piece of theirs."""
        pieces = np.repeat(np.arange(len(self._numbers)), np.diff(self._bounds))
        counts = np.bincount(pieces[(self._rows >= first) & (self._rows < end)], minlength=len(self._numbers))
        own = np.flatnonzero(counts)
        return {
            piece_of(number): count
            for number, count in zip(self._numbers[own].tolist(), counts[own].tolist(), strict=True)
        }

    def norms(self) -> NDArray[np.float64]:
        """The length of each text, where every piece of it weighs what its rarity tells."""
        counts = np.diff(self._bounds)
        squares = (np.log((self.size + 1) / counts) * np.where(self._numbers < _SIGNS, _SIGN, 1.0)) ** 2
        return np.sqrt(np.bincount(self._rows, np.repeat(squares, counts), self.size))


class Likenesses:
    """How alike each of many texts is to a question, by the pieces that both have.

    Each is weighed by how rarely it is said; of what nobody is known to say, names and side remarks, only the part
    `unheard` of its weight counts.
    """

    def __init__(self, index: PieceIndex, unheard: float) -> None:
        self._index = index
        self._unheard = unheard**2
        self._norms = index.norms()

    def of(self, pieces: Collection[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """How alike each text is to some pieces (0 to 1), whatever else it says; and how much of it they hold."""
        shared, every = np.zeros(self._index.size), 0.0
        for rows, square in self._squares(pieces):
            shared[rows] += square
            every += square if len(rows) else self._unheard * square
        return shared / (math.sqrt(every or 1.0) * self._norms), shared / self._norms**2

    def _squares(self, pieces: Collection[str]) -> Iterator[tuple[Rows, float]]:
        """The texts that have each piece, with what it weighs, squared."""
        for piece in pieces:
            rows = self._index.rows(piece)
            yield rows, square(piece, (self._index.size + 1) / max(len(rows), 1))


def square(piece: str, rarity: float) -> float:
    """What a piece weighs, squared; a character alone says less than the pair it stands in."""
    return (math.log(rarity) * (_SIGN if len(piece) == 1 else 1.0)) ** 2
