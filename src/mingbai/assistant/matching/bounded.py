"""Answers that turn on a bound (审批的是1000元以上的, 放宽到3个月) hold on the side of it that a question tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.matching.match import Match
from mingbai.corpus.models import Clause
from mingbai.language.numbers.amounts import find_amounts
from mingbai.language.numbers.dates import find_dates
from mingbai.language.numbers.elapsed import find_elapsed

__all__ = ["is_beyond", "is_short", "on_side_told"]

_BELOW = re.compile("没有写要|不用|不要|不需要|不必|不[补报给]")
_SILENT = re.compile("没有|不用|不必|不要")
_EARLIER = re.compile("[之以]?前")  # 没有写12月1日以前的能报
_FROM_THERE = re.compile("以上|起|才")  # 不补：达到30000元才补
_ABOVE = re.compile("以上")
_RULES_ABOVE = re.compile("(?!不用|不要)(?:不[补报给算]|要|得|必须|能|可以|算)")  # 不补：单价6000元以上的
_ONLY_FROM = re.compile("才|没[到达]|不到|不足|达到")
_MAY = re.compile("(?:能|可以|行)：")
_AT_MOST = re.compile("(?:放宽到|最多|最长|不超过|不得超过)$")


def is_beyond(answer: str, question: str) -> bool:
    """Whether an answer is for what stays below a sum or before a day, and a question names one that reaches it."""
    if _is_of_earlier(answer, question):
        return True
    if not _BELOW.match(answer) or _rules_above(answer):
        return False
    bounds = _bounds(answer, _FROM_THERE)
    return any(value >= bound for bound in bounds for value in _sums(question))


def is_short(answer: str, question: str) -> bool:
    """Whether an answer rules on what lies above a sum (不补：6000元以上的), and all a question names lies below."""
    bounds, told = _bounds(answer, _ABOVE), _sums(question)
    return bool(_rules_above(answer) and bounds and told) and all(value < bound for bound in bounds for value in told)


def on_side_told(found: Match, clause: Clause, question: str) -> Match | None:
    """The answer that a clause keeps for the side of its bound on which lies what a question tells.

    That is the one found where it suits; None where it does not and the clause keeps no other.
    """
    answer = found.answer or ""
    if (longer := _longer(answer, question)) is not None:
        return replace(found, answer=longer)
    if not (is_beyond(answer, question) or is_short(answer, question)):
        return found
    if is_beyond(answer, question):
        return None
    bounds = set(_bounds(answer, _ABOVE))
    silent = (one.answer for one in clause.asked if one.answer and _SILENT.match(one.answer))
    other = next((one for one in silent if bounds & set(_bounds(one, _FROM_THERE))), None)
    return replace(found, answer=other) if other else None


def _longer(answer: str, question: str) -> str | None:
    """What an answer that allows a time (能：一张处方放宽到3个月) says to a question that names a longer one (半年)."""
    if not _MAY.match(answer):
        return None
    limits = [one for one in find_elapsed(answer) if _AT_MOST.search(answer[: answer.find(one.words)])]
    told = list(find_elapsed(question))
    is_longer = limits and told and all(one.least > limit.most for one in told for limit in limits)
    return f"不能：{answer.partition('：')[2]}，{told[0].words}超过了" if is_longer else None


def _rules_above(answer: str) -> bool:
    return _RULES_ABOVE.match(answer) is not None and _ONLY_FROM.search(answer) is None and bool(_ABOVE.search(answer))


def _bounds(answer: str, ending: re.Pattern[str]) -> Iterable[Decimal]:
    mentions = (one for one in find_amounts(answer) if ending.search(answer[one.start : one.end + 2]))
    return [one.value for one in mentions if one.value is not None]


def _sums(question: str) -> list[Decimal]:
    return [one.value for one in find_amounts(question) if one.is_sum and one.value]


def _is_of_earlier(answer: str, question: str) -> bool:
    """Whether an answer is for what came before a day, and a question names only later ones of that year."""
    ends = [one for one in find_dates(answer.partition("：")[0]) if _EARLIER.match(answer, one.end)]
    told = [one for one in find_dates(question) if one.is_real]
    if len(ends) != 1 or not told:
        return False
    (end,) = ends
    return all(end.year in (None, one.year) and (one.month, one.day) >= (end.month, end.day) for one in told)
