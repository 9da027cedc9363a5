"""The figures of cases that a source itself tells, with the forms in which its passage may state them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from mingbai.audit.figures import BARE, COUNT, SHARE, YUAN, Figure
from mingbai.audit.rule_figures import Forms
from mingbai.corpus.cases.told import ToldCase

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TEN_THOUSAND, _HUNDRED = Decimal(10_000), Decimal(100)
_PERCENT, _WAN = "百分之几", "万元"
_LARGEST_COUNT = 10


def told_forms(case: ToldCase) -> Iterator[Forms]:
    """What the case says that its source says, in the unit that its words name (百分之几, 万元)."""
    if case.says is not None:
        yield _forms(case.says, case.tells)


def result_forms(case: ToldCase) -> Forms:
    """What the sum of the case comes to, exact and rounded to a whole number, in the unit that its words name."""
    if case.comes_to is None:
        return ()
    return *_forms(case.comes_to, case.tells), *_forms(case.comes_to.quantize(Decimal(1), ROUND_HALF_UP), case.tells)


def operand_forms(case: ToldCase) -> Iterator[Forms]:
    """Each figure that the sum of the case starts from.

    Left out are counts up to ten (3 years) and what only changes the unit: the 100 of a percentage, the 10,000 of 万元.
    """
    for number in map(Decimal, _NUMBER.findall(case.sum)):
        if number > _LARGEST_COUNT and number != _unit(case.tells):
            yield _forms(number, case.tells)


def _unit(tells: str) -> Decimal | None:
    return _HUNDRED if _PERCENT in tells else _TEN_THOUSAND if _WAN in tells else None


def _forms(number: Decimal, tells: str) -> Forms:
    plain = Figure(number.normalize(), BARE), Figure(number.normalize(), COUNT)
    if _PERCENT in tells:
        return (*plain, Figure((number / _HUNDRED).normalize(), SHARE))
    if _WAN in tells:
        return (Figure((number * _TEN_THOUSAND).normalize(), YUAN), *plain)
    return plain
