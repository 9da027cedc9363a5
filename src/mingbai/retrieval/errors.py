"""What can go wrong while clauses are indexed or searched.

RetrievalError
├── NoClausesError           no words to index
├── DuplicateClauseError     two clauses with one id
├── IndexUnreadableError     a folder that holds no whole index of this format and encoder
└── EncoderUnreadableError   a folder that holds no encoder of the expected kind
"""

from collections.abc import Sequence
from pathlib import Path


class RetrievalError(Exception):
    """Anything this room raises on purpose."""


class NoClausesError(RetrievalError):
    """An index over nothing was asked for: no clause, or none with a word in it."""

    def __init__(self) -> None:
        super().__init__("there is no clause with words in it to index")


class DuplicateClauseError(RetrievalError):
    """Two clauses share an id, so a citation could not say which one it means."""

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids = tuple(ids)
        super().__init__(f"clause ids must be unique; given more than once: {', '.join(self.ids)}")


class IndexUnreadableError(RetrievalError):
    """The folder holds no whole index that this version and this encoder can read."""

    def __init__(self, path: Path, cause: object) -> None:
        self.path = path
        super().__init__(f"no usable clause index in {path}: {cause}; build it again")


class EncoderUnreadableError(RetrievalError):
    """The folder holds no saved encoder of the expected kind."""

    def __init__(self, path: Path, cause: object) -> None:
        self.path = path
        super().__init__(f"no static sentence-transformers model in {path}: {cause}")
