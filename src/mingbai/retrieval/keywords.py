"""BM25 over one way of cutting text into pieces."""

from collections.abc import Callable, Sequence
from pathlib import Path

import bm25s  # type: ignore[import-untyped]
import numpy as np
import numpy.typing as npt

from mingbai.retrieval.fusion import Ranking

Cutter = Callable[[str], list[str]]
RowMask = npt.NDArray[np.bool_]


class KeywordIndex:
    """Ranks rows by BM25 (Lucene's variant). Rows and queries are cut by the same cutter."""

    def __init__(self, scorer: bm25s.BM25, cut: Cutter) -> None:
        self._scorer = scorer
        self._cut = cut

    @classmethod
    def build(cls, texts: Sequence[str], path: Path, cut: Cutter) -> "KeywordIndex":
        """Indexes normalised texts, one row each, and saves the index under `path`."""
        scorer = bm25s.BM25()
        scorer.index([cut(text) for text in texts], show_progress=False)
        scorer.save(path, show_progress=False)
        return cls(scorer, cut)

    @classmethod
    def open(cls, path: Path, cut: Cutter) -> "KeywordIndex":
        """Reads a saved index; raises whatever the broken file causes."""
        return cls(bm25s.BM25.load(path), cut)

    @property
    def size(self) -> int:
        """The number of rows."""
        return int(self._scorer.scores["num_docs"])

    def rank(self, query: str, depth: int, allowed: RowMask | None) -> Ranking:
        """The best rows that share a piece with the normalised query, at most `depth` of them."""
        ids = self._scorer.get_tokens_ids(self._cut(query))
        if not ids:
            return []
        scores = self._scorer.get_scores_from_ids(ids)
        if allowed is not None:
            scores = np.where(allowed, scores, 0.0)
        best = np.argsort(-scores, kind="stable")[:depth]
        return [(int(row), float(scores[row])) for row in best if scores[row] > 0]
