"""Nearest vectors, kept in Chroma."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mingbai.retrieval.encoder import Vectors
from mingbai.retrieval.fusion import Ranking
from mingbai.retrieval.keywords import RowMask

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateCollectionConfiguration

Progress = Callable[[int, int], None]
"""Called with how many clauses are done, and how many there are."""

_COLLECTION = "clauses"
_BATCH = 500
# Chroma slows with the number of ids it is restricted to; beyond this, fetching more and dropping is faster.
_MOST_NAMED_ROWS = 1000
# More than there are clauses: none is missed by chance.
_SETTINGS: "CreateCollectionConfiguration" = {"hnsw": {"space": "cosine", "ef_search": 2000}}


class VectorIndex:
    """Ranks rows by the cosine of their vector with the query's."""

    def __init__(self, path: Path) -> None:
        self._client = _client(path)
        self._rows = self._client.get_or_create_collection(
            _COLLECTION, embedding_function=None, configuration=_SETTINGS
        )

    @property
    def size(self) -> int:
        """The number of rows."""
        return self._rows.count()

    def add(self, vectors: Vectors, progress: Progress) -> None:
        """Stores the vectors as rows 0, 1, 2, …; for a new index only."""
        for start in range(0, len(vectors), _BATCH):
            batch = vectors[start : start + _BATCH]
            self._rows.add(ids=[str(start + offset) for offset in range(len(batch))], embeddings=batch)
            progress(start + len(batch), len(vectors))

    def rank(self, query: Vectors, depth: int, allowed: RowMask | None) -> Ranking:
        """The nearest rows to one unit vector, at most `depth` of them; none for the zero vector."""
        if not query.any():
            return []
        if allowed is None:
            return self._nearest(query, depth)
        rows = np.flatnonzero(allowed)
        if len(rows) == 0:
            return []
        if len(rows) <= _MOST_NAMED_ROWS:
            return self._nearest(query, depth, [str(row) for row in rows])
        wanted = 2 * depth * len(allowed) // len(rows)
        return [(row, score) for row, score in self._nearest(query, wanted) if allowed[row]][:depth]

    def close(self) -> None:
        """Lets go of the files."""
        self._client.close()

    def _nearest(self, query: Vectors, depth: int, ids: list[str] | None = None) -> Ranking:
        found = self._rows.query(query_embeddings=query.reshape(1, -1), n_results=depth, ids=ids, include=["distances"])
        distances = found["distances"] or [[]]
        return [(int(row), 1.0 - distance) for row, distance in zip(found["ids"][0], distances[0], strict=True)]


def _client(path: Path) -> "Client":
    # Chroma takes most of a second to import; whoever only needs the keyword rooms should not wait for it.
    from chromadb.api.client import Client
    from chromadb.config import Settings

    settings = Settings(is_persistent=True, persist_directory=str(path), anonymized_telemetry=False)
    return Client(settings=settings)
