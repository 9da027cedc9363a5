import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.library import Library
from mingbai.corpus.reader import Corpus


@pytest.fixture(scope="session")
def library(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The real corpus, with an index of its own."""
    return Library(corpus, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def assistant(library: Library) -> Assistant:
    """The assistant as it is without a language model."""
    return Assistant(library)
