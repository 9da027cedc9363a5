"""Spelt counts and ordinals (三种, 两道, 第一书记) held against the original, or against the lists they count.

A spelt count is often our own (两种读法), so that a figure of the same value somewhere in the passage founds nothing:
the word behind it must be the same too, or something must be listed as often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mingbai.audit.figures import is_spelt_small
from mingbai.audit.stated import lengths_of_lines, listed_near
from mingbai.corpus.sources.spelling import squeezed
from mingbai.language.amounts import Mention, find_amounts
from mingbai.language.numerals import canonical

_NUMERAL = re.compile("第?(?:[0-9.]+|[零一二两三四五六七八九十百千万亿半]+)")
_ORDINAL = "第"
_FIRST_OF = re.compile("前$")
_APART = re.compile(r"[^\w%]|_")


@dataclass(frozen=True)
class Count:
    """A count with the character behind it (两 种, 第二 类); behind the last one of a sentence stands nothing."""

    value: Decimal
    behind: str
    is_ordinal: bool
    mention: Mention
    text: str

    @property
    def sort(self) -> tuple[Decimal, str, bool]:
        """What two mentions of the same count share."""
        return self.value, self.behind, self.is_ordinal


def uncounted(text: str, original: str, beside: str = "") -> Iterator[str]:
    """Each spelt count up to ten of a text that neither the original nor what stands beside it has with its word.

    Left out are 一 (一次, 一张) and counts of what the sentence or the lines of the text list; 前两道 counts
    the first of these. What a text has once counted it may name again (两种都列出来).
    """
    lines = lengths_of_lines(f"{text}\n{beside}")
    known = {one.sort for one in (*counts_in(original), *counts_in(beside))}
    counts = [one for one in counts_in(text) if is_spelt_small(one.mention)]
    known |= {one.sort for one in counts if _counts_own(one, lines)}
    for one in counts:
        if one.sort not in known and not (one.value == 1 and not one.is_ordinal):
            yield f"“{_shown(one)}”不在它的原文里,也没有列出这么多"
    yield from _unreadable(text, original)


def counts_in(text: str) -> Iterator[Count]:
    """Every figure of a text with the character behind its numeral."""
    text = canonical(text)
    for one in find_amounts(text):
        found = _NUMERAL.match(one.text)
        if found and one.value is not None:
            end = one.start + found.end()
            is_ordinal = text[: one.start].endswith(_ORDINAL) or one.text.startswith(_ORDINAL)
            yield Count(one.value, _APART.sub("", text[end : end + 1]), is_ordinal, one, text)


def _counts_own(one: Count, lines: frozenset[int]) -> bool:
    """Whether a count is that of a list beside it, of its lines, or of the first of these (前两道)."""
    before, behind = one.text[: one.mention.start], one.text[one.mention.end :]
    if one.is_ordinal:
        return one.value <= max(lines, default=0)
    if _FIRST_OF.search(before):
        return one.value < max(lines, default=0)
    return one.value > 1 and one.value in lines | listed_near(before, behind)


def _shown(one: Count) -> str:
    start, end = one.mention.start, one.mention.end
    return _ORDINAL * (one.text[:start].endswith(_ORDINAL)) + one.text[start : end + (one.mention.unit == "")]


def _unreadable(text: str, original: str) -> Iterator[str]:
    """Each numeral that cannot be read (五七) and that the original does not have as it stands."""
    plain = squeezed(original)
    for one in find_amounts(text):
        if one.value is None and squeezed(one.text) not in plain:
            yield f"“{one.text}”不在它的原文里"
