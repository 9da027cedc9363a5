"""Figures of a policy: exact, or with a doubt that is itself data.

A figure is a `Value`; a `Quantity` is a value, a table of them by the facts of a case, or versions of them by date. A
`Change` alters a quantity and says in which unit: percentage points, a factor, yuan, or a replacement.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, model_validator

Number = InstanceOf[Decimal]
Day = InstanceOf[date]


NO_LIMIT = "不限"
"""What a cap is that the source lifts; read as an infinite amount."""


class Frozen(BaseModel):
    """A record read from a corpus file: immutable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Lost(Frozen):
    """A figure the source dropped: why, the bounds the text leaves, the fact by which a person can supply it."""

    lost: str = Field(min_length=2)
    between: tuple[Number, Number] | None = None
    ask: str | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Lost:
        if self.between and self.between[0] >= self.between[1]:
            raise ValueError("between 要从小到大")
        return self


class AtLeast(Frozen):
    """A figure of which the source only says that it is not lower than this."""

    at_least: Number


class AtMost(Frozen):
    """A figure of which the source only says that it is not higher than this; the fact `ask` supplies it."""

    at_most: Number
    ask: str | None = None


class Inferred(Frozen):
    """A figure that does not stand in the source but follows from its text, with the reason."""

    inferred: Number
    because: str = Field(min_length=2)


class ValueReading(Frozen):
    """One way to read an ambiguous figure."""

    value: Number
    says: str


class Readings(Frozen):
    """A figure with several readings, the first being the default; one `together` key is read one way throughout."""

    readings: tuple[ValueReading, ...] = Field(min_length=2)
    together: str | None = None


Value = Decimal | Lost | AtLeast | AtMost | Inferred | Readings
_DOUBTS: dict[str, type[Frozen]] = {
    "lost": Lost,
    "at_least": AtLeast,
    "at_most": AtMost,
    "inferred": Inferred,
    "readings": Readings,
}


class Table(Frozen):
    """Quantities by one fact of the case; rows are keyed by the fact's choices."""

    by: str
    rows: dict[str, Any]


_ONE_DAY = timedelta(days=1)


def _as_versions(raw: Any) -> Any:
    if not isinstance(raw, dict) or len(raw) < 2:
        raise ValueError("dated 里至少要有两项,每项写从哪天起是多少:{2013-01-01: 45%, 2014-07-01: 50%}")
    return {_as_day(key): read_quantity(figure) for key, figure in raw.items()}


def _as_day(raw: Any) -> date:
    with suppress(ValueError):
        day = date.fromisoformat(raw)
        if day.isoformat() == raw:
            return day
    raise ValueError(f"dated 里每项从哪天起要写成 2013-01-31 这样的日期,写的是 {raw!r}")


class Dated(Frozen):
    """Versions of a quantity by the day each holds from, the last one until `until` where that is written."""

    dated: Annotated[dict[date, Any], BeforeValidator(_as_versions)]
    until: Day | None = None

    @model_validator(mode="after")
    def _sound(self) -> Dated:
        starts = list(self.dated)
        for earlier, later in pairwise(starts):
            if later <= earlier:
                raise ValueError(f"dated 里的日期要从早到晚:{later} 不晚于 {earlier}")
        if self.until and self.until < starts[-1]:
            raise ValueError(f"until({self.until})不能早于最后一项的 {starts[-1]}")
        if any(list(within(figure, Dated)) for figure in self.dated.values()):
            raise ValueError("dated 里不能再写 dated")
        return self

    def on(self, day: date) -> Any:
        """The quantity that holds on a day, or None where none does."""
        if self.until and day > self.until:
            return None
        started = [start for start in self.dated if start <= day]
        return self.dated[started[-1]] if started else None

    @property
    def spans(self) -> tuple[tuple[date, date], ...]:
        """The first and the last day of each version."""
        ends = [start - _ONE_DAY for start in self.dated][1:]
        return tuple(zip(self.dated, (*ends, self.until or date.max), strict=True))


_FORMS: dict[str, type[Frozen]] = {**_DOUBTS, "dated": Dated}


def read_quantity(raw: Any) -> Any:
    """A quantity from parsed YAML: a number, a value with doubt, `{by: FACT, choice: quantity}` or `{dated: …}`.

    Raises:
        ValueError: for anything else, naming what may stand here.
    """
    if raw == NO_LIMIT:
        return Decimal("Infinity")
    if isinstance(raw, Decimal | Table | Dated | Lost | AtLeast | AtMost | Inferred | Readings):
        return raw
    if isinstance(raw, dict):
        if "by" in raw:
            rows = {str(key): read_quantity(row) for key, row in raw.items() if key != "by"}
            if not rows:
                raise ValueError("by 之后要有各档的数")
            return Table(by=raw["by"], rows=rows)
        for key, kind in _FORMS.items():
            if key in raw:
                return kind.model_validate(raw)
    doubts = "、".join(_DOUBTS)
    raise ValueError(f"这里要写一个数、一张 by 表、按日期的 dated,或存疑值({doubts});写的是 {raw!r}")


Quantity = Annotated[
    Number | Table | Dated | Lost | AtLeast | AtMost | Inferred | Readings, BeforeValidator(read_quantity)
]
_Kind = TypeVar("_Kind", Table, Dated)


def _parts(quantity: Quantity) -> Iterator[Quantity]:
    """A quantity and every quantity in it, from the outside in."""
    yield quantity
    inner = quantity.rows if isinstance(quantity, Table) else quantity.dated if isinstance(quantity, Dated) else {}
    for one in inner.values():
        yield from _parts(one)


def leaves(quantity: Quantity) -> Iterator[Value]:
    """Every value in a quantity."""
    return (one for one in _parts(quantity) if not isinstance(one, Table | Dated))


def within(quantity: Quantity, kind: type[_Kind]) -> Iterator[_Kind]:
    """Every table, or everything dated, in a quantity, from the outside in."""
    return (one for one in _parts(quantity) if isinstance(one, kind))


def side_by_side(*quantities: Quantity | None) -> Iterator[tuple[Quantity | None, ...]]:
    """What some quantities are side by side, once for each period in which all of them hold."""
    dated = [one for one in quantities if isinstance(one, Dated)]
    for start in sorted({start for one in dated for start in one.dated}) or [date.min]:
        if all(one.on(start) is not None for one in dated):
            yield tuple(one.on(start) if isinstance(one, Dated) else one for one in quantities)


class Change(Frozen):
    """A typed adjustment: exactly one of percentage points, factor, yuan, replacement, or several readings of one.

    `set_locally`: the readings are not ways to read the source, but bounds between which each place sets its own.
    `for_each` with `beyond` repeats `plus` for every unit of a counted fact above that number.
    """

    points: Number | None = None
    times: Number | None = None
    plus: Number | None = None
    replace: Quantity | None = None
    readings: Annotated[tuple[ChangeReading, ...], Field(min_length=2)] | None = None
    together: str | None = None
    set_locally: str | None = None
    for_each: str | None = None
    beyond: Number = Decimal(0)

    @model_validator(mode="after")
    def _one_unit(self) -> Change:
        units = ("points", "times", "plus", "replace", "readings")
        if sum(getattr(self, unit) is not None for unit in units) != 1:
            raise ValueError(f"一个调整只写一种单位:{'、'.join(units)}")
        if self.set_locally and self.readings is None:
            raise ValueError("set_locally(各地自己定)要和 readings 一起写,每个 readings 写一头")
        return self


class ChangeReading(Change):
    """One way to read an ambiguous adjustment."""

    says: str


Change.model_rebuild()
