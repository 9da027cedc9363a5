"""Sums written out in a clause (469×80=37520): what comes out of figures of the original follows from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mingbai.audit.figures import Figure, figures_in
from mingbai.rules.worked.sums import evaluate_sum

_SUM = re.compile(r"[0-9.%万亿元人×÷+\-*/()]*[×÷+\-*/][0-9.%万亿元人×÷+\-*/()]*(?:[=≈][0-9.%万亿元人×÷+\-*/()]+)+")
_SIGN = re.compile(r"[×÷+\-*/]")
_SHOWN = str.maketrans("＋－−＝（）", "+--=()")
_SPELLING = str.maketrans("×÷", "*/", "元人")
_OPENS_REMARK = re.compile(r"(?<=[0-9%万亿元人])\(")
_LARGE = re.compile(r"([0-9.]+)([万亿])")
_FACTORS = {"万": 10**4, "亿": 10**8}
_LARGEST_COUNT = 10


@dataclass(frozen=True)
class Sum:
    """A written sum: its words, what of it must be known, every figure in it, and whether it is right."""

    words: str
    operands: frozenset[Figure]
    figures: frozenset[Figure]
    is_right: bool


def sums_in(text: str) -> Iterator[Sum]:
    """The sums of a text, in order. A side of `=` with a sign of its own goes in, a single figure comes out.

    A small whole operand (the 3 of 15万×3) is a count of the text's own and need not be known.
    """
    for found in _SUM.finditer(text.translate(_SHOWN)):
        words = _unbracketed(found.group())
        sides = re.split("([=≈])", words)
        first, others = sides[0], list(zip(sides[1::2], sides[2::2], strict=True))
        into = _figures(first, *(side for _, side in others if _SIGN.search(side)))
        operands = frozenset(one for one in into if one.family or one.value > _LARGEST_COUNT)
        is_right = all(_equal(first, side, is_rounded=sign == "≈") for sign, side in others)
        yield Sum(words, operands, into | _figures(*(side for _, side in others)), is_right)


def _unbracketed(words: str) -> str:
    """The sum without the brackets around it and what stands before or behind a bracket of the sentence."""
    if words.startswith("(") and words.endswith(")"):
        return words[1:-1]
    words = _OPENS_REMARK.split(words)[-1]
    if words.count("(") > words.count(")"):
        words = words.rpartition("(")[2]
    return words.partition(")")[0] if words.count(")") > words.count("(") else words


def _figures(*sides: str) -> frozenset[Figure]:
    return frozenset().union(*(figures_in(operand) for side in sides for operand in _SIGN.split(side)))


def _equal(first: str, side: str, *, is_rounded: bool) -> bool:
    """Whether two sides come to the same, for ≈ up to half of the last digit that is written."""
    scale, allowed = 10**4, Decimal(0)
    if is_rounded:
        scale = 10 ** (len(side.partition(".")[2].rstrip("%")) + (2 if side.endswith("%") else 0))
        allowed = Decimal("0.5")
    try:
        return abs(evaluate_sum(f"(({_computed(first)})-({_computed(side)}))*{scale}")) <= allowed
    except ValueError:
        return False


def _computed(side: str) -> str:
    return _LARGE.sub(lambda found: f"({found[1]}*{_FACTORS[found[2]]})", side.translate(_SPELLING))
