"""Which of a place's documents a quiz is to be about, where it is named in part: 北京定点办法."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary

_OF_ALL = ("医保", "医疗", "保险", "基本", "政策", "规定", "待遇", "报销")
"""What any document of medical insurance may be called."""


class NamedInPart:
    """Finds documents by pieces of their names."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        places = {word for name, words in vocabulary.place_words.items() for word in (name, *words)}
        schemes = {word for name, words in vocabulary.schemes.items() for word in (name, *words)}
        self._of_many = {pair for word in (*places, *schemes, *_OF_ALL) for pair in _pairs(word)}

    def among(self, text: str, documents: Sequence[Policy]) -> tuple[Policy, ...]:
        """Those of some documents whose names share most with a message, beside names of places and schemes.

        All of them where no name shares anything with it that the others do not.
        """
        said = _pairs(text) - self._of_many
        shared = [len(said & {pair for name in _names(one) for pair in _pairs(name)}) for one in documents]
        most = max(shared, default=0)
        return tuple(one for one, count in zip(documents, shared, strict=True) if count == most)


def _names(policy: Policy) -> Iterable[str]:
    return (policy.title, *policy.also_called)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
