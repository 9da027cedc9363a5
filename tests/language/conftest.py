import pytest

from mingbai.corpus.reader import Corpus
from mingbai.language.lexicon import Lexicon
from mingbai.language.utterance import SentenceReader


@pytest.fixture(scope="session")
def lexicon(corpus: Corpus) -> Lexicon:
    """The words of the real vocabulary and of the real policies' names."""
    return Lexicon(corpus.vocabulary, corpus.policies.values())


@pytest.fixture(scope="session")
def reader(corpus: Corpus, lexicon: Lexicon) -> SentenceReader:
    return SentenceReader(corpus.vocabulary, lexicon)
