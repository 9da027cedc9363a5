"""Inferred figures held against the reasons that stand with them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from typing import Any

from pydantic import BaseModel

from mingbai.audit.figures import SHARE, YUAN, Figure, stated_in
from mingbai.corpus.models import Rule
from mingbai.corpus.strict_yaml import Percent
from mingbai.corpus.values import Dated, Inferred, Table


def unreasoned(rule: Rule) -> Iterator[str]:
    """Each inferred figure whose reason names figures of its unit, but neither it nor two that give it.

    标准190元减个人36元 gives 154; a reason without figures (个人不缴费) stands as it is.
    """
    for one in _inferred(rule):
        family = SHARE if isinstance(one.inferred, Percent) else YUAN
        named = {figure.value for figure in stated_in(one.because) if figure.family == family}
        results = {value for a, b in permutations(named, 2) for value in (a + b, a - b)} | named
        if named and one.inferred and Decimal(one.inferred) not in results:
            yield f"推断的 {Figure(Decimal(one.inferred), family)} 和它的理由“{one.because}”对不上"


def _inferred(value: Any) -> Iterator[Inferred]:
    match value:
        case Inferred():
            yield value
        case Table():
            yield from _inferred(tuple(value.rows.values()))
        case Dated():
            yield from _inferred(tuple(value.dated.values()))
        case BaseModel():
            yield from _inferred(tuple(getattr(value, field) for field in type(value).model_fields))
        case dict():
            yield from _inferred(tuple(value.values()))
        case tuple() | list():
            for one in value:
                yield from _inferred(one)
