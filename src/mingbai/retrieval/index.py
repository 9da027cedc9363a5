"""The clause index: dense vectors and two keyword indexes behind one search."""

import json
import os
import weakref
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from mingbai.retrieval import lease
from mingbai.retrieval.encoder import Encoder, StaticEncoder
from mingbai.retrieval.errors import DuplicateClauseError, IndexUnreadableError, NoClausesError
from mingbai.retrieval.fusion import DEFAULT_WEIGHTS, Standing, Weights, fuse, standings
from mingbai.retrieval.keywords import KeywordIndex, RowMask
from mingbai.retrieval.tokens import WordCutter, bigrams, normalise
from mingbai.retrieval.vectors import Progress, VectorIndex

FORMAT = 1
"""Goes up by one whenever an index of the version before could be read wrongly."""

CLAUSES_FILE = "clauses.json"
"""Written last into a new index, so that its presence says the index is whole; readers hold a lease on it."""

_BIGRAMS, _WORDS, _VECTORS = "bigrams", "words", "vectors"
# How far down each index's ranking fusion looks.
_DEPTH = 50

Clause = tuple[str, str, Mapping[str, str]]
"""Id, text and metadata of one clause."""

Where = Mapping[str, str | Collection[str]]
"""Metadata a hit must have: for each key one value, or any of several."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause found, its fused score, and its standing in each index (None: not among that index's best)."""

    id: str
    text: str
    metadata: Mapping[str, str]
    score: float
    dense: Standing | None
    bigrams: Standing | None
    words: Standing | None


class ClauseIndex:
    """Finds clauses by meaning and by words. Get one from `build` or `open`; close it, or use `with`."""

    def __init__(self, path: Path, encoder: Encoder, weights: Weights) -> None:
        self._encoder = encoder
        self._weights = weights
        with ExitStack() as resources:
            resources.callback(os.close, lease.hold(path / CLAUSES_FILE))
            saved = json.loads((path / CLAUSES_FILE).read_text(encoding="utf-8"))
            if (saved["format"], saved["encoder"]) != (FORMAT, encoder.fingerprint):
                raise ValueError("it was built by another version or with another encoder")
            self._clauses: list[Clause] = [(id_, text, metadata) for id_, text, metadata in saved["clauses"]]
            self._bigrams = KeywordIndex.open(path / _BIGRAMS, bigrams)
            self._words = KeywordIndex.open(path / _WORDS, WordCutter(saved["words"]))
            self._vectors = VectorIndex(path / _VECTORS)
            resources.callback(self._vectors.close)
            if {self._bigrams.size, self._words.size, self._vectors.size} != {len(self._clauses)}:
                raise ValueError("its parts differ in the number of clauses")
            self._close = weakref.finalize(self, resources.pop_all().close)

    @classmethod
    def build(
        cls,
        clauses: Iterable[Clause],
        path: Path | str,
        *,
        encoder: Encoder | None = None,
        words: Iterable[str] = (),
        weights: Weights = DEFAULT_WEIGHTS,
        progress: Progress | None = None,
    ) -> Self:
        """Indexes the clauses into the new or empty folder `path` and opens it.

        `words` are terms to be kept whole by the word index. Raises NoClausesError, DuplicateClauseError, and
        FileExistsError where the folder already holds something.
        """
        path, encoder = Path(path), encoder or StaticEncoder()
        rows = list(clauses)
        if not any(bigrams(normalise(text)) for _, text, _ in rows):
            raise NoClausesError
        _refuse_duplicates(rows)
        path.mkdir(parents=True, exist_ok=True)
        if any(path.iterdir()):
            raise FileExistsError(f"{path} is not empty; an index is built into a new folder")
        _write(rows, path, encoder, sorted(set(words)), progress or (lambda done, total: None))
        return cls.open(path, encoder=encoder, weights=weights)

    @classmethod
    def open(cls, path: Path | str, *, encoder: Encoder | None = None, weights: Weights = DEFAULT_WEIGHTS) -> Self:
        """Opens a built index with the encoder it was built with; raises IndexUnreadableError."""
        try:
            return cls(Path(path), encoder or StaticEncoder(), weights)
        # Chroma, bm25s and json each have their own errors for a damaged file, some of them undocumented.
        except Exception as error:
            raise IndexUnreadableError(Path(path), error) from error

    def __len__(self) -> int:
        return len(self._clauses)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the files; the index cannot be searched after."""
        self._close()

    def search(self, query: str, k: int = 8, where: Where | None = None) -> list[Hit]:
        """The best `k` clauses for the query, best first; none where no piece of the query is known.

        Scores are for ordering: only standings of the same index compare between two searches.
        """
        text = normalise(query)
        if not bigrams(text):
            return []
        allowed = self._allowed(where) if where else None
        depth = min(max(_DEPTH, 4 * k), len(self._clauses))
        dense = standings(self._vectors.rank(self._encoder.encode([text])[0], depth, allowed))
        by_bigrams = standings(self._bigrams.rank(text, depth, allowed))
        by_words = standings(self._words.rank(text, depth, allowed))
        votes = self._weights
        fused = fuse([(votes.dense, dense), (votes.bigrams, by_bigrams), (votes.words, by_words)])
        return [
            Hit(*self._clauses[row], score, dense.get(row), by_bigrams.get(row), by_words.get(row))
            for row, score in fused[:k]
        ]

    def _allowed(self, where: Where) -> RowMask:
        wanted = {key: {value} if isinstance(value, str) else set(value) for key, value in where.items()}
        return np.array(
            [all(metadata.get(key) in values for key, values in wanted.items()) for _, _, metadata in self._clauses],
            dtype=np.bool_,
        )


def _refuse_duplicates(clauses: Sequence[Clause]) -> None:
    counts = Counter(id_ for id_, _, _ in clauses)
    repeated = [id_ for id_, count in counts.items() if count > 1]
    if repeated:
        raise DuplicateClauseError(repeated)


def _write(clauses: Sequence[Clause], path: Path, encoder: Encoder, words: Sequence[str], progress: Progress) -> None:
    texts = [normalise(text) for _, text, _ in clauses]
    KeywordIndex.build(texts, path / _BIGRAMS, bigrams)
    KeywordIndex.build(texts, path / _WORDS, WordCutter(words))
    vectors = VectorIndex(path / _VECTORS)
    try:
        vectors.add(encoder.encode(texts), progress)
    finally:
        vectors.close()
    saved = {
        "format": FORMAT,
        "encoder": encoder.fingerprint,
        "words": list(words),
        "clauses": [(id_, text, dict(metadata)) for id_, text, metadata in clauses],
    }
    (path / CLAUSES_FILE).write_text(json.dumps(saved, ensure_ascii=False), encoding="utf-8")
