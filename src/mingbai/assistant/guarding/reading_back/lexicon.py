"""Reading words from a closed list: a segment is read where its words are used up to the last character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mingbai.assistant.guarding.reading_back.segments import is_mark


@dataclass(frozen=True)
class Token:
    """A word of a segment and the kind of thing it says; a figure has the kind of its place: its number."""

    kind: str
    word: str
    figure: int | None = None


class Lexicon:
    """Words by the kind of thing they say; plain words say nothing."""

    def __init__(self, speaking: Mapping[str, Iterable[str]], plain: Iterable[str]) -> None:
        kinds = {word: "" for word in plain if word}
        kinds |= {word: kind for kind, words in speaking.items() for word in words if word}
        self._kinds = kinds
        longest = sorted(kinds, key=len, reverse=True)
        self._word = re.compile("|".join(map(re.escape, longest)) if longest else r"(?!)", re.I)

    def read(self, words: str) -> list[Token] | None:
        """The tokens that say something, figures among them; None where a word is not known."""
        tokens: list[Token] = []
        at = figures = 0
        while at < len(words):
            if is_mark(words[at]):
                tokens.append(Token("", words[at], figures))
                at, figures = at + 1, figures + 1
                continue
            found = self._word.match(words, at)
            if found is None:
                return None
            if kind := self._kinds.get(found[0]) or self._kinds.get(found[0].lower()):
                tokens.append(Token(kind, found[0]))
            at = found.end()
        return tokens
