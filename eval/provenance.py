"""Number provenance: each figure of a reply is in a cited clause, the statement, a finding or the person's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Any

from eval.asking import Answer
from mingbai.assistant.reply import EstimateView
from mingbai.language.numbers.amounts import find_amounts, numbers_in
from mingbai.rules.statement import PERSON
from mingbai.rules.worked.sums import evaluate_sum

# What the assistant offers as an example of what to type states nothing about any policy, nor does the number to call.
_EXAMPLE = re.compile(r"“[^”]*”|比如\s*[\d,.]+")
_CALL = re.compile(r"(?:打|热线) \*\*(?:120|110|12356)\*\*")  # also before an answer
# 一 beside these is an article, no figure; 一个月 and 一个工作日 are figures, 十一条 holds one.
_ARTICLE = re.compile("(?<=[哪这那某])一|(?<!十)一(?=[条遍下句样些]|个(?!月|工作日|小时|年度|人))")
_PUT_DOWN = re.compile("还要补|能退回|预借")
_PAID_ALREADY = re.compile("您说(?:已经报了|这次医保报了)")  # how it was taken, and what if it was of this very bill
_SO_FAR = re.compile("前面说的[^。;:]*算在里面")  # the year's whole, beside what the reply before paid of it
_LEFT_OUT = re.compile("您说的[^,。;]*没有算进去")  # several sums told in one message are one that is left out
_SIGNS = str.maketrans("×−", "*-")
_STATES_NOTHING = ("chat", "clarify", "decline")


def unexplained(answer: Answer) -> frozenset[Decimal]:
    """The figures of the reply's text that nothing bears out; worked out apart from the assistant's own guard."""
    reply = answer.reply
    text = _CALL.sub("", _ARTICLE.sub("", reply.text))
    text = _EXAMPLE.sub("", text) if reply.kind in _STATES_NOTHING else text
    known = {number for source in _sources(answer) for number in numbers_in(source)}
    return numbers_in(text) - known - set(_derived(answer))


def _sources(answer: Answer) -> Iterator[str]:
    reply = answer.reply
    yield from answer.turns
    yield from answer.clauses.values()
    yield from (*reply.warnings, *reply.choices)
    if reply.estimate:
        yield from _texts(reply.estimate.model_dump())
    for call in answer.calls:
        if call.outcome is not None:
            yield from _texts(call.outcome.model_dump())


def _texts(value: Any) -> Iterator[str]:
    match value:
        case dict():
            yield from _texts(tuple(value.values()))
        case list() | tuple():
            for one in value:
                yield from _texts(one)
        case str() | Decimal():
            yield str(value)


def _derived(answer: Answer) -> Iterator[Decimal]:
    """Figures that follow from those of the statements: the bill, each side's total by every reading, differences."""
    statements = [*_statements(answer)]
    for statement in statements:
        bill = sum((Decimal(line.amount) for line in statement.lines), Decimal(0))
        own = sum((Decimal(line.amount) for line in statement.lines if line.payer == PERSON), Decimal(0))
        yield from (bill, own, bill - own)
        yield from _differences([Decimal(reading.amount) for reading in statement.readings])
        yield from (bill - Decimal(reading.amount) for reading in statement.readings)
        if statement.status in ("at_least", "range") and statement.low:
            yield bill - Decimal(statement.low)
        if _PUT_DOWN.search(answer.reply.text):  # a deposit comes off one's own part, an advance off what is paid
            told = {one for turn in answer.turns for one in numbers_in(turn)}
            yield from (abs(side - one) for side in (own, bill - own) for one in told)
        if _PAID_ALREADY.search(answer.reply.text):
            yield from _beside_paid(statement, bill, {one for turn in answer.turns for one in numbers_in(turn)})
    amounts = [Decimal(one.amount) for one in statements if one.amount is not None]
    yield from _differences(amounts)
    if _SO_FAR.search(answer.reply.text):
        before = {one for text in answer.earlier for one in numbers_in(text)}
        yield from before
        yield from (amount - one for amount in amounts for one in before)
    if _LEFT_OUT.search(answer.reply.text):
        yield from (sum(_values(turn), Decimal(0)) for turn in answer.turns)


def _values(turn: str) -> Iterator[Decimal]:
    """The sums that one message tells."""
    return (one.value for one in find_amounts(turn) if one.kind in ("amount", "number") and one.value is not None)


def _beside_paid(statement: EstimateView, bill: Decimal, told: Iterable[Decimal]) -> Iterator[Decimal]:
    """What a bill comes to before its year's limit, and what is left of it and of that beside a sum told as paid."""
    amounts = {bill, *(Decimal(line.amount) for line in statement.lines)}
    for line in statement.lines:
        with suppress(ValueError):
            amounts.add(evaluate_sum(line.formula.partition(",")[0].translate(_SIGNS)))
    yield from amounts
    yield from (abs(amount - one) for amount in amounts for one in told)


def _statements(answer: Answer) -> Iterator[EstimateView]:
    if answer.reply.estimate:
        yield answer.reply.estimate
    for call in answer.calls:
        for _, case in getattr(call.outcome, "cases", ()):
            yield case.estimate


def _differences(amounts: list[Decimal]) -> Iterator[Decimal]:
    yield from (abs(one - other) for one in amounts for other in amounts)
