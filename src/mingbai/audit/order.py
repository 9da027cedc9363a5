"""Ranges, bands and lists in the words of a clause, held against the order that they must have of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from mingbai.audit.figures import figures_in, mentions_in
from mingbai.audit.rule_figures import texts_in
from mingbai.corpus.models import Clause

_RANGE = re.compile(
    r"(?P<low>\d+(?:\.\d+)?)(?P<unit>[万亿元%年月日个倍次天人份]*)(?:以上)?(?:（[^）]*）)?[到至](?P<high>\d+(?:\.\d+)?)(?P<units>[万亿元%月日个倍次天人份]+)"
)
_RANK = re.compile("([一二三四]级)(?:医院)?(?:每次)?(?=[0-9])")
_PLACES = re.compile("第((?:[0-9]+、)+[0-9]+|(?:[一二三四五六七八九十]+、)+[一二三四五六七八九十]+)[项条类种点篇级]")
_LIST = re.compile(r"^(?P<lead>[^\n]*)[：:]\n+(?P<lines>(?:(?:- |\d+[.]).*(?:\n|$))+)", re.M)
_LINE = re.compile(r"^(?:- |\d+[.] ?)(.*)$", re.M)
_STOP = re.compile("[。;；]")
_COUNTED = frozenset("数" + unit for unit in "种条类项个样步道段点件")
_ORDINAL = re.compile("^[（(]?第([一二三四五六七八九十0-9]+)")


def disordered(clause: Clause) -> Iterator[str]:
    """Each range that does not rise, band that does not begin where the one before ends, rank (三级) that
    a line gives two figures, and each count or number of a list that its lines do not have.

    An original that has lost where its bands begin cannot tell any of these.
    """
    for found in _RANGE.finditer(clause.text):
        low, high = _ends(found)
        if low >= high:
            yield f"“{found.group()}”不是从小到大"
    for text in (clause.text, *(text for rule in clause.rules for text in texts_in(rule))):
        yield from unrising(text)
    for line in clause.text.split("\n"):
        ranks = _RANK.findall(line)
        yield from (f"“{line[:16]}…”里{one}写了两次" for one in dict.fromkeys(ranks) if ranks.count(one) > 1)
    for found in _LIST.finditer(clause.text):
        lines = _LINE.findall(found["lines"])
        yield from _gaps(lines)
        yield from _misnumbered(lines)
        yield from _miscounted(found["lead"], len(lines))


def unrising(text: str) -> Iterator[str]:
    """Each count of places (第3、4项) that does not rise."""
    for found in _PLACES.finditer(text):
        numbers = [min(one.value for one in figures_in(number)) for number in found[1].split("、")]
        if any(one >= other for one, other in pairwise(numbers)):
            yield f"“{found.group()}”不是从小到大"


def _ends(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Both ends of a range, the low one in the unit of the high one where it has none."""
    low = figures_in(found["low"] + (found["unit"] or found["units"]))
    high = figures_in(found["high"] + found["units"])
    return min(one.value for one in low), max(one.value for one in high)


def _gaps(lines: list[str]) -> Iterator[str]:
    for before, after in pairwise(map(_RANGE.search, lines)):
        if before and after and before["units"] == after["units"] and _ends(before)[1] != _ends(after)[0]:
            yield f"“{before.group()}”和下一行的“{after.group()}”首尾不相接"


def _misnumbered(lines: list[str]) -> Iterator[str]:
    """Lines that open with 第三段 and are not the third."""
    for place, line in enumerate(lines, 1):
        found = _ORDINAL.match(line)
        if found and place not in {one.value for one in figures_in(found[1])}:
            yield f"“{line[:8]}…”是第{place}行"


def _miscounted(lead: str, length: int) -> Iterator[str]:
    """A count of small things right before a list (七类人：) of another length."""
    sentence = _STOP.split(lead)[-1]
    counts = [
        (one.text, one.value)
        for one, figures in mentions_in(sentence)
        if {figure.family for figure in figures} <= _COUNTED
        and one.value != 1
        and not one.text.startswith("第")
        and not sentence[: one.start].endswith("第")
    ]
    if counts and all(value != length for _, value in counts):
        yield f"“{counts[-1][0]}”下面列了 {length} 行"
