"""What the words of a clause state in figures, other than what they count themselves."""

from __future__ import annotations

import re

from mingbai.audit.figures import (
    COUNT,
    LARGEST_SMALL,
    Figure,
    amounts_in,
    dates_in,
    figures_in,
    is_spelt_small,
    unlisted,
    values_of,
)
from mingbai.audit.zeros import says_nothing
from mingbai.language.numbers.amounts import Mention

_CHUNK = re.compile("[。:：\n]")
_SIGNS_OF_LISTS = tuple(map(re.compile, ("、|[,，]?以及|[和及与+]", "[;；]", "[,，]", "[,，、]")))
_SENTENCE = re.compile("[。;；,，\\n]")
_CLAUSE_SIGN = re.compile("[。:：;；,，\\n]")
_STOP = re.compile("[。\\n]")
_LIST_LINE = re.compile("^(?:- |[0-9]+[.])", re.M)
_TOLD_LINE = re.compile("^(?:- |[0-9]+[.])(?!.*缺失）?$)", re.M)
_LIST = re.compile("^(?:(?:- |[0-9]+[.]).*(?:\n|$))+", re.M)


def stated_in(text: str, beside: str = "") -> frozenset[Figure]:
    """The figures of a text that an original must have.

    Left out is a 0 that stands with the words for it (不交，就是0元), which originals have instead, and spelt counts up
    to ten, which are often our own (see `counting`). A title and a rule may count what stands `beside` them.
    """
    said = figures_in(beside) if beside else frozenset()
    mentions = amounts_in(text := unlisted(text))
    told = (one for one in mentions if not is_spelt_small(one) and not _is_nothing(one, text))
    stated = frozenset((*(figure for one in told for figure in values_of(one)), *dates_in(text, mentions)))
    return stated - {one for one in stated & said if one.value <= LARGEST_SMALL and one.family.startswith(COUNT)}


def listed_near(before: str, behind: str) -> frozenset[int]:
    """How many things a sentence lists behind the colon that follows a place, or beside it without a comma."""
    before, behind = _STOP.split(before)[-1], _STOP.split(behind)[0]
    _, _, listed = behind.partition("：" if "：" in behind else ":")
    beside = _CLAUSE_SIGN.split(before)[-1], _CLAUSE_SIGN.split(behind)[0]
    counted = [len(_SIGNS_OF_LISTS[0].split(one)) for one in beside]
    named = [len(sign.split(listed)) for sign in _SIGNS_OF_LISTS] if listed else []
    return frozenset((*counted, *named))


def lengths_of_lines(text: str) -> frozenset[int]:
    """How many lines the lists of a text have, with and without those that only say what is missing."""
    lists = _LIST.findall(text)
    return frozenset(length for one in lists for length in (len(_LIST_LINE.findall(one)), len(_TOLD_LINE.findall(one))))


def _is_nothing(mention: Mention, text: str) -> bool:
    """Whether a mention is a 0 whose sentence also says so in words."""
    before, behind = _SENTENCE.split(text[: mention.start])[-1], _SENTENCE.split(text[mention.end :])[0]
    return mention.value == 0 and says_nothing(before + behind)


def lengths_of_lists(text: str) -> frozenset[int]:
    """How many things the lists of a text hold: lines that open with a sign, and what a sentence counts up."""
    named = (len(sign.split(one)) for one in _CHUNK.split(text) for sign in _SIGNS_OF_LISTS)
    listed = (len(_SIGNS_OF_LISTS[0].split(two)) for one in _CHUNK.split(text) for two in re.split("[,，;；]", one))
    return frozenset((*lengths_of_lines(text), *named, *listed))
