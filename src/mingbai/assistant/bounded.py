"""Answers for what stays below a bound do not hold for what reaches it: a sum (没有写要：1000元以上的才要) or a day."""

from __future__ import annotations

import re

from mingbai.language.amounts import find_amounts
from mingbai.language.dates import find_dates

__all__ = ["is_beyond"]

_BELOW = re.compile("没有写要|不用|不要|不需要|不必|不[补报给]")
_FROM_THERE = re.compile("以上|起|才")  # 不补：达到30000元才补
_EARLIER = re.compile("[之以]?前")  # 没有写12月1日以前的能报


def is_beyond(answer: str, question: str) -> bool:
    """Whether an answer is for what stays below a sum or before a day, and a question names one that reaches it."""
    if _is_of_earlier(answer, question):
        return True
    if not _BELOW.match(answer):
        return False
    bounds = [one.value for one in find_amounts(answer) if _FROM_THERE.search(answer[one.start : one.end + 2])]
    told = [one.value for one in find_amounts(question) if one.kind in ("amount", "number") and one.value]
    return any(bound is not None and value is not None and value >= bound for bound in bounds for value in told)


def _is_of_earlier(answer: str, question: str) -> bool:
    """Whether an answer is for what came before a day, and a question names only later ones of that year."""
    ends = [one for one in find_dates(answer.partition("：")[0]) if _EARLIER.match(answer, one.end)]
    told = [one for one in find_dates(question) if one.is_real]
    if len(ends) != 1 or not told:
        return False
    (end,) = ends
    return all(end.year in (None, one.year) and (one.month, one.day) >= (end.month, end.day) for one in told)
