"""Commands run on the repository's corpus and on nothing else of this machine."""

import os
from pathlib import Path

import pytest

from mingbai.assistant import library as library_room
from mingbai.corpus.reader import Corpus


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch, corpus: Corpus, cache_folder: Path) -> None:
    """The repository's corpus, read once for all calls, and an index of these tests' own."""
    for name in [name for name in os.environ if name.startswith("MINGBAI_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("MINGBAI_CACHE", str(cache_folder))
    monkeypatch.setattr(library_room, "read_corpus", lambda folder: corpus)
