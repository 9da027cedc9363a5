"""The pieces of a text by which two ways of saying a thing are held against each other.

They are its characters and their pairs, with words for the same thing (娃, 小孩) made one, and without the names of
places and documents: these say whose rule is asked for, and not what.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from operator import add

from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary

_RUN = re.compile(r"[一-鿿]+|[0-9a-zA-Z]+")
_KEPT = 64
_IDLE = frozenset("的了呢啊吧嘛哦么呀哈")
_WITHOUT_IDLE = str.maketrans("", "", "".join(_IDLE))


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for each of some words, the longest first; for nothing where there is none."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)")


class Pieces:
    """Takes texts about some policies to pieces, with one vocabulary."""

    def __init__(self, policies: Collection[Policy], vocabulary: Vocabulary) -> None:
        self._same = _same_words(vocabulary)
        self._spoken = any_of(self._same)
        self._names = any_of(_names(policies, vocabulary))
        idle = {*vocabulary.everyday_words, *(word for words in vocabulary.intents.values() for word in words)}
        self._idle = any_of(idle | _IDLE)
        self._made_alike = lru_cache(_KEPT)(self._make_alike)  # a text is taken to pieces in more than one way

    def alike(self, text: str) -> str:
        """A text with its words for the same thing made one."""
        return self._made_alike(text)

    def _make_alike(self, text: str) -> str:
        return self._spoken.sub(lambda word: self._same[word[0]], text)

    def of(self, text: str) -> frozenset[str]:
        """The characters of a text and their pairs."""
        found: set[str] = set()
        for run in _RUN.findall(self.alike(self._names.sub(" ", text))):
            kept = run.translate(_WITHOUT_IDLE)
            found.update(map(add, kept, kept[1:]))
            found.update(kept)
        return frozenset(found)

    def subject(self, text: str) -> frozenset[str]:
        """The characters of what a text is about, without the words that any question may have."""
        text = self.alike(self._names.sub(" ", text))
        return frozenset(sign for sign in self._idle.sub(" ", text) if _RUN.match(sign))


def _names(policies: Iterable[Policy], vocabulary: Vocabulary) -> Iterator[str]:
    """The names of places and documents."""
    for policy in policies:
        yield from (policy.title, *policy.also_called)
        for place in policy.place:
            yield from (place, *vocabulary.place_words.get(place, (place.rstrip("省市县区"),)))


def _same_words(vocabulary: Vocabulary) -> dict[str, str]:
    """Each word for a choice of a fact, for a term or for another word, with what it stands for."""
    choices = (choice for fact in vocabulary.facts.values() for choice in fact.by_words.items())
    terms = ((word, name) for name, term in vocabulary.terms.items() for word in term.says)
    alike = ((word, name) for name, words in vocabulary.said_alike.items() for word in words)
    return {**vocabulary.typos, **dict(terms), **dict(choices), **dict(alike)}
