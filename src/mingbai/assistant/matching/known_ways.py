"""The ways of asking that clauses keep, each held against a question: how alike the two are."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from mingbai.assistant.matching.match import Match
from mingbai.assistant.matching.meanings import Meanings
from mingbai.assistant.matching.piece_index import Likenesses, PieceIndex
from mingbai.assistant.matching.pieces import Pieces
from mingbai.assistant.matching.taking_apart import Part
from mingbai.assistant.matching.ways import OF_REPORT, Reading, Saying, WayText
from mingbai.corpus.models import Policy

_READ = 8
_AT_ALL = 0.05
"""Ways of asking less alike than that are only looked at where they are among so many nearest in meaning."""
_NEAR = 24
_UNHEARD = 0.6
"""How much of its weight something counts that nobody is known to say: names and side remarks tell little."""


class KnownWays:
    """All ways of asking that the clauses of some policies keep."""

    def __init__(self, policies: Collection[Policy], reading: Reading, pieces: Pieces, meanings: Meanings) -> None:
        self._reading = reading
        self._meanings = meanings
        self._sayings = [
            (policy, clause, one.answer, words)
            for policy in policies
            for clause in policy.clauses
            for one in clause.asked
            for words in one.people
        ]
        self._places: dict[str, tuple[int, int]] = {}  # each policy's first way of asking, and the end of them
        for at, (policy, *_) in enumerate(self._sayings):
            self._places[policy.id] = self._places.get(policy.id, (at, at))[0], at + 1
        self.said = [((policy.id, clause.id, answer), words) for policy, clause, answer, words in self._sayings]
        """The answers with a way of asking for each, policy by policy."""
        self.index = PieceIndex.of([words for *_, words in self._sayings], pieces)
        """The pieces of these ways, in their order."""
        self._likenesses = Likenesses(self.index, _UNHEARD)
        self._read = lru_cache(None)(self._read_saying)  # few are ever looked at
        self._read_part = lru_cache(_READ)(self._read_part_anew)  # one search holds a question against them repeatedly

    def matches(self, part: Part, policies: Container[str]) -> Iterator[Match]:
        """The ways of asking that are not quite unlike a question, or among those nearest to it in meaning."""
        read, alike, held = self._read_part(part)
        for policy, (first, end) in self._places.items():
            if policy not in policies:
                continue
            near = self._meanings.near(part.text, policy).ways
            for at in np.union1d(np.flatnonzero(alike[first:end] >= _AT_ALL), np.argsort(-near)[:_NEAR]).tolist():
                if match := self._match(first + at, read, alike, held, float(near[at])):
                    yield match

    def alike(self, part: Part, least: float) -> Iterator[Match]:
        """The ways of asking, of any policy, of which the pieces are so much like a question's (0 to 1)."""
        read, likeness, held = self._read_part(part)
        ways = (self._match(at, read, likeness, held) for at in np.flatnonzero(likeness >= least).tolist())
        yield from filter(None, ways)

    def _read_part_anew(self, part: Part) -> tuple[WayText, NDArray[np.float64], NDArray[np.float64]]:
        """What a question or a part of it says, how alike each way of asking is to it, and how much of each it has."""
        read = replace(self._reading.of(part.text), asks=part.asks, breaks=part.is_of_break)
        return read, *self._likenesses.of(read.pieces)

    def _match(
        self, at: int, read: WayText, alike: NDArray[np.float64], held: NDArray[np.float64], near: float = 0.0
    ) -> Match | None:
        """One way of asking, so near in meaning to what is `read` of a question; None where that is another matter."""
        one, own = self._read(at)
        if own.is_apart_from(read):
            return None
        fits = one.fits(own, read)
        is_of_kind = read.asks == own.asks
        return Match(*one.answered, one.words, float(alike[at]) * fits, fits, is_of_kind, float(held[at]), near)

    def _read_saying(self, at: int) -> tuple[Saying, WayText]:
        policy, clause, answer, words = self._sayings[at]
        weight = OF_REPORT if policy.kind == "report" else 1.0
        saying = Saying(policy.id, clause.id, answer, words, clause.title, weight)
        return saying, self._reading.way(saying)
