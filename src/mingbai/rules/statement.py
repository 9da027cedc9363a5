"""The statement: a bill divided line by line among those who pay, each line with its clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from mingbai.money import ZERO

PERSON = "个人"
FUND = "医保基金"
OPEN = "未定"


@dataclass(frozen=True)
class Line:
    """A part of the bill in yuan, how it came about, who bears it and the clause that says so."""

    label: str
    formula: str
    amount: Decimal
    payer: str
    clause: str


def total(lines: Iterable[Line], payer: str | None = None) -> Decimal:
    """The sum of the lines, of one payer's where one is named."""
    return sum((line.amount for line in lines if payer in (None, line.payer)), ZERO)


def certain(statements: Sequence[Sequence[Line]], cause_clause: str) -> tuple[Line, ...]:
    """What every one of several statements of one bill grants; the rest is a line borne by nobody yet.

    Lines are matched by label, payer and clause, and taken at the smallest amount.
    """
    if len(statements) == 1:
        return tuple(statements[0])
    first, *others = statements
    kept: list[Line] = []
    for line in first:
        twins = [_twin(line, other) for other in others]
        smallest = min([line.amount, *twins])
        if smallest > 0:
            formula = line.formula if all(twin == line.amount for twin in twins) else "至少这些"
            kept.append(replace(line, amount=smallest, formula=formula))
    rest = total(first) - total(kept)
    if rest > 0:
        kept.append(Line("由谁付未定", "有数没有定下来,这部分分不清", rest, OPEN, cause_clause))
    return tuple(kept)


def _twin(line: Line, other: Sequence[Line]) -> Decimal:
    key = (line.label, line.payer, line.clause)
    return next((twin.amount for twin in other if (twin.label, twin.payer, twin.clause) == key), ZERO)
