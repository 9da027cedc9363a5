"""Worked cases of estimates, stacks and adjustments."""

from __future__ import annotations

from mingbai.corpus.cases.base import FactsCase, Sum
from mingbai.corpus.conditions import FactValue
from mingbai.corpus.values import Number


class WorkedCase(FactsCase):
    """A case worked out by hand: the facts, what must come out, and the sum, which the check evaluates on its own."""

    given: dict[str, FactValue]
    pays: Number | None = None
    sum: Sum | None = None
    low: Number | None = None
    low_sum: Sum | None = None
    high: Number | None = None
    high_sum: Sum | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    unknown: bool = False
    asks: str | None = None
