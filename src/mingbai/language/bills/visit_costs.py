"""What one treatment of an outpatient costs, worked out for as many as there were (每次3000,一共8次).

Stays are bills of their own, each with its deductible; visits of an outpatient are one bill of the year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.notes import Told
from mingbai.language.numbers.amounts import Mention
from mingbai.language.numbers.numerals import read
from mingbai.language.text import words_before

_N = "[0-9]{1,3}|[二两三四五六七八九十百]{1,4}"
# 每次3000; 一次透析500; 每做一次要400
_EACH = re.compile("(?:每[^,。;0-9]{0,3}?|(?<![第0-9二两三四五六七八九十])一)[次回趟][^,。;0-9次回趟]{0,5}$")
_VISITS = re.compile(f"(?<![0-9第一二两三四五六七八九十百])({_N})[次回趟](?![要性])")
# 一个月透析12次; 每周3次
_PER = re.compile(f"(?:一个?|每个?)(月|周|星期|礼拜)[^,。;0-9]{{0,6}}?(?:{_N})[次回趟]")
_MONTHS = re.compile(f"({_N})个月")
_A_YEAR = re.compile("一年|全年|年(?:下来|总共|一共)")
_IN_A_YEAR = {"月": 12, "周": 52, "星期": 52, "礼拜": 52}
_STAY = "住院"
_LISTED = re.compile(" ?(?:块钱?|元)?[、,和跟 ]{1,2}")


def as_visit_costs(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The figures of a text, the bare ones of a list of what as many visits cost in yuan (看了三回 40、60、100)."""
    counts = {figure.value for one in _VISITS.finditer(text) if (figure := read(one[1]))}
    runs: list[list[Mention]] = []
    for one in mentions:
        if not one.is_sum:
            continue
        if runs and _LISTED.fullmatch(text, runs[-1][-1].end, one.start):
            runs[-1].append(one)
        else:
            runs.append([one])
    costs = {one for run in runs if len(run) > 1 and len(run) in counts for one in run}
    return [replace(one, kind="amount", unit="元") if one in costs else one for one in mentions]


def visits(text: str, found: Sequence[Found], told: Told) -> tuple[int, bool] | None:
    """How many times a sum was spent that is said to be for each treatment of an outpatient, and whether about so many.

    None where it is no such sum, or the text does not tell how many there were.
    """
    cares = {one.name for one in found if one.kind == f"{CHOICE}care" and not one.is_denied}
    if not cares or _STAY in cares or not _EACH.search(words_before(text, told.mention.start)):
        return None
    counts = {one[1] for one in _VISITS.finditer(text)}
    figure = read(counts.pop()) if len(counts) == 1 else None
    if figure is None:
        return None
    per = _PER.search(text)
    if per is None:
        return int(figure.value), False
    months = _MONTHS.search(text)
    span = read(months[1]) if months and per[1] == "月" else None
    if span is not None:
        return int(figure.value * span.value), False
    if not _A_YEAR.search(text):
        return None
    return int(figure.value * _IN_A_YEAR[per[1]]), per[1] != "月"
