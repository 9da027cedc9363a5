"""The sums of worked cases held against the case itself and the figures of its policy.

The engine and arithmetic see a changed result. They do not see a figure that changes nothing: an amount above a cap, a
share of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import permutations
from typing import Any

from pydantic import BaseModel

from mingbai.audit.figures import SHARE, Figure, figures_in
from mingbai.audit.inferring import inferred_forms
from mingbai.audit.rule_figures import forms_in
from mingbai.audit.walking import everything_in
from mingbai.corpus.cases import DeadlineCase, WaitingCase
from mingbai.corpus.models import Clause, Policy
from mingbai.money import short
from mingbai.rules.worked.sums import NUMERAL, evaluate_sum

_Values = frozenset[Decimal]
_PARTS = {"%": 100, "‰": 1000}
_INNER = re.compile(r"\(([^()]*)\)")
_TERM = re.compile(r"(\d+(?:\.\d+)?)\*")
_DATED = DeadlineCase | WaitingCase
_BILLS = ("cost", "own_share", "excess", "self_funded")
_CAPPED = "min("


def strange_figures(policy: Policy) -> Iterator[tuple[Clause, str]]:
    """Each figure in the sum of a worked case that neither the case nor its policy gives; each bill a sum leaves out.

    A figure may also be the sum or difference of two others (a band's width), or what another case of the clause pays.
    The days that a date is counted by are the calendar's.
    """
    rules = frozenset(form for clause in policy.clauses for form in _ruled(clause))
    said = rules | frozenset(figure for clause in policy.clauses for figure in figures_in(clause.text))
    values, ruled, shares = _values(said), _values(rules), _shares(rules, said)
    for clause in policy.clauses:
        paid = frozenset(value for case in clause.cases for value in _numbers(case.pays))
        for case in (*clause.cases, *(one for worked in clause.worked for one in worked.cases)):
            if not isinstance(case, _DATED):
                yield from ((clause, message) for message in _messages(_Case(case, ruled, values | paid, shares)))


@dataclass(frozen=True)
class _Case:
    """A worked case with the figures of the rules of its policy, and with all that its clauses say."""

    case: BaseModel
    ruled: _Values
    said: _Values
    shares: _Values

    @cached_property
    def sums(self) -> tuple[str, ...]:
        """The sums that the case writes out."""
        fields = [name for name in type(self.case).model_fields if name == "sum" or name.endswith("_sum")]
        texts = (everything_in(getattr(self.case, name)) for name in fields)
        return tuple(one for text in texts for one in text if isinstance(one, str))

    @cached_property
    def own(self) -> _Values:
        """The numbers of the case, and what the brackets of its sums come to."""
        return frozenset(_numbers(self.case)) | frozenset(part for text in self.sums for part in _parts(text))

    def knows(self, numeral: str) -> bool:
        """Whether the case or its policy says a number, or two that it comes of; a share comes of shares alone."""
        value = _value(numeral)
        if numeral[-1] in _PARTS:
            return value in self.shares
        remark = _values(figures_in(getattr(self.case, "why", None) or ""))
        if value in self.own | self.said | remark:
            return True
        amounts = self.own | self.ruled
        return any(value + one in amounts for one in amounts) or any(value - one in self.ruled for one in self.ruled)


def _messages(one: _Case) -> Iterator[str]:
    for text in one.sums:
        for numeral in NUMERAL.findall(text):
            if not one.knows(numeral):
                yield f"算例的算式 {text} 里的 {numeral} 不是算例和条款里的数"
        if _CAPPED in text:
            for bill in _bills(one.case):
                if bill not in {_value(numeral) for numeral in NUMERAL.findall(text)} and bill != _terms(text):
                    yield f"算例的算式 {text} 没有用到 {short(bill)}"


def _bills(case: BaseModel) -> Iterator[Decimal]:
    given = getattr(case, "given", {})
    return (given[name] for name in _BILLS if isinstance(given.get(name), Decimal))


def _terms(text: str) -> Decimal:
    """The sum of all amounts that a share is taken of: the whole bill, cut into bands."""
    return sum(map(Decimal, _TERM.findall(text)), Decimal(0))


def _parts(text: str) -> Iterator[Decimal]:
    """What the brackets of a sum come to."""
    for found in _INNER.finditer(text):
        if "," not in found[1]:
            yield evaluate_sum(found[1])


def _ruled(clause: Clause) -> Iterator[Figure]:
    for rule in clause.rules:
        for forms in (*forms_in(rule), *inferred_forms(rule)):
            yield from forms


def _values(figures: frozenset[Figure]) -> _Values:
    return frozenset(figure.value for figure in figures)


def _shares(rules: frozenset[Figure], said: frozenset[Figure]) -> _Values:
    """The shares that are said, what two of the rules come to together (85% and 2 points), and nothing."""
    ruled = {figure.value for figure in rules if figure.family == SHARE}
    both = {value for a, b in permutations(ruled, 2) for value in (a + b, a - b)}
    return frozenset(figure.value for figure in said if figure.family == SHARE) | both | {Decimal(0)}


def _numbers(value: Any) -> Iterator[Decimal]:
    return (Decimal(one) for one in everything_in(value) if isinstance(one, Decimal))


def _value(numeral: str) -> Decimal:
    return Decimal(numeral.rstrip("%‰")) / _PARTS.get(numeral[-1], 1)
