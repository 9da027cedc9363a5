"""Going through everything a rule holds: its records, tables, figures and words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from mingbai.corpus.values import Dated, Table


def everything_in(value: Any) -> Iterator[Any]:
    """The value itself and all that stands within it, from the outside to the inside, in order."""
    yield value
    for part in _parts(value):
        yield from everything_in(part)


def _parts(value: Any) -> Iterator[Any]:
    match value:
        case Table():
            yield from value.rows.values()
        case Dated():
            yield from value.dated.values()
        case BaseModel():
            yield from (getattr(value, field) for field in type(value).model_fields)
        case dict():
            yield from value.values()
        case tuple() | list():
            yield from value
