"""Conditions on the facts of a case, as `when:` writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from mingbai.corpus.values import Day, Frozen, Number


def _as_tuple(raw: Any) -> Any:
    return tuple(raw) if isinstance(raw, list) else (raw,)


Words = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]
"""One word, or a list of them."""


class AtLeastCount(Frozen):
    """A condition on a count: this many or more."""

    at_least: Number


def _as_condition(raw: Any) -> Any:
    if isinstance(raw, dict):
        return AtLeastCount.model_validate(raw)
    words = _as_tuple(raw)
    if not all(isinstance(word, str) for word in words):
        raise ValueError(f"条件要写选项的文字,或 {{at_least: 2}} 这样的次数;写的是 {raw}")
    return words


Condition = Annotated[AtLeastCount | tuple[str, ...], BeforeValidator(_as_condition)]


def _as_fact_value(raw: Any) -> Any:
    if not isinstance(raw, str | Decimal | date):
        raise ValueError(f"这里要写选项的文字、一个数或一个日期;写的是 {raw}")
    return raw


FactValue = Annotated[str | Number | Day, BeforeValidator(_as_fact_value)]
When = Annotated[dict[str, Condition], Field(default_factory=dict)]
"""Conditions by fact; all must hold."""
