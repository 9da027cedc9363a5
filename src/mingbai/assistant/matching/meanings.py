"""How near the ways of asking, the answers and the clauses of a policy are to a question in meaning.

The encoder that search uses tells words apart that share no sign (娃, 学生). A policy's texts are read when it is first
asked for: all of them would take a second.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mingbai.corpus.models import Policy

if TYPE_CHECKING:
    from mingbai.retrieval import Encoder

_KEPT = 64

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Nearness:
    """How near the texts of a policy are to a question (−1 to 1): its ways in order, its answers, its clauses by id."""

    ways: Vectors
    answers: Mapping[str, float]
    headings: Mapping[str, float]
    clauses: Mapping[str, float]


class Meanings:
    """Tells how near the texts of some policies are to a question."""

    def __init__(self, policies: Mapping[str, Policy], encoder: Encoder | None = None) -> None:
        self._policies = policies
        self._given = encoder
        self._read = lru_cache(None)(self._read_policy)
        self.near = lru_cache(_KEPT)(self._near)

    def _near(self, question: str, policy: str) -> Nearness:
        """How near the texts of one policy are to a question."""
        meaning = self._encoder.encode([question])[0]
        ways, *others = self._read(policy)
        answers, headings, clauses = (
            dict(zip(names, (rows @ meaning).tolist(), strict=True)) for names, rows in others
        )
        return Nearness(ways[1] @ meaning, answers, headings, clauses)

    @cached_property
    def _encoder(self) -> Encoder:
        from mingbai.retrieval import StaticEncoder  # imports that an estimate never needs

        return self._given or StaticEncoder()

    def _read_policy(self, policy: str) -> tuple[tuple[Sequence[str], Vectors], ...]:
        """The names and vectors of the ways of asking of a policy, of its answers, headings and clauses."""
        clauses = self._policies[policy].clauses
        asked = [one for clause in clauses for one in clause.asked]
        ways = [words for one in asked for words in one.people]
        answers = list(dict.fromkeys(one.answer for one in asked if one.answer))
        names = [one.id for one in clauses]
        whole = [f"{one.title} {one.text}" for one in clauses]
        texts = ((ways, ways), (answers, answers), (names, [one.title for one in clauses]), (names, whole))
        return tuple((of, self._encoder.encode(each)) for of, each in texts)
