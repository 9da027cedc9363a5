"""What many tests start from: the real corpus, its vocabulary, and the book of each policy."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from mingbai.corpus.reader import Corpus, read_corpus
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.book import Book

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return read_corpus(CORPUS)


@pytest.fixture(scope="session")
def vocabulary(corpus: Corpus) -> Vocabulary:
    return corpus.vocabulary


@pytest.fixture(scope="session")
def book(corpus: Corpus) -> Callable[[str], Book]:
    """The book of a policy, by the policy's id."""
    return cache(lambda policy_id: Book.of(corpus.policies[policy_id], corpus.vocabulary))
