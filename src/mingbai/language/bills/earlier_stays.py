"""Stays told of only because they came before the one asked about (5月份在二级住过一次,这回是第二次).

What is said of such a stay is none of the bill's own: neither its hospital nor the place where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.numbers.numerals import read

__all__ = ["NO_STAYS", "EarlierStays", "earlier_stays"]

_OF_A_STAY = frozenset({*(CHOICE + one for one in ("hospital_level", "care_place", "filed", "urgent")), "other_place"})
_CLAUSE = re.compile("[^,。;!?]+")
_N = "[一二两三四五六七八九1-9]"
_OF_THIS_YEAR = (
    "今年|年初|上半年|上个?月|前[两几]个月|已经|之前|此前|先前|前[面头]|第一[次回趟]|头一?[次回趟]"
    f"|(?<![0-9])(?:1[0-2]|十[一二]?|{_N})月份?"
)
_OF_ANY_TIME = "去年|大?前年|前几年|早几年|以前|从前|原先|上一?[次回趟]|前一?[次回趟]"
_WENT = "(?:住|看|治|做|装|开|进|动)[^,。;]{0,6}?过"  # 住过, 做手术也做过
_BEFORE = re.compile(
    f"(?:{_OF_THIS_YEAR}|{_OF_ANY_TIME})[^,。;]*?{_WENT}|(?:{_OF_ANY_TIME}|第一[次回]|头一?[次回])[^,。;]*?住"
)
_THIS_YEAR, _LAST_YEARS = re.compile(_OF_THIS_YEAR), re.compile("去年|大?前年|前几年|早几年|以前|从前")
_STAYED = re.compile("住[^,。;]{0,6}?过|住的?院")
_HOW_OFTEN = re.compile(f"过了?({_N})[次回趟]|过院?({_N})[次回趟]|({_N})[次回趟]院")
_NOW = re.compile(
    "这一?[次回趟]|本次|第[二两三四五六2-6][次回趟]|今年(?:又|再|是|的|在|住|三级|二级|一级)|现在|眼下|后来|(?:又|再)(?:住|去|进)"
)
_ASKED = re.compile("[报补赔](?:销|偿)?(?:得|到)?(?:多少|几|好多)")
_FORGOTTEN = re.compile("忘|漏|没[说讲]|还有|其实|补[充一]|对了")
_FIGURE = re.compile("[0-9]{3,}|[0-9一二两三四五六七八九十半][0-9.]*[万千百块元w]")
_OF_ALL = re.compile("一共|总共|合计|加起来|每[次回]|各|分别|都|哪|(?<!也)还是|比|差")


@dataclass(frozen=True)
class EarlierStays:
    """Where in a text stays are told that came before the bill's, and `counted` how many of them this year."""

    spans: tuple[tuple[int, int], ...] = ()
    counted: int = 0

    def tells(self, word: Found) -> bool:
        """Whether a word is said of one of them, and of nothing else."""
        return word.kind in _OF_A_STAY and any(start <= word.start and word.end <= end for start, end in self.spans)


NO_STAYS = EarlierStays()


def earlier_stays(text: str) -> EarlierStays:
    """The stays of a message that came before the one it asks about; none where each is a bill of its own.

    Before a bill the message has to say which stay that is of (这回三级花了3万); behind one, or without one, it has to
    count them (三级花了3万,去年在二级住过一次).
    """
    clauses = [one for one in _CLAUSE.finditer(text) if _BEFORE.search(one[0]) and not _FIGURE.search(one[0])]
    if not clauses or _OF_ALL.search(text):
        return NO_STAYS
    spans = [_before_now(one) for one in clauses]
    later = _NOW.search(text, spans[-1][1])
    if later and _ASKED.search(text, spans[-1][1], later.start()):  # 头一回住三级,2万,报多少?那第二回呢: asked of both
        return NO_STAYS
    rest = "".join(_outside(text, spans))
    counts_alone = _HOW_OFTEN.search(text) or _FORGOTTEN.search(text)
    is_told_before = _FIGURE.search(text, 0, spans[0][0]) and not _FIGURE.search(text, spans[-1][1])
    if not _NOW.search(rest) and not ((is_told_before or not _FIGURE.search(text)) and counts_alone):
        return NO_STAYS
    return EarlierStays(tuple(spans), sum(_counted(text[start:end]) for start, end in spans))


def _before_now(clause: re.Match[str]) -> tuple[int, int]:
    """The part of a clause before the words for the present stay (去年在深圳住过院这次在岳池)."""
    now = _NOW.search(clause[0])
    went = _BEFORE.search(clause[0])
    is_split = now and went and now.start() >= went.end()
    return clause.start(), clause.start() + now.start() if now and is_split else clause.end()


def _outside(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in spans:
        yield text[at:start]
        at = end
    yield text[at:]


def _counted(told: str) -> int:
    """How many stays of this year are told."""
    if _LAST_YEARS.search(told) or not (_THIS_YEAR.search(told) and _STAYED.search(told)):
        return 0
    said = _HOW_OFTEN.search(told)
    figure = read(next(filter(None, said.groups()))) if said else None
    return int(figure.value) if figure else 1
