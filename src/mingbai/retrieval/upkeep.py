"""The index kept up to date in one folder: built beside the old one and swapped in whole.

directory/
  current.json      which build is the index, and for what; replaced in one step
  build-xxxxxxxx/   one whole index, never changed after; or one that was never finished
  build.lock        held by whoever looks, builds or tidies
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from filelock import FileLock

from mingbai.retrieval import lease
from mingbai.retrieval.encoder import Encoder, StaticEncoder
from mingbai.retrieval.errors import IndexUnreadableError
from mingbai.retrieval.index import CLAUSES_FILE, FORMAT, Clause, ClauseIndex
from mingbai.retrieval.vectors import Progress

_POINTER = "current.json"
_LOCK = "build.lock"
_BUILD = "build-"


def ensure_index(
    clauses: Iterable[Clause],
    directory: Path,
    *,
    corpus_hash: str,
    encoder: Encoder | None = None,
    words: Iterable[str] = (),
    progress: Progress | None = None,
) -> ClauseIndex:
    """The index of these clauses: the directory's, or a new one where that is older, damaged or missing.

    `clauses` is only read for a new one; `corpus_hash` stands for everything in it. Whoever comes while
    another process builds, waits. An index still open somewhere stays on disk until a later build.
    """
    encoder = encoder or StaticEncoder()
    terms = sorted(set(words))
    wanted = _hash(corpus_hash, encoder, terms)
    directory.mkdir(parents=True, exist_ok=True)
    with FileLock(directory / _LOCK):
        index = _open_if(wanted, directory, encoder)
        if index is None:
            path = Path(tempfile.mkdtemp(prefix=_BUILD, dir=directory))
            index = ClauseIndex.build(clauses, path, encoder=encoder, words=terms, progress=progress)
            _point(directory, path.name, wanted)
            _tidy(directory, path.name)
    return index


def open_current(directory: Path, *, encoder: Encoder | None = None) -> ClauseIndex:
    """The index in the directory, whatever corpus it is for; raises IndexUnreadableError."""
    with FileLock(directory / _LOCK):
        return _open(directory, _pointer(directory), encoder or StaticEncoder())


def _hash(corpus_hash: str, encoder: Encoder, terms: list[str]) -> str:
    parts = json.dumps([FORMAT, corpus_hash, encoder.fingerprint, terms], ensure_ascii=False)
    return hashlib.sha256(parts.encode()).hexdigest()


def _open_if(wanted: str, directory: Path, encoder: Encoder) -> ClauseIndex | None:
    try:
        pointer = _pointer(directory)
        return _open(directory, pointer, encoder) if pointer["hash"] == wanted else None
    except IndexUnreadableError:
        return None


def _pointer(directory: Path) -> dict[str, str]:
    try:
        pointer = json.loads((directory / _POINTER).read_text(encoding="utf-8"))
        return {"build": str(pointer["build"]), "hash": str(pointer["hash"])}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexUnreadableError(directory, error) from error


def _open(directory: Path, pointer: dict[str, str], encoder: Encoder) -> ClauseIndex:
    return ClauseIndex.open(directory / pointer["build"], encoder=encoder)


def _point(directory: Path, build: str, wanted: str) -> None:
    descriptor, name = tempfile.mkstemp(prefix=_POINTER, dir=directory)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({"build": build, "hash": wanted}, file)
    os.replace(name, directory / _POINTER)


def _tidy(directory: Path, current: str) -> None:
    for path in directory.glob(f"{_BUILD}*"):
        if path.name != current and lease.is_free(path / CLAUSES_FILE):
            shutil.rmtree(path, ignore_errors=True)
    for unplaced in directory.glob(f"{_POINTER}?*"):
        unplaced.unlink(missing_ok=True)
