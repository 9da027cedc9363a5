"""How people ask for what a clause says, in their own words, and the line that answers them straight."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from mingbai.corpus.conditions import Words
from mingbai.corpus.values import Frozen

_FIGURE = re.compile(r"\d+(?:\.\d+)?")


class Asked(Frozen):
    """Some ways of asking the same thing of a clause, without the words of the field.

    `answer` is the first line of the reply to it: yes, no, who, when, where, or that the source does not say. Without
    one the rules of the clause answer, or its own words. Every figure in it stands in the clause.
    """

    people: Words = Field(min_length=1)
    answer: str | None = Field(default=None, min_length=2)

    def strange_figures(self, text: str) -> Iterator[str]:
        """The figures of the answer that the clause does not hold."""
        known = set(_FIGURE.findall(text))
        yield from (one for one in dict.fromkeys(_FIGURE.findall(self.answer or "")) if one not in known)
