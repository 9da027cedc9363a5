"""What somebody wants to hear of parts that they add up themselves: 加起来对得上180不, 合计是不是180."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from mingbai.language.numbers.amounts import find_amounts
from mingbai.money import short

__all__ = ["is_checked", "sum_checked", "total_believed"]

_IN_ALL = "(?:加起来|加一起|加到一起|加拢|合起来|合计|总共|一共|拢共|总和|总数|总额)"
_AGREES = "(?:对得?上|对不对|对不上|对[吗么]|是不是|等不等于|等于|够不够|凑不凑得?[够齐]|凑得?[够齐]|平不平)"
_BELIEVED = re.compile(
    f"{_IN_ALL}[^,。;?!0-9]{{0,6}}{_AGREES}[^,。;?!0-9]{{0,4}}[0-9]+[^,。;?!]{{0,4}}"
    f"|{_IN_ALL}[^,。;?!0-9]{{0,6}}[0-9]+[^,。;?!0-9]{{0,5}}{_AGREES}"
)
_CHECKED = re.compile(r"^\*\*对[得不]上\*\*")


def total_believed(question: str) -> Decimal | None:
    """The total that a question wants to have confirmed of parts it asks for (加起来对得上180不); None without one."""
    said = _BELIEVED.search(question)
    found = [one.value for one in find_amounts(said[0]) if one.value is not None] if said else []
    return found[0] if len(found) == 1 else None


def sum_checked(
    parts: Sequence[tuple[str, Decimal]], question: str, some: Sequence[tuple[str, Decimal]] = ()
) -> str | None:
    """The line that parts, each with its name, add up to the total believed or not; None where none is told.

    `some` of them may be what is meant: 中央省县各补多少,一共是不是130.
    """
    believed = total_believed(question)
    if believed is None or len(parts) < 2:
        return None
    parts = some if len(some) > 1 and sum(amount for _, amount in some) == believed else parts
    total = sum((amount for _, amount in parts), Decimal(0))
    formula = "＋".join(f"{name}{short(amount)}" for name, amount in parts)
    if total == believed:
        return f"**对得上**：{formula}＝{short(total)}元"
    return f"**对不上**：{formula}＝{short(total)}元，不是{short(believed)}元"


def is_checked(line: str) -> bool:
    """Whether a line says of a total that it is right or wrong."""
    return _CHECKED.match(line) is not None
