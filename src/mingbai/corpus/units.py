"""Which figures may stand where: yuan without a sign, ratios with a percent sign."""

from __future__ import annotations

from decimal import Decimal

from mingbai.corpus.strict_yaml import Percent
from mingbai.corpus.values import AtLeast, AtMost, Inferred, Lost, Quantity, Readings, leaves
from mingbai.money import percent, short


def figures(quantity: Quantity) -> list[Decimal]:
    """The plain numbers of a quantity, bounds and readings included."""
    found: list[Decimal] = []
    for value in leaves(quantity):
        match value:
            case Decimal():
                found.append(value)
            case AtLeast():
                found.append(value.at_least)
            case AtMost():
                found.append(value.at_most)
            case Inferred():
                found.append(value.inferred)
            case Readings():
                found.extend(reading.value for reading in value.readings)
            case Lost():
                found.extend(value.between or ())
    return found


def written(figure: Decimal) -> str:
    """The figure as a file writes it, with its percent sign."""
    return percent(figure) if isinstance(figure, Percent) else short(figure)


def must_be_ratio(quantity: Quantity) -> None:
    """Raise ValueError unless every figure is a percentage from 0% to 100%."""
    for figure in figures(quantity):
        if not isinstance(figure, Percent) or not 0 <= figure <= 1:
            raise ValueError(f"比例要写成 0% 到 100% 之间的百分数,写的是 {written(figure)}")


def must_be_yuan(quantity: Quantity) -> None:
    """Raise ValueError unless every figure is an amount, not below zero and without a percent sign."""
    for figure in figures(quantity):
        if isinstance(figure, Percent) or figure < 0:
            raise ValueError(f"金额要写成不带百分号、不小于 0 的元数,写的是 {written(figure)}")


def must_be_count(number: Decimal, what: str, least: int = 1) -> None:
    """Raise ValueError unless the number is whole and not below `least`."""
    if isinstance(number, Percent) or number != number.to_integral_value() or number < least:
        raise ValueError(f"{what}要写成不小于 {least} 的整数,写的是 {written(number)}")
