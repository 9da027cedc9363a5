"""The words of the page beside their English, as the browser needs them to change one for the other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from mingbai.web import words
from mingbai.web.english import ENGLISH, NEVER_ENGLISH
from mingbai.web.english_terms import TERMS
from mingbai.web.quiz import words as quiz_words
from mingbai.web.quiz.english import QUIZ_ENGLISH

_ENGLISH = {**ENGLISH, **QUIZ_ENGLISH}
_CHINESE = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True)
class Pair:
    """A word or sentence of `words.py`, its name there (with its place in a list), and its English; None: none yet."""

    name: str
    chinese: str
    english: str | None

    @property
    def fields(self) -> tuple[str, ...]:
        """What stands in braces in the Chinese, in order."""
        return fields(self.chinese)


def fields(template: str) -> tuple[str, ...]:
    """The names in the braces of a template, in order."""
    return tuple(name for _, name, _, _ in Formatter().parse(template) if name)


def pairs(chinese: Mapping[str, Any] | None = None, english: Mapping[str, Any] = _ENGLISH) -> tuple[Pair, ...]:
    """Every Chinese word people see on the page; `chinese` are the words by name, else those of the page."""
    known = {**vars(words), **vars(quiz_words)} if chinese is None else chinese
    named = {name: value for name, value in known.items() if name.isupper() and name not in NEVER_ENGLISH}
    return tuple(pair for name, value in named.items() for pair in _leaves(name, value, english.get(name)))


def table_json() -> str:
    """What `english.js` reads: whole words, and sentences with gaps as a pattern and what goes in its place."""
    known = [pair for pair in pairs() if pair.english is not None]
    own = {pair.chinese.strip(): pair.english.strip() for pair in known if pair.english and not pair.fields}
    gapped = sorted((pair for pair in known if pair.fields), key=_literal_length, reverse=True)
    table = {"words": {**TERMS, **own}, "templates": [[_pattern(one), _replacement(one)] for one in gapped]}
    return json.dumps(table, ensure_ascii=False).replace("<", "\\u003c")


def _leaves(name: str, chinese: Any, english: Any) -> Iterator[Pair]:
    match chinese:
        case str() if _CHINESE.search(chinese):
            yield Pair(name, chinese, english if isinstance(english, str) else None)
        case tuple():
            for place, value in enumerate(chinese):
                there_is = isinstance(english, tuple) and place < len(english)
                yield from _leaves(f"{name}[{place}]", value, english[place] if there_is else None)
        case dict():
            for key, value in chinese.items():
                there_is = isinstance(english, dict)
                yield from _leaves(f"{name}[{key}]", value, english.get(key) if there_is else None)


def _literal_length(pair: Pair) -> int:
    return sum(len(literal) for literal, *_ in Formatter().parse(pair.chinese))


def _pattern(pair: Pair) -> str:
    """A pattern for the whole of a filled-in sentence; JavaScript and Python read it alike.

    No gap holds the dot between the facts of one line: each of these is a sentence of its own.
    """
    parts = Formatter().parse(pair.chinese.strip())
    return "^" + "".join(_escaped(literal) + ("((?:(?! · ).)*)" if name else "") for literal, name, _, _ in parts) + "$"


def _escaped(literal: str) -> str:
    return re.sub(r"([.*+?^${}()|\[\]\\/])", r"\\\1", literal)


def _replacement(pair: Pair) -> str:
    """The English with the number of each gap in braces: {0} is what stood in the first gap of the Chinese."""
    numbers = {name: f"{{{number}}}" for number, name in enumerate(pair.fields)}
    return (pair.english or "").strip().format(**numbers)
