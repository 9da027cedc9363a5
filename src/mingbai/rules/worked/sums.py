"""The sums that worked cases write out, evaluated on their own: plain arithmetic, no engine."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from mingbai.money import MoneyError, plain, to_fen

_OPERATORS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_FUNCTIONS: dict[str, Callable[..., Decimal]] = {"min": min, "max": max}
NUMERAL = re.compile(r"\d+(?:\.\d+)?[%‰]?")
"""A number in such a sum, with its sign where it is a share."""
_SCALES = {"%": 2, "‰": 3}


def evaluate_sum(text: str) -> Decimal:
    """The value of a sum as a worked case writes it: + - * / ( ) % ‰, min and max, exact and rounded to the fen.

    Raises:
        ValueError: for anything that is not such a sum.
    """

    def numeral(found: re.Match[str]) -> str:
        figure = found[0]
        scale = _SCALES.get(figure[-1])
        return f"D('{Decimal(figure[:-1]).scaleb(-scale):f}')" if scale else f"D('{figure}')"

    try:
        tree = ast.parse(NUMERAL.sub(numeral, text.strip()), mode="eval")
        return to_fen(_value(tree.body, text))
    except (SyntaxError, ArithmeticError, MoneyError) as error:
        raise ValueError(f"算式写得不对:{text}") from error


def _value(node: ast.expr, text: str) -> Decimal:
    match node:
        case ast.BinOp(left, op, right) if type(op) in _OPERATORS:
            return _OPERATORS[type(op)](_value(left, text), _value(right, text))
        case ast.UnaryOp(ast.USub(), operand):
            return -_value(operand, text)
        case ast.Call(ast.Name("D"), [ast.Constant(str(figure))]):
            return Decimal(figure)
        case ast.Call(ast.Name(name), [_, _, *_] as arguments, []) if name in _FUNCTIONS:
            return _FUNCTIONS[name](*(_value(argument, text) for argument in arguments))
    raise ValueError(f"算式里只能有数字、加减乘除、括号、min 和 max:{text}")


def sum_differences(figure: Decimal | None, text: str | None) -> Iterator[str]:
    """What is wrong with a figure and the sum written beside it; they stand together or not at all."""
    if (figure is None) != (text is None):
        yield "结果和算式要成对写"
    elif figure is not None and text is not None:
        try:
            value = evaluate_sum(text)
        except ValueError as error:
            yield str(error)
            return
        if value != figure:
            yield f"算式 {text} 等于 {plain(value)},写的是 {plain(figure)}"
