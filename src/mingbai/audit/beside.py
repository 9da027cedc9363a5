"""Holding the figures of a clause against those that its passage says beside the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.audit.figures import Figure, figures_in
from mingbai.corpus.models import Clause
from mingbai.corpus.sources.spelling import squeezed
from mingbai.language.amounts import find_amounts

_WORDS = re.compile(r"[^\W\da-zA-Z_每共年月日]{4}$")
"""Words that name something; 每人每月 and 全年共 go with any figure."""
_ASCII_DIGIT = re.compile("[0-9]")
_REACH = 24


def misplaced(clause: Clause, passage: str) -> Iterator[str]:
    """Each figure behind words (伤残军人597人) behind which the passage always says other figures.

    A figure that stands elsewhere in the passage is founded there, so that looking for it alone does not find these.
    """
    plain = squeezed(passage)
    for line in clause.text.split("\n"):
        text = squeezed(line)
        for mention in find_amounts(text):
            words = _WORDS.search(text[: mention.start])
            if words is None or not _ASCII_DIGIT.search(mention.text):
                continue
            told = _told_behind(words.group(), plain)
            stated = figures_in(mention.text)
            if stated and _families(told) >= _families(stated) and not any(one.stands_in(told) for one in stated):
                shown = "、".join(sorted(map(str, told)))
                yield f"“{words.group()}”后面写的是 {mention.text},原文在这几个字后面写的是 {shown}"


def _families(figures: frozenset[Figure]) -> set[str]:
    return {one.family for one in figures}


def _told_behind(words: str, passage: str) -> frozenset[Figure]:
    """The figure that directly follows some words, wherever they stand in the passage."""
    rests = (passage[found.end() : found.end() + _REACH] for found in re.finditer(words, passage))
    firsts = [next(iter(find_amounts(rest)), None) for rest in rests]
    return frozenset().union(*(figures_in(one.text) for one in firsts if one and one.start == 0))
