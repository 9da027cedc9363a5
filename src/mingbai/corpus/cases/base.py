"""What every worked case of a further kind can say, and the sums it writes out."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from mingbai.corpus.conditions import FactValue
from mingbai.corpus.values import Frozen


class KindCase(Frozen):
    """`why`: what the case shows, in words."""

    why: str | None = None


class FactsCase(KindCase):
    """`given`: the facts of the case, on which its rule may depend."""

    given: dict[str, FactValue] = Field(default_factory=dict)


def _as_sum(raw: Any) -> Any:
    """A sum is text even where it is a single number."""
    return str(raw) if isinstance(raw, Decimal) else raw


def _as_sums(raw: Any) -> Any:
    return {key: _as_sum(one) for key, one in raw.items()} if isinstance(raw, dict) else _as_sum(raw)


Sum = Annotated[str, BeforeValidator(_as_sum)]
"""A sum written out: + - * / ( ) % ‰ min max."""
Sums = Annotated[str | dict[str, str], BeforeValidator(_as_sums)]
"""The sum of the whole, or one for each party."""


def must_be_one_of(case: KindCase, *names: str) -> None:
    """Raise ValueError unless exactly one of the fields says what comes out."""
    if sum(getattr(case, name) not in (None, False) for name in names) != 1:
        raise ValueError(f"算例要写明结果,只写一种:{'、'.join(name.rstrip('_') for name in names)}")
