"""The pieces of a text by which two ways of saying a thing are held against each other.

They are its characters and their pairs, with words for the same thing (娃, 小孩) made one, and without the names of
places and documents: these say whose rule is asked for, and not what.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import add

import numpy as np
from numpy.typing import NDArray

from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary

_RUN = re.compile(r"[一-鿿]+|[0-9a-zA-Z]+")
_KEPT = 64
_IDLE = frozenset("的了呢啊吧嘛哦么呀哈")
_WITHOUT_IDLE = str.maketrans("", "", "".join(_IDLE))
_IDLE_SIGNS = np.array([ord(sign) for sign in _IDLE], dtype=np.uint32)
_END = "\n"


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for each of some words, the longest first; for nothing where there is none.

    Words with the same first sign are tried together: of hundreds only a few can stand at a place.
    """
    endings: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        endings[word[:1]].append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in endings.items()) or "(?!)")


def number_of(piece: str) -> int:
    """The number that stands for a piece, a sign or a pair of signs."""
    return ord(piece[0]) << 16 | ord(piece[1]) if piece[1:] else ord(piece)


def piece_of(number: int) -> str:
    """The piece that a number stands for."""
    return (chr(number >> 16) if number >> 16 else "") + chr(number & 0xFFFF)


def distinct(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Some numbers above 0, each once, ascending."""
    ascending = np.sort(numbers)
    return ascending[np.flatnonzero(np.diff(ascending, prepend=np.uint64(0)))]


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

    def of_each(self, texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
        """The numbers of the pieces of many texts, ascending, each with the place of a text that has it."""
        said = self._make_alike(self._names.sub(" ", _END.join(text.replace(_END, " ") for text in texts)))
        signs = np.frombuffer(said.encode("utf-32-le"), dtype=np.uint32)
        places = np.cumsum(signs == ord(_END))
        kinds = _kinds(signs)
        runs = np.cumsum(np.diff(kinds, prepend=0) != 0)
        kept = np.flatnonzero((kinds > 0) & ~np.isin(signs, _IDLE_SIGNS))
        signs, places, runs = signs[kept].astype(np.uint64), places[kept], runs[kept]
        follows = np.flatnonzero(runs[1:] == runs[:-1])
        pairs = signs[follows] << np.uint64(16) | signs[follows + 1]
        numbers, where = np.concatenate((signs, pairs)), np.concatenate((places, places[follows]))
        each = distinct(numbers << np.uint64(32) | where.astype(np.uint64))
        return each >> np.uint64(32), (each & np.uint64(0xFFFFFFFF)).astype(np.intp)

    def subject(self, text: str) -> frozenset[str]:
        """The characters of what a text is about, without the words that any question may have."""
        text = self.alike(self._names.sub(" ", text))
        return frozenset(sign for sign in self._idle.sub(" ", text) if _RUN.match(sign))


def _kinds(signs: NDArray[np.uint32]) -> NDArray[np.int8]:
    """1 for the signs of words, 2 for those of figures and Latin names, 0 for all that parts them."""
    is_latin = np.zeros(len(signs), dtype=np.bool_)
    for first, last in ("09", "az", "AZ"):
        is_latin |= (signs >= ord(first)) & (signs <= ord(last))
    is_word = (signs >= ord("一")) & (signs <= ord("鿿"))
    return np.where(is_word, 1, np.where(is_latin, 2, 0)).astype(np.int8)


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
