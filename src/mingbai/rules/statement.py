"""The statement: a bill divided line by line among those who pay, each line with its clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from mingbai.money import ZERO

PERSON = "个人"
FUND = "医保基金"
OPEN = "未定"
BASIC = "基本医保和个人"
"""Who bears what lies under the basic plan's cap; how they share it is that plan's matter."""
TOGETHER = "合起来至少报"
"""The line of what is paid at the least, where it is open which of several pays how much of it."""
_NOT_PAYING = frozenset({PERSON, OPEN, BASIC})
_UNDIVIDED = "合计至少这些,各项怎么分还没有定下来"


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


def pays(payer: str) -> bool:
    """Whether what this payer bears is paid for the person: by the fund, or by what else a source stacks on it."""
    return payer not in _NOT_PAYING


def paid(lines: Iterable[Line]) -> Decimal:
    """The sum of what is paid for the person."""
    return sum((line.amount for line in lines if pays(line.payer)), ZERO)


def certain(statements: Sequence[Sequence[Line]], cause_clause: str) -> tuple[Line, ...]:
    """What every one of several statements of one bill grants; the rest is a line borne by nobody yet.

    Lines are matched by label and payer, and taken at the smallest amount; what a payer bears in every statement, but
    under different lines, is one more line of that payer, and what several pay between them is a line of them all.
    """
    if len(statements) == 1:
        return tuple(statements[0])
    met = dict.fromkeys(line.payer for lines in statements for line in lines if pays(line.payer))
    paying = sorted(met, key=lambda payer: payer != FUND)
    kept = list(_in_each(statements, several_pay=len(paying) > 1))
    lowest = min(statements, key=paid)
    if paid(lowest) > paid(kept):
        formula = _least(lowest, {line.label for line in kept})
        kept.append(Line(TOGETHER, formula, paid(lowest) - paid(kept), "、".join(paying), cause_clause))
    own = min(total(lines, PERSON) for lines in statements) - total(kept, PERSON)
    if own > 0:
        kept.append(Line("其余自付", _UNDIVIDED, own, PERSON, cause_clause))
    rest = total(statements[0]) - total(kept)
    if rest > 0:
        kept.append(Line("由谁付未定", "有数没有定下来,这部分分不清", rest, OPEN, cause_clause))
    return tuple(kept)


def _least(lowest: Sequence[Line], labels: Container[str]) -> str:
    """How the least that is paid comes about, apart from the lines of some labels."""
    least = [f"{line.label}{line.formula}" for line in lowest if pays(line.payer) and line.label not in labels]
    return f"最少时是{';'.join(least)}" if least else _UNDIVIDED


def _in_each(statements: Sequence[Sequence[Line]], several_pay: bool) -> Iterator[Line]:
    """The lines that stand in every statement, at their smallest; where several pay, of theirs only those that agree.

    What one of several pays less another may pay more, so that only their sum is bounded.
    """
    first, *others = map(_keyed, statements)
    for key, line in first.items():
        twins = [line, *(other[key] for other in others if key in other)]
        if len(twins) < len(statements):
            continue
        if all(twin.amount == line.amount for twin in twins):
            yield line
        elif not (several_pay and pays(line.payer)):
            smallest = min(twins, key=lambda one: one.amount)
            yield replace(line, amount=smallest.amount, formula=f"{smallest.formula},至少这些")


def _keyed(lines: Sequence[Line]) -> dict[tuple[str, str, int], Line]:
    """The lines by label, payer and the how-manieth of these it is."""
    keyed: dict[tuple[str, str, int], Line] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for line in lines:
        key = (line.label, line.payer)
        keyed[(*key, seen[key])] = line
        seen[key] += 1
    return keyed
