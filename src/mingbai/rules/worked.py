"""Holding the worked cases of a policy against the engine, and their written sums against arithmetic."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from mingbai.corpus.models import Policy, WorkedCase
from mingbai.corpus.problems import Problem
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import MoneyError, plain, to_fen
from mingbai.rules.book import Book
from mingbai.rules.case import Case, CaseError
from mingbai.rules.estimate import Estimate, Missing, estimate
from mingbai.rules.statement import total

_OPERATORS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_FUNCTIONS: dict[str, Callable[..., Decimal]] = {"min": min, "max": max}
_Result = tuple[str, Decimal | None, Decimal | None, Decimal | None]
_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")


def evaluate_sum(text: str) -> Decimal:
    """The value of a sum as a worked case writes it: + - * / ( ) %, min and max, exact and rounded to the fen.

    Raises:
        ValueError: for anything that is not such a sum.
    """

    def numeral(found: re.Match[str]) -> str:
        figure = found[0]
        return f"D('{Decimal(figure[:-1]) / 100}')" if figure.endswith("%") else f"D('{figure}')"

    try:
        tree = ast.parse(_NUMBER.sub(numeral, text.strip()), mode="eval")
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


def check_worked_cases(policy: Policy, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Each worked case whose sum is wrong, or that the engine answers otherwise."""
    book = Book.of(policy, vocabulary)
    for clause in policy.clauses:
        for number, case in enumerate(clause.cases, 1):
            for message in _differences(book, vocabulary, case):
                yield Problem(policy.file, clause.line, f"条款 {clause.id} 第{number}个算例:{message}")


def _differences(book: Book, vocabulary: Vocabulary, case: WorkedCase) -> Iterator[str]:
    yield from _sum_differences(case)
    try:
        result = estimate(book, Case.read(case.given, vocabulary))
    except CaseError as error:
        yield f"算不了:{error}"
        return
    if isinstance(result, Missing):
        if case.asks != result.facts[0]:
            yield f"先问的是 {result.facts[0]},算例写的是 {case.asks}"
        return
    if case.asks:
        yield f"应当先问 {case.asks},却算出了结果"
        return
    yield from _result_differences(case, result)


def _sum_differences(case: WorkedCase) -> Iterator[str]:
    outcome = next((one for one in (case.pays, case.at_least, case.at_most) if one is not None), None)
    for figure, text in ((outcome, case.sum), (case.low, case.low_sum), (case.high, case.high_sum)):
        if (figure is None) != (text is None):
            yield "结果和算式要成对写"
        elif figure is not None and text is not None:
            try:
                value = evaluate_sum(text)
            except ValueError as error:
                yield str(error)
                continue
            if value != figure:
                yield f"算式 {text} 等于 {plain(value)},写的是 {plain(figure)}"


def _result_differences(case: WorkedCase, result: Estimate) -> Iterator[str]:
    expected: _Result
    if case.unknown:
        expected = ("unknown", None, None, None)
    elif case.at_least is not None:
        expected = ("at_least", None, case.at_least, None)
    elif case.at_most is not None:
        expected = ("at_most", None, None, case.at_most)
    elif case.low is not None:
        expected = ("range", case.pays, case.low, case.high)
    else:
        expected = ("exact", case.pays, case.pays, case.pays)
    found = (result.status, result.amount, result.low, result.high)
    if found != expected:
        yield f"写的是 {_shown(expected)},算出来是 {_shown(found)}"
    bill = _bill(case)
    if bill is not None and total(result.lines) != bill:
        yield f"账单合计 {plain(total(result.lines))},不等于费用 {plain(bill)}"


def _bill(case: WorkedCase) -> Decimal | None:
    for fact in ("cost", "excess"):
        bill = case.given.get(fact)
        if isinstance(bill, Decimal) and "basic_cap" not in case.given:
            own = case.given.get("self_funded")
            return bill + (own if isinstance(own, Decimal) else Decimal(0))
    return None


def _shown(result: _Result) -> str:
    status, *figures = result
    return f"{status}({'、'.join('无' if one is None else plain(one) for one in figures)})"
