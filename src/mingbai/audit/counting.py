"""Spelt counts and ordinals (三种, 两道, 第一书记) held against the original, or against the lists they count.

A spelt count is often our own (两种读法), so that a figure of the same value somewhere in the passage founds nothing:
the word behind it must be the same too, or something must be listed as often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pydantic import BaseModel

from mingbai.audit.figures import BARE, LARGEST_SMALL, amounts_in, family_of, is_spelt_small
from mingbai.audit.pointing import numbers_of_items
from mingbai.audit.rule_figures import texts_in
from mingbai.audit.stated import lengths_of_lines, listed_near
from mingbai.audit.walking import everything_in
from mingbai.corpus.kinds.dates import DateReadings
from mingbai.corpus.kinds.stacks import StacksRule
from mingbai.corpus.models import Clause, Rule
from mingbai.corpus.sources.spelling import squeezed
from mingbai.corpus.values import Change, Readings, Table
from mingbai.language.numbers.amounts import Mention
from mingbai.language.numbers.numerals import canonical

_NUMERAL = re.compile("第?(?:[0-9.]+|[零一二两三四五六七八九十百千万亿半]+)")
_DIGITS = re.compile("[零一二两三四五六七八九]{2,}")
_ORDINAL = "第"
_FIRST_OF = "前"
_ONE_OF = re.compile("(?:每|另|某|任何|最后|接|拿|上|下)$")
_OF_ONE = re.compile("(?:这是|另|每)$")
_WORD = re.compile(r"[^\W\d_a-z的到至和跟或万亿件是约对不]")
_PLACES = frozenset("部条项点章")
_BEHIND = re.compile(r"^[^\W_]+")


_Sort = tuple[Decimal, str, bool]


@dataclass(frozen=True)
class Count:
    """A count with up to two characters behind it (两 种情, 第二 类人); at the end of a sentence there are none."""

    value: Decimal
    behind: str
    is_ordinal: bool
    mention: Mention
    text: str

    def sort(self, reach: int) -> _Sort:
        """What two mentions of the same count share; an ordinal may name the same thing by another word."""
        return self.value, "" if self.is_ordinal else self.behind[:reach], self.is_ordinal

    @property
    def is_telling(self) -> bool:
        """Whether it is spelt and no mere 一, or a bare number whose unit is no known one."""
        if is_spelt_small(self.mention):
            return self.value != 1 or self.is_ordinal
        is_small = self.value <= LARGEST_SMALL
        return is_small and family_of(self.mention) == BARE and bool(_WORD.match(self.behind))


def miscounted(clause: Clause, passage: str) -> Iterator[str]:
    """Each spelt count of a clause's words, title, rules and ready answers that nothing founds."""
    choices = "，".join(choice for rule in clause.rules for choice in _choices(rule))
    lengths = frozenset(length for rule in clause.rules for length in lengths_in(rule))
    beside = f"{clause.text}\n{choices}"
    yield from uncounted(clause.text, passage, choices, lengths)
    yield from uncounted(clause.title, passage, beside, lengths)
    for text in dict.fromkeys(text for rule in clause.rules for text in texts_in(rule)):
        yield from uncounted(text, passage, beside, lengths)
    for answer in filter(None, (asked.answer for asked in clause.asked)):
        yield from uncounted(answer, clause.title, beside, lengths)


def uncounted(
    text: str, original: str, beside: str = "", lengths: frozenset[int] = frozenset(), reach: int = 1
) -> Iterator[str]:
    """Each spelt count up to ten of a text that neither the original nor what stands beside it has with its word: with
    the `reach` characters behind it.

    A bare number before a word of its own (1寸) is held like a spelt one. Left out are 一 (一次, 一张), counts of what
    the sentence or the lines of the text list or that is as long as one of `lengths`, and numbers of the original's
    items; 前两道 counts the first of a list. What a text has once counted it may name again (两种都列出来).
    """
    counts = [one for one in counts_in(text) if one.is_telling]
    if counts:
        lines = lengths_of_lines(f"{text}\n{beside}") | lengths
        told = _sorts(original, reach) | _sorts(beside, reach)
        known = told | {one.sort(1) for one in counts if _counts_own(one, lines)}
        for one in counts:
            if not _is_place(one, original) and (
                not known & {one.sort(reach), one.sort(1)} or _is_of_one(one, original)
            ):
                yield f"“{_shown(one)}”不在它的原文里,也没有列出这么多"
    yield from _unreadable(text, original + beside)


@cache
def counts_in(text: str) -> tuple[Count, ...]:
    """Every figure of a text with the character behind its numeral."""
    return tuple(_counts(canonical(text)))


def _counts(text: str) -> Iterator[Count]:
    for one in amounts_in(text):
        found = _NUMERAL.match(one.text)
        if found and one.value is not None:
            end = one.start + found.end()
            is_ordinal = text[: one.start].endswith(_ORDINAL) or one.text.startswith(_ORDINAL)
            yield Count(one.value, "".join(_BEHIND.findall(text[end : end + 2])[:1]), is_ordinal, one, text)


@cache
def _sorts(text: str, reach: int) -> frozenset[_Sort]:
    return frozenset(one.sort(reach) for one in counts_in(text))


def _choices(rule: Rule) -> Iterator[str]:
    """The choices (二级, 一档) by which a rule tells cases apart."""
    for one in everything_in(rule):
        if isinstance(one, Table):
            yield from one.rows
        elif isinstance(one, BaseModel):
            yield from (choice for choice in everything_in(getattr(one, "when", None)) if isinstance(choice, str))


def lengths_in(rule: Rule) -> Iterator[int]:
    """How many layers a rule stacks and how many readings its figures have."""
    for one in everything_in(rule):
        if isinstance(one, StacksRule):
            yield len(one.layers)
        elif isinstance(one, Change | Readings | DateReadings):
            yield len(one.readings or ())


def _counts_own(one: Count, lines: frozenset[int]) -> bool:
    """Whether a count is that of a list beside it, of its lines, or of the first of these (前两道)."""
    before, behind = one.text[: one.mention.start], one.text[one.mention.end :]
    if one.is_ordinal:
        return one.value <= max(lines, default=0)
    if before.endswith(_FIRST_OF):
        return one.value < max(lines, default=0)
    return not _ONE_OF.search(before) and one.value in lines | listed_near(before, behind)


def _is_of_one(one: Count, original: str) -> bool:
    """Whether a count stands where only 一 can, unless the original has it there too (这是一份, 每一层)."""
    opening = _OF_ONE.search(one.text[: one.mention.start])
    words = f"{opening[0]}{one.mention.text}" if opening else ""
    return not one.is_ordinal and words not in squeezed(canonical(original))


def _is_place(one: Count, original: str) -> bool:
    """Whether an ordinal names an item by the number it has in the original (第三部分)."""
    return one.is_ordinal and one.behind[:1] in _PLACES and one.value in numbers_of_items(original)


def _shown(one: Count) -> str:
    start, end = one.mention.start, one.mention.end
    return _ORDINAL * (one.text[:start].endswith(_ORDINAL)) + one.text[start : end + (one.mention.unit == "")]


def _unreadable(text: str, original: str) -> Iterator[str]:
    """Each run of spelt digits (二五, 六七次) that the original does not have as it stands."""
    plain = squeezed(canonical(original))
    for one in _DIGITS.findall(canonical(text)):
        if one not in plain:
            yield f"“{one}”不在它的原文里"
