"""Finding clauses: an encoder, a vector index, two keyword indexes, and their fusion."""

from mingbai.retrieval.encoder import Encoder, StaticEncoder, named_encoder
from mingbai.retrieval.errors import (
    DuplicateClauseError,
    EncoderUnreadableError,
    IndexUnreadableError,
    NoClausesError,
    RetrievalError,
)
from mingbai.retrieval.fusion import Standing, Weights
from mingbai.retrieval.index import Clause, ClauseIndex, Hit, Where
from mingbai.retrieval.upkeep import ensure_index, open_current

__all__ = [
    "Clause",
    "ClauseIndex",
    "DuplicateClauseError",
    "Encoder",
    "EncoderUnreadableError",
    "Hit",
    "IndexUnreadableError",
    "NoClausesError",
    "RetrievalError",
    "Standing",
    "StaticEncoder",
    "Weights",
    "Where",
    "ensure_index",
    "named_encoder",
    "open_current",
]
