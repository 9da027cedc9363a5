"""How often a clause has a figure, held against how often its passage, rules and sums do.

A figure changed to another of its passage makes that one stand once more than anything calls for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from mingbai.audit.beside import places_in
from mingbai.audit.figures import LARGEST_SMALL, RANK, Figure, figures_in, mentions_in
from mingbai.audit.inferring import inferred_forms
from mingbai.audit.rule_figures import forms_in, texts_in
from mingbai.audit.sums import sums_in
from mingbai.audit.walking import everything_in
from mingbai.corpus.kinds.dates import MonthDay
from mingbai.corpus.kinds.money import PremiumGroup
from mingbai.corpus.kinds.stacks import StacksRule
from mingbai.corpus.models import Clause
from mingbai.corpus.values import ChangeReading

_ROWS = PremiumGroup | ChangeReading
_DAYS = date | MonthDay


def repeated(clause: Clause, passage: str) -> Iterator[str]:
    """Each figure of the words that stands there more often than in the passage, the rules and as a result of sums.

    A rule calls for a figure once, and once more for each row, reading and day of it. What neither the passage nor a
    rule has is named elsewhere; 一, ranks (三级) and small counts of our own are named as often as one likes. A clause
    that stacks what other clauses pay explains their figures as often as it needs.
    """
    if any(isinstance(rule, StacksRule) for rule in clause.rules):
        return
    told = [figures for _, figures in mentions_in(passage)]
    said = [place.figures for place in places_in(clause.text) if not place.is_operand]
    called = list(_called_for(clause))
    for figure in sorted(frozenset().union(*said), key=str):
        if figure.family == RANK or figure.value == 1:
            continue
        count, there = _count(figure, said), _count(figure, told)
        calls = _count(figure, called)
        is_known = there or (calls and figure.value > LARGEST_SMALL)
        if is_known and count > there + calls:
            yield f"{figure} 写了 {count} 次,原文只有 {there} 次"


def _called_for(clause: Clause) -> Iterator[frozenset[Figure]]:
    """What the words may say once more: the figures of each rule, of each of its rows and readings, of each result."""
    for rule in clause.rules:
        inferred = (form for forms in inferred_forms(rule) for form in forms)
        texts = (figure for text in texts_in(rule) for figure in figures_in(text))
        yield frozenset((*_forms(rule), *inferred, *texts))
        yield from (_forms(one) for one in everything_in(rule) if isinstance(one, _ROWS))
        yield from (_parts_of(one) for one in everything_in(rule) if isinstance(one, _DAYS))
    yield frozenset(figure for one in sums_in(clause.text) for figure in one.figures - one.operands)


def _forms(part: BaseModel) -> frozenset[Figure]:
    return frozenset(form for forms in forms_in(part) for form in forms)


def _parts_of(day: date | MonthDay) -> frozenset[Figure]:
    """The year and the month of a day, which words may repeat (9月1日到9月30日)."""
    year = [Figure(Decimal(day.year), "年")] if isinstance(day, date) else []
    return frozenset((*year, Figure(Decimal(day.month), "月")))


def _count(figure: Figure, those: list[frozenset[Figure]]) -> int:
    return sum(1 for one in those if figure.stands_in(one))
