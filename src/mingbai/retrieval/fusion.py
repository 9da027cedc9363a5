"""Several rankings made one, by weighted reciprocal ranks (Cormack, Clarke and Büttcher 2009)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# The constant of the paper: it keeps one index's first place from outvoting agreement of the others.
_SMOOTHING = 60


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each index's vote counts: the same, since the encoder learns from how people ask for each clause."""

    dense: float = 1.0
    bigrams: float = 1.0
    words: float = 1.0


DEFAULT_WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one index puts a clause: its rank from 1, and that index's own score (cosine, or BM25)."""

    rank: int
    score: float


Ranking = Sequence[tuple[int, float]]
"""Rows of clauses with their scores, best first."""


def standings(ranking: Ranking) -> dict[int, Standing]:
    """Each row's standing in one ranking."""
    return {row: Standing(rank, score) for rank, (row, score) in enumerate(ranking, start=1)}


def fuse(rankings: Sequence[tuple[float, Mapping[int, Standing]]]) -> list[tuple[int, float]]:
    """Rows with the sum of weight / (60 + rank) over the rankings that hold them; ties in row order."""
    fused: dict[int, float] = {}
    for weight, ranking in rankings:
        for row, standing in ranking.items():
            fused[row] = fused.get(row, 0.0) + weight / (_SMOOTHING + standing.rank)
    return sorted(fused.items(), key=lambda item: (-item[1], item[0]))
