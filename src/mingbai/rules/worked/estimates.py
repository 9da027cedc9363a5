"""Worked cases of estimates and adjustments: what the engine answers to the facts of each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mingbai.corpus.cases import WorkedCase
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import plain
from mingbai.rules.book import Book
from mingbai.rules.case import Case, CaseError
from mingbai.rules.estimate import Estimate, Missing, estimate
from mingbai.rules.statement import total
from mingbai.rules.worked.sums import sum_differences

_Result = tuple[str, Decimal | None, Decimal | None, Decimal | None]


def estimate_differences(book: Book, vocabulary: Vocabulary, case: WorkedCase) -> Iterator[str]:
    """What a worked case says otherwise than its own sums, or than the engine."""
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
        yield from sum_differences(figure, text)


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
