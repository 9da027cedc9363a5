"""The figures a rule computes with, each with the forms in which an original may state it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from mingbai.audit.figures import COUNT, SHARE, YUAN, Figure, date_of, family_of_unit
from mingbai.corpus.conditions import AtLeastCount
from mingbai.corpus.kinds.base import Kind
from mingbai.corpus.kinds.dates import DeadlineRule, MonthDay, WaitingRule
from mingbai.corpus.kinds.lists import DocumentItem, ListItem
from mingbai.corpus.models import Assume, Rule
from mingbai.corpus.strict_yaml import Percent
from mingbai.corpus.values import Change, Dated, Inferred, Lost, Table

Forms = tuple[Figure, ...]
"""One figure of a rule: it stands in an original that has any of these."""

_UNITS = {"months": "月", "year": "年", "within": "日", "starts": "日", "monthly": "日"}
_STRUCTURE = frozenset({"from_day", "beyond", "part"})
_CHOICES = frozenset({"when", "none_for"})
_NAMES = _CHOICES | {"together", "used", "plus", "fact", "by"}
_OUR_WORDS = _CHOICES | {"says", "unless_says"}
_NOTHING = Decimal(0)


def forms_in(rule: BaseModel) -> Iterator[Forms]:
    """Each figure of a rule, or of a part of one. Left out are those that no original states:

    an inferred figure, whose reason stands with it; `from_day` and `beyond`, which say how to count; a lower bound of
    0; and what an assumption sets to 0 or 1, which only says that nothing was told.
    """
    unit = rule.unit if isinstance(rule, DeadlineRule | WaitingRule) else None
    yield from _forms(rule, "", unit)


def texts_in(rule: Rule) -> Iterator[str]:
    """The words of a rule that a person reads as facts: items, conditions, who, where; not our synonyms and reasons."""
    yield from _texts(rule)


def _forms(value: Any, name: str, unit: str | None) -> Iterator[Forms]:
    match value:
        case Inferred():
            return
        case Lost():
            yield from (_written(bound, YUAN) for bound in value.between or () if bound)
        case Change():
            yield from _changed(value, unit)
        case Assume():
            if isinstance(value.value, Decimal) and value.value > 1:
                yield _written(value.value, YUAN)
        case MonthDay():
            yield (date_of(value.month, value.day),)
        case date():
            yield (Figure(Decimal(value.year), "年"),)
            yield (date_of(value.month, value.day),)
        case AtLeastCount():
            yield tuple(Figure(value.at_least.normalize(), family) for family in (COUNT, YUAN))
        case DocumentItem():
            if value.copies is not None:
                yield (Figure(value.copies.normalize(), family_of_unit(value.unit)),)
        case Decimal():
            if name not in _STRUCTURE and value.is_finite() and not (name == "over" and value == _NOTHING):
                yield _written(value, _unit_of(name, unit))
        case _:
            for part_name, part in _inside(value, name):
                yield from _forms(part, part_name, unit)


def _unit_of(name: str, unit: str | None) -> str:
    if name in ("within", "starts") and unit:
        return unit
    return "日" if name in ("from_", "until") else _UNITS.get(name, YUAN)


def _inside(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    match value:
        case Table():
            yield from ((name, row) for row in value.rows.values())
        case Dated():
            yield from (("dated", day) for day in (*value.dated, value.until))
            yield from ((name, version) for version in value.dated.values())
        case BaseModel():
            yield from ((field, getattr(value, field)) for field in type(value).model_fields)
        case dict():
            yield from ((name, one) for one in value.values())
        case tuple() | list():
            yield from ((name, one) for one in value)


def _written(value: Decimal, family: str) -> Forms:
    if isinstance(value, Percent):
        return (Figure(abs(Decimal(value)).normalize(), SHARE),)
    return (Figure(abs(value).normalize(), family),)


def _changed(change: Change, unit: str | None) -> Iterator[Forms]:
    """A change as originals put it: 上浮10% may become 10 points or 110%, 10倍 a factor of 1000%."""
    if change.points:
        yield (Figure(abs(change.points / 100).normalize(), SHARE),)
    if change.times is not None:
        factor = Decimal(change.times)
        shares = (Figure(one.normalize(), SHARE) for one in (factor, abs(factor - 1)))
        yield (*shares, Figure(factor.normalize(), COUNT))
    if change.plus is not None:
        yield _written(change.plus, YUAN)
    yield from _forms(change.replace, "replace", unit)
    for reading in change.readings or ():
        yield from _changed(reading, unit)


def _texts(value: Any) -> Iterator[str]:
    match value:
        case Assume():
            return
        case Kind() | ListItem():
            for field in type(value).model_fields:
                if field not in _OUR_WORDS:
                    yield from _texts(getattr(value, field))
        case str():
            yield value
        case BaseModel():
            for field in type(value).model_fields:
                if field not in _NAMES:
                    yield from _texts(getattr(value, field))
        case dict():
            for one in value.values():
                yield from _texts(one)
        case tuple() | list():
            for one in value:
                yield from _texts(one)
