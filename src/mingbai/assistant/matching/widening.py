"""The words clauses use for what people say otherwise, so that a question finds them (掏钱: 交钱; 跳槽: 换工作)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.corpus.vocabulary import Vocabulary


class Widening:
    """Widens a question by the words that clauses use for what it says: terms, and words kindred to its own."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        terms = {name: (name, *term.says) for name, term in vocabulary.terms.items() if term.widens}
        self._patterns = {name: re.compile("|".join(map(re.escape, words))) for name, words in terms.items()}
        self._kindred = {words: re.compile(pattern) for words, pattern in vocabulary.kindred.items()}

    def words(self, text: str) -> Iterator[str]:
        """What clauses say for the words of a text."""
        for patterns in (self._patterns, self._kindred):
            yield from (words for words, pattern in patterns.items() if pattern.search(text))

    def widened(self, query: str) -> str:
        """A query with what clauses say for its words."""
        return " ".join((query, *self.words(query)))
