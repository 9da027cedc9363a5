"""What figures of a clause come to in all: of so many things, over so many months, for so many heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from mingbai.assistant.leads.figures_meant import (
    A_HEAD,
    A_MONTH,
    IN_ALL,
    Asked,
    Reckoned,
    how_many_asked,
    in_yuan,
    label_before,
    months_over,
    one_meant,
    span,
)
from mingbai.assistant.matching.clause_figures import Figure, told
from mingbai.money import short

_LIMIT = re.compile("限额|最高|封顶|不超过|以内|最多|起付")
_WHETHER = re.compile("能[^,。;]{0,4}[吗么不]|能不能|可不可以")


def in_all(figures: Sequence[Figure], asked: Asked) -> Reckoned | None:
    """What so many things of a list come to (两样加起来), where it has just so many."""
    many = how_many_asked(asked.text)
    if not many or not IN_ALL.search(asked.text) or _WHETHER.search(asked.text):
        return None
    rows = [one for one in figures if one.row]
    alike = [one for one in rows if (one.unit, one.label) == (rows[0].unit, rows[0].label)]
    if len(alike) != many or len(alike) != len(rows) or not asked.shared(*alike):
        return None
    formula = "+".join(f"{one.row}{one.words}" for one in alike)
    per, unit = re.sub("^[：，、]+", "", alike[0].label), alike[0].unit
    value = sum((one.value for one in alike), Decimal(0))
    months = months_over(asked.text) if A_MONTH.search(per + alike[0].part) or "每月" in per else None
    if months is None:
        return value, unit, f"{per}{formula}"
    over = f"×{months}个月"
    if A_MONTH.search(asked.text):  # 一个月一共多少,一年呢
        return value, unit, f"{per}{formula};{span(months)}{told(value * months, unit)}({told(value, unit)}{over})"
    return value * months, unit, f"({formula}){over}"


def over_months(figures: Sequence[Figure], asked: Asked) -> Reckoned | None:
    """What is had or paid by the month over a year or so many months, for so many heads where they are told."""
    months = months_over(asked.text)
    monthly = [
        one for one in in_yuan(figures) if A_MONTH.search(one.label) or A_MONTH.search(label_before(figures, one))
    ]
    one = one_meant([one for one in monthly if not _LIMIT.search(one.label)], figures, asked) if months else None
    if months is None or one is None or not asked.is_of_sum:
        return None
    heads = asked.question.heads if A_HEAD.search(one.label) else None
    times = f"×{short(heads)}人" if heads and heads > 1 else ""
    value = one.value * months * (heads if times and heads else 1)
    return value, one.unit, f"每月{told(one.value, one.unit)}{times}×{months}个月"


def for_heads(figures: Sequence[Figure], asked: Asked) -> Reckoned | None:
    """What so much for each comes to for all heads that are told."""
    heads = asked.question.heads
    if not heads or heads < 2 or not IN_ALL.search(asked.text) or not asked.is_of_sum:
        return None
    each = [one for one in in_yuan(figures) if A_HEAD.search(one.label + label_before(figures, one))]
    one = one_meant(each, figures, asked)
    return (one.value * heads, one.unit, f"每人{told(one.value, one.unit)}×{short(heads)}人") if one else None
