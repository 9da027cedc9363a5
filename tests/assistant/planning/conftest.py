from __future__ import annotations

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.language.lexicon import Lexicon
from mingbai.language.utterance import SentenceReader


@pytest.fixture(scope="session")
def reader(library: Library) -> SentenceReader:
    corpus = library.corpus
    return SentenceReader(corpus.vocabulary, Lexicon(corpus.vocabulary, corpus.policies.values(), {}))


@pytest.fixture(scope="session")
def bills(library: Library) -> SettledBills:
    return SettledBills(library)
