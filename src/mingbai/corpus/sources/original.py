"""Reading an original: its paragraphs, cut into the parts that corpus files cite by number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mingbai.corpus.sources.spelling import number, squeezed

_NUMERAL = "[0-9一二三四五六七八九十]+"
_HEADING = re.compile(rf".{{0,24}}?(?:第({_NUMERAL})篇|篇({_NUMERAL}))")


class CutError(ValueError):
    """An original cannot be cut as `originals.yaml` says; the message is a Chinese sentence."""


@dataclass(frozen=True)
class Paragraph:
    """One line of an original that is not blank; `line` counts from 1."""

    text: str
    line: int


@dataclass(frozen=True)
class Part:
    """One document of a collection; part 0 is what stands before the first, such as the site's navigation."""

    file: str
    number: int
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The paragraphs without spaces and in one width, to compare parts with each other."""
        return "\n".join(squeezed(one.text) for one in self.paragraphs)


def cut(file: str, text: str, begins: Sequence[str] = ()) -> tuple[Part, ...]:
    """The parts of an original, part 0 first, by its headings (第1篇, 篇一), which are left out, or by `begins`.

    `begins` gives the first words of each part of a file without headings, in order.

    Raises:
        CutError: for words that open no paragraph after the part before, or more than one.
    """
    lines = enumerate(text.splitlines(), 1)
    paragraphs = [Paragraph(line.strip(), place) for place, line in lines if line.strip()]
    starts = _where_told(paragraphs, begins) if begins else _at_headings(paragraphs)
    bounds = [0, *starts, len(paragraphs)]
    skip = 0 if begins else 1
    return tuple(
        Part(file, index, tuple(paragraphs[start + (skip if index else 0) : end]))
        for index, (start, end) in enumerate(pairwise(bounds))
    )


def _at_headings(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Where the headings stand that count up from 1; another one that looks like a heading is plain text."""
    starts: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        found = _HEADING.fullmatch(paragraph.text)
        if found and number(found[1] or found[2]) == len(starts) + 1:
            starts.append(index)
    return starts


def _where_told(paragraphs: Sequence[Paragraph], begins: Sequence[str]) -> list[int]:
    starts: list[int] = []
    for words in begins:
        floor = starts[-1] + 1 if starts else 0
        found = [i for i, one in enumerate(paragraphs) if squeezed(one.text).startswith(squeezed(words))]
        found = [index for index in found if index >= floor]
        if len(found) != 1:
            raise CutError(f"begins 里的“{words}”在后面的段首出现 {len(found)} 次,要正好一次")
        starts.append(found[0])
    return starts
