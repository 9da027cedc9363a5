"""Figures of a policy: exact, or with a doubt that is itself data.

A figure is a `Value`; a `Quantity` is a value or a table of them by the facts of a case. A `Change` alters a quantity
and says in which unit: percentage points, a factor, yuan, or a replacement.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, model_validator

Number = InstanceOf[Decimal]


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
    """A figure of which the source only says that it is not higher than this."""

    at_most: Number


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

    def leaves(self) -> Iterator[Value]:
        """Every value in the table."""
        for row in self.rows.values():
            yield from leaves(row)


def read_quantity(raw: Any) -> Any:
    """A quantity from parsed YAML: a number, a value with doubt, or a table `{by: FACT, choice: quantity}`.

    Raises:
        ValueError: for anything else, naming what may stand here.
    """
    if raw == NO_LIMIT:
        return Decimal("Infinity")
    if isinstance(raw, Decimal | Table | Lost | AtLeast | AtMost | Inferred | Readings):
        return raw
    if isinstance(raw, dict):
        if "by" in raw:
            rows = {str(key): read_quantity(row) for key, row in raw.items() if key != "by"}
            if not rows:
                raise ValueError("by 之后要有各档的数")
            return Table(by=raw["by"], rows=rows)
        for key, kind in _DOUBTS.items():
            if key in raw:
                return kind.model_validate(raw)
    raise ValueError(f"这里要写一个数、一张 by 表,或存疑值({'、'.join(_DOUBTS)});写的是 {raw!r}")


Quantity = Annotated[Number | Table | Lost | AtLeast | AtMost | Inferred | Readings, BeforeValidator(read_quantity)]


def leaves(quantity: Quantity) -> Iterator[Value]:
    """Every value in a quantity."""
    if isinstance(quantity, Table):
        yield from quantity.leaves()
    else:
        yield quantity


class Change(Frozen):
    """A typed adjustment: exactly one of percentage points, factor, yuan, replacement, or several readings of one.

    `for_each` with `beyond` repeats `plus` for every unit of a counted fact above that number.
    """

    points: Number | None = None
    times: Number | None = None
    plus: Number | None = None
    replace: Quantity | None = None
    readings: Annotated[tuple[ChangeReading, ...], Field(min_length=2)] | None = None
    together: str | None = None
    for_each: str | None = None
    beyond: Number = Decimal(0)

    @model_validator(mode="after")
    def _one_unit(self) -> Change:
        units = ("points", "times", "plus", "replace", "readings")
        if sum(getattr(self, unit) is not None for unit in units) != 1:
            raise ValueError(f"一个调整只写一种单位:{'、'.join(units)}")
        return self


class ChangeReading(Change):
    """One way to read an ambiguous adjustment."""

    says: str


Change.model_rebuild()
