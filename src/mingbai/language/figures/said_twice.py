"""One sum told roughly and to the yuan in one breath: 两万七千多块(27500), 大概三万二,准确是32150."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.language.numbers.amounts import Mention

__all__ = ["each_once"]

# the words behind a rough sum that open its exact figure: 两万多(…, 两万多,准确说是…, 两万多也就是…
_OPENS = re.compile(
    r" ?(?:钱|块钱)?(?:的样子|左右|上下)?[,:]? ?"
    r"(?:(?P<bracket>[(\[【])|(?:也)?就是|即|(?:(?:准确|确切|具体|精确|实际|单子上|发票上)(?:的?说|地说|来说|的?数)?(?:是|写的?是)?))"
    r"(?:准确|确切|具体|精确|实际|说|数|是|为|[:,])* ?"
)
_CLOSES = re.compile(r" ?(?:元|块钱?)?[)\]】]")
_LEAST, _MOST = Decimal("0.8"), Decimal("1.5")
"""How far a figure may lie from the rough one that it makes exact: 三万多 may be 3.4万, 快三万 2.8万."""


def each_once(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The figures of a text, where a rough one with its exact figure behind it is one figure: the exact one.

    It stands from the start of the first to the end of the second, so that the words before it name both.
    """
    kept: list[Mention] = []
    for one in mentions:
        before = kept[-1] if kept else None
        exact = _exact(text, before, one) if before else None
        if before is None or exact is None:
            kept.append(one)
            continue
        closing = _CLOSES.match(text, one.end)
        end = closing.end() if closing else one.end
        kept[-1] = replace(exact, start=before.start, end=end, text=text[before.start : end], kind="amount")
    return kept


def _exact(text: str, first: Mention, second: Mention) -> Mention | None:
    """Which of two neighbours is the exact figure of the other; None where they are two sums."""
    opened = _OPENS.fullmatch(text, first.end, second.start)
    if opened is None:
        return None
    if _is_rough(first) and _is_exact_of(first, second):
        return second
    return first if opened["bracket"] and _is_rough(second) and _is_exact_of(second, first) else None  # 8250(八千多)


def _is_rough(one: Mention) -> bool:
    return one.kind == "range" or (one.approximate and one.is_sum)


def _is_exact_of(rough: Mention, exact: Mention) -> bool:
    """Whether a figure may be what a rough sum comes to: one sum, and close to it."""
    low, value = rough.value, exact.value
    if exact.approximate or not exact.is_sum or not low or not value:
        return False
    return low * _LEAST <= value <= (rough.high or low) * _MOST
