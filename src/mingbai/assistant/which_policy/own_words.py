"""Words of a question that stand in the clauses of one document and no other: they tell which one is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mingbai.assistant.matching.telling_words import TellingWords, pairs

_A_PAIR = 2
_PARTICULAR = re.compile("[一-鿿]{2}[0-9]{4,}")
_A_RUN = 3


class OwnWords:
    """Finds the one document that has some words of a question; `texts` are those of all documents by their ids."""

    def __init__(self, texts: Mapping[str, str], telling: TellingWords) -> None:
        self._texts = texts
        self._telling = telling

    def named(self, question: str) -> str | None:
        """The one document in which a whole name of the question (蒋云英) stands."""
        for words in self._telling.beside_terms(question):
            if len(words) > _A_PAIR and len(holders := self._holders(words)) == 1 and self._is_name(words, holders):
                return next(iter(holders))
        return None

    def of_runs(self, question: str) -> set[str]:
        """The documents that alone have some run of characters of the question (生活部 in 学院生活部收)."""
        runs = {
            words[at : at + _A_RUN]
            for words in self._telling.beside_terms(question)
            for at in range(len(words) - _A_RUN + 1)
        }
        held = [self._holders(run) for run in runs]
        return {next(iter(holders)) for holders in held if len(holders) == 1}

    def of_figures(self, question: str) -> set[str]:
        """The documents that alone have a particular figure with the words before it (任务23000)."""
        held = [self._holders(one) for one in _PARTICULAR.findall(question)]
        return {next(iter(holders)) for holders in held if len(holders) == 1}

    def names_only(self, question: str, document: str) -> bool:
        """Whether a question holds a pair of characters that stands in this document and no other."""
        every = {pair for words in self._telling.beside_terms(question) for pair in pairs(words)}
        return any(self._holders(pair) == {document} for pair in every)

    def _is_name(self, words: str, holders: set[str]) -> bool:
        """Whether two characters of some words are said by nobody else, either (蒋云英, and not 办转院审批)."""
        return any(self._holders(pair) == holders for pair in pairs(words))

    def _holders(self, words: str) -> set[str]:
        """The documents in which some words stand."""
        return {document for document, text in self._texts.items() if words in text}
