"""Holding the figures of a clause against those that its passage says among the same words.

A figure that stands elsewhere in the passage is founded there, so that looking for it alone does not find these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from mingbai.audit.figures import BARE, Figure, mentions_in
from mingbai.corpus.models import Clause
from mingbai.corpus.sources.spelling import squeezed

_REACH = 12
"""Characters before and behind a figure that tell what it is."""
_MARGIN = 3
"""So much more like the words around the figure must those around another one be."""
_STOP = re.compile("[。\n]")
_SIGN = re.compile(r"[-+×÷=≈−*/＋－＝]")
_APART = re.compile("(?<=[0-9]) +(?=[0-9])|^- |[①-⑳⑴-⒇]", re.M)
_PAIR = re.compile(r"(?=([^\W\d_]{2}))")


@dataclass(frozen=True)
class Place:
    """A figure with the words around it."""

    words: str
    figures: frozenset[Figure]
    before: str
    after: str
    pairs: tuple[frozenset[str], frozenset[str]]

    @property
    def is_operand(self) -> bool:
        """Whether it stands in a written sum, whose words are our own."""
        return bool(_SIGN.match(self.after) or _SIGN.match(self.before[-1:]))

    def likeness(self, other: Place) -> int:
        """How alike two places are: the pairs of characters they share on each side, and how far both go on alike."""
        return sum(len(one & two) for one, two in zip(self.pairs, other.pairs, strict=True)) + self.run(other)

    def run(self, other: Place) -> int:
        """How far two places go on alike, before and behind the figure."""
        return _alike(self.before[::-1], other.before[::-1]) + _alike(self.after, other.after)

    def counts_like(self, other: Place) -> bool:
        """Whether both count the same: shares, yuan, people …; a bare number may count anything."""
        families = {one.family for one in self.figures}, {one.family for one in other.figures}
        return bool(families[0] & families[1]) or {BARE} in families


def misplaced(clause: Clause, passage: str) -> Iterator[str]:
    """Each figure among words among which the passage says another one (最高支付500元, 伤残军人597人)."""
    return misplaced_in(clause.text, passage, _MARGIN, Place.likeness)


def misplaced_in(text: str, original: str, margin: int, measure: Callable[[Place, Place], int]) -> Iterator[str]:
    """Each figure of a text whose words are, by a margin, more like those around another figure of the original."""
    told = [other for other in places_in(original) if not other.is_operand]
    for one in places_in(text):
        if one.is_operand:
            continue
        alike = [(measure(one, other), other) for other in told if one.counts_like(other)]
        same = [likeness for likeness, other in alike if any(figure.stands_in(other.figures) for figure in one.figures)]
        best, other = max(alike, key=lambda pair: pair[0], default=(0, one))
        if same and best >= max(same) + margin:
            said = f"{other.before[-6:]}{other.words}{other.after[:6]}"
            yield f"“{one.before[-6:]}{one.words}{one.after[:6]}”写的是 {one.words},原文这里是“{said}”"


@cache
def places_in(text: str) -> tuple[Place, ...]:
    """Every figure of a text with the words around it, the numbers of items left out."""
    return tuple(_places(text))


def _places(text: str) -> Iterator[Place]:
    text = "\n".join(map(squeezed, _APART.sub(",", text).split("\n")))
    for mention, figures in mentions_in(text):
        before = _STOP.split(text[max(0, mention.start - _REACH) : mention.start])[-1]
        after = _STOP.split(text[mention.end : mention.end + _REACH])[0]
        pairs = frozenset(_PAIR.findall(before)), frozenset(_PAIR.findall(after))
        yield Place(mention.text, figures, before, after, pairs)


def _alike(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
