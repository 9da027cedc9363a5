"""Answers for what stays below a bound (没有写要：要审批的是1000元以上的) do not hold for a sum that reaches it."""

from __future__ import annotations

import re

from mingbai.language.amounts import find_amounts

__all__ = ["is_beyond"]

_BELOW = re.compile("没有写要|不用|不要|不需要|不必|不[补报给]")
_FROM_THERE = re.compile("以上|起|才")  # 不补：达到30000元才补


def is_beyond(answer: str, question: str) -> bool:
    """Whether an answer says that something is needed only from a sum on, and a question names one that reaches it."""
    if not _BELOW.match(answer):
        return False
    bounds = [one.value for one in find_amounts(answer) if _FROM_THERE.search(answer[one.start : one.end + 2])]
    told = [one.value for one in find_amounts(question) if one.kind in ("amount", "number") and one.value]
    return any(bound is not None and value is not None and value >= bound for bound in bounds for value in told)
