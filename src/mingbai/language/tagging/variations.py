"""Sentences said otherwise: other sums, other words for the same, no commas, so that the tagger learns what matters.

How a sentence ends says nothing of what it is: some writers type no marks at all.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from mingbai.corpus.spoken import Span, Spoken
from mingbai.corpus.vocabulary import Vocabulary

_OTHER_SUM, _OTHER_WORDS, _ALIKE, _UNBROKEN = 0.6, 0.25, 0.3, 0.15
_COMMAS = re.compile("[,。;、!?]")
FINAL_MARKS = "?。!"
_NUMERALS = "一二三四五六七八九"

_Piece = tuple[str, str | None]


def varied(spoken: Spoken, others: Sequence[Spoken], vocabulary: Vocabulary, chance: random.Random) -> Spoken:
    """A sentence as it might also be said, with what its stretches tell."""
    said = _said(tuple(others))
    pieces = [_otherwise(words, label, said, vocabulary, chance) for words, label in _pieces(spoken)]
    if chance.random() < _UNBROKEN:
        pieces = [(_COMMAS.sub("", words), label) for words, label in pieces]
    pieces = [*pieces[:-1], (pieces[-1][0].rstrip(FINAL_MARKS) + chance.choice(("", "", *FINAL_MARKS)), None)]
    text, spans = "", []
    for words, label in pieces:
        if label and words:
            spans.append(Span(len(text), len(text) + len(words), label))
        text += words
    return Spoken(text, spoken.asks, tuple(spans)) if text else spoken


def _pieces(spoken: Spoken) -> list[_Piece]:
    """A sentence cut at its marks."""
    found: list[_Piece] = []
    end = 0
    for one in spoken.spans:
        found += [(spoken.text[end : one.start], None), (spoken.text[one.start : one.end], one.label)]
        end = one.end
    return [*found, (spoken.text[end:], None)]


@lru_cache(1)
def _said(spoken: tuple[Spoken, ...]) -> dict[str, list[str]]:
    """All that is said for each label."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in spoken:
        for span in one.spans:
            found[span.label].append(one.text[span.start : span.end])
    return found


def _otherwise(
    words: str, label: str | None, said: dict[str, list[str]], vocabulary: Vocabulary, chance: random.Random
) -> _Piece:
    if label is None:
        return _alike(words, vocabulary, chance), None
    if "=" not in label:
        return (_sum(chance) if chance.random() < _OTHER_SUM else words), label
    return (chance.choice(said[label]) if chance.random() < _OTHER_WORDS else words), label


def _alike(words: str, vocabulary: Vocabulary, chance: random.Random) -> str:
    """Some words with one of them put as others say it."""
    if chance.random() >= _ALIKE:
        return words
    for meant, ways in chance.sample(sorted(vocabulary.said_alike.items()), len(vocabulary.said_alike)):
        here = next((one for one in (meant, *ways) if len(one) > 1 and one in words), None)
        if here:
            return words.replace(here, chance.choice((meant, *ways)), 1)
    return words


def _sum(chance: random.Random) -> str:
    """A sum of money, spelt in one of the ways people spell it."""
    digit, more = chance.randint(1, 9), chance.randint(1, 9)
    spelt, spelt_more = _NUMERALS[digit - 1], _NUMERALS[more - 1]
    return chance.choice(
        (
            f"{digit}{more}00",
            f"{digit}{more}000元",
            f"{digit}{more}{chance.randint(10, 99)}块",
            f"{digit}万{more}",
            f"{digit}.{more}万",
            f"{digit}万{more}千",
            f"{spelt}万{spelt_more}",
            f"{spelt}万块钱",
            f"{spelt}千{spelt_more}",
            f"{spelt}千{spelt_more}百块",
            f"{spelt}百{spelt_more}十块",
            f"{spelt}千多块",
            f"{spelt}万出头",
            f"{chance.randint(101, 99999)}",
            f"{chance.randint(101, 99999)}元",
            f"{digit}{more}0块钱",
        )
    )
