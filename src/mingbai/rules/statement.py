"""The statement: a bill divided line by line among those who pay, each line with its clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from mingbai.money import ZERO

PERSON = "个人"
FUND = "医保基金"
OPEN = "未定"
BASIC = "基本医保和个人"
"""Who bears what lies under the basic plan's cap; how they share it is that plan's matter."""


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

    Lines are matched by label and payer, and taken at the smallest amount; what a payer bears in every statement, but
    under different lines, is one more line of that payer.
    """
    if len(statements) == 1:
        return tuple(statements[0])
    first, *others = map(_keyed, statements)
    kept: list[Line] = []
    for key, line in first.items():
        twins = [other[key].amount if key in other else ZERO for other in others]
        smallest = min([line.amount, *twins])
        if smallest > 0:
            formula = line.formula if all(twin == line.amount for twin in twins) else "至少这些"
            kept.append(replace(line, amount=smallest, formula=formula))
    for payer, label in ((FUND, "其余报销"), (PERSON, "其余自付")):
        sure = min(total(lines, payer) for lines in statements) - total(kept, payer)
        if sure > 0:
            kept.append(Line(label, "合计不变,各项怎么分还没有定下来", sure, payer, cause_clause))
    rest = total(statements[0]) - total(kept)
    if rest > 0:
        kept.append(Line("由谁付未定", "有数没有定下来,这部分分不清", rest, OPEN, cause_clause))
    return tuple(kept)


def _keyed(lines: Sequence[Line]) -> dict[tuple[str, str, int], Line]:
    """The lines by label, payer and the how-manieth of these it is."""
    keyed: dict[tuple[str, str, int], Line] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for line in lines:
        key = (line.label, line.payer)
        keyed[(*key, seen[key])] = line
        seen[key] += 1
    return keyed
