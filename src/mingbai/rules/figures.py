"""The figures of a computation in one world: looked up for the case, their doubts decided, adjustments applied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from mingbai.corpus.conditions import Condition
from mingbai.corpus.values import AtLeast, AtMost, Change, Dated, Inferred, Lost, Quantity, Readings, Table, Value
from mingbai.corpus.vocabulary import DONT_KNOW, SERVICE_ON
from mingbai.money import ZERO, percent, short
from mingbai.rules.book import Adjustment, Computation, holds
from mingbai.rules.case import CaseError, FactValue
from mingbai.rules.days import day_words
from mingbai.rules.doubt import Doubt, Oracle
from mingbai.rules.versions import version_on

Unit = Literal["share", "deductible", "cap", "allowance", "bound"]
NO_LIMIT = Decimal("Infinity")
ONE = Decimal(1)
_NAMES = {
    "share": "报销比例",
    "deductible": "起付线",
    "cap": "封顶线",
    "allowance": "定额",
    "bound": "分段界限",
}
_HUNDRED = Decimal(100)


@dataclass
class Figures:
    """The figures for one case in one world; `active` are the adjustments whose conditions it meets.

    `aside` stands before the name of a doubtful figure: which side of a comparison it belongs to.
    """

    computation: Computation
    known: Mapping[str, FactValue]
    oracle: Oracle
    aside: str = ""

    def __post_init__(self) -> None:
        self.active = [one for one in self.computation.adjustments if self._applies(one)]

    def number(self, name: str | None) -> Decimal:
        """An amount or count of the case, 0 where it is not there."""
        value = self.known.get(name) if name else None
        return value if isinstance(value, Decimal) else ZERO

    def adjusted(self, quantity: Quantity, unit: Unit, used: str | None = None) -> tuple[Decimal, str, str]:
        """The figure after all adjustments, how it came about, and the words of the table row it stands in."""
        changes = list(self._changes(unit, used))
        while any(change.replace is not None for change in changes):  # the doubts of what is replaced do not matter
            change = changes.pop(0)
            quantity = quantity if change.replace is None else change.replace
        value, row_words = self._look_up(quantity, unit)
        figure = self._resolve(value, unit)
        shown = figure_words(figure, unit)
        for change in changes:
            figure, shown = self._change(figure, shown, change, unit)
        if unit == "share":
            figure = min(max(figure, ZERO), ONE)
        return max(figure, ZERO), shown, row_words

    def clause_of(self, unit: Unit) -> str:
        """The clause of the last adjustment of a figure, else the rule's own."""
        holders = [one.clause.id for one in self.active if getattr(one.rule, unit, None)]
        return holders[-1] if holders else self.computation.clause.id

    # -- facts -------------------------------------------------------------------------------------------------------

    def _fact(self, name: str) -> FactValue:
        """The value of a fact in this world; one that is not there is explored over its choices."""
        value = self.known.get(name)
        if value is not None and value != DONT_KNOW:
            return value
        choices = self.computation.domain[name]
        return choices[self._explored(name, choices)]

    def _explored(self, name: str, answers: Sequence[str]) -> int:
        """Which of the answers to a fact that is not there is the one of this world."""
        label = self.computation.vocabulary.facts[name].label
        kind: Doubt = "unknown_fact" if self.known.get(name) == DONT_KNOW else "missing_fact"
        return self.oracle.choose(name, kind, tuple(f"{label}是{answer}" for answer in answers))

    def _day(self) -> date:
        """The day of the case; one that is not there is explored over the periods of the dated figures."""
        given = self.known.get(SERVICE_ON)
        if isinstance(given, date):
            return given
        starts = self.computation.period_starts
        return starts[self._explored(SERVICE_ON, tuple(f"{day_words(day)}起" for day in starts))]

    def _applies(self, adjustment: Adjustment) -> bool:
        return self.meet(adjustment.rule.when)

    def meet(self, when: Mapping[str, Condition]) -> bool:
        """Whether the case meets every condition; a fact that is not there is explored."""
        return all(self._meets(fact, condition) for fact, condition in when.items())

    def _meets(self, fact: str, condition: object) -> bool:
        if self.computation.vocabulary.facts[fact].kind == "choice":
            return holds(condition, self._fact(fact), self.computation.vocabulary, fact)  # type: ignore[arg-type]
        return holds(condition, self.known.get(fact), self.computation.vocabulary, fact)  # type: ignore[arg-type]

    # -- figures -----------------------------------------------------------------------------------------------------

    def _look_up(self, quantity: Quantity, unit: Unit) -> tuple[Value, str]:
        """The value that tables and versions hold for this case, and the words of the last row."""
        row_words = ""
        while isinstance(quantity, Table | Dated):
            if isinstance(quantity, Dated):
                quantity = version_on(quantity, self._day(), _NAMES[unit])
                continue
            key = self._row(quantity)
            fact = self.computation.vocabulary.facts[quantity.by]
            row_words = fact.shown(key)
            quantity = quantity.rows[key]
        return quantity, row_words

    def _row(self, table: Table) -> str:
        value = self.known.get(table.by)
        if isinstance(value, str) and value != DONT_KNOW:
            choice = self.computation.vocabulary.facts[table.by].choices.get(value)
            for key in (value, *(choice.stands_for if choice else ())):
                if key in table.rows:
                    return key
            rows = tuple(row for row in table.rows if row in self.computation.domain[table.by])
            return rows[self.oracle.choose(table.by, "missing_fact", rows)]
        return str(self._fact(table.by))

    def _resolve(self, value: Value, unit: Unit) -> Decimal:
        """The figure in this world; where nothing bounds it, its natural bound."""
        if isinstance(value, Decimal):
            return value
        name = f"{self.aside}{_NAMES[unit]}"
        top = ONE if unit == "share" else NO_LIMIT
        match value:
            case Inferred():
                return value.inferred
            case Readings():
                says = tuple(reading.says for reading in value.readings)
                key = ("reading", value.together or id(value))
                return value.readings[self.oracle.choose(key, "reading", says)].value
            case AtLeast():
                what = f"{name}原文只说不低于{figure_words(value.at_least, unit)}"
                return (value.at_least, top)[self.oracle.choose(id(value), "bound", (what,) * 2, frozenset({1}))]
            case AtMost():
                given = self.known.get(value.ask) if value.ask else None
                if isinstance(given, Decimal):
                    return self._within(given, ZERO, value.at_most, str(value.ask))
                what = f"{name}原文只说不高于{figure_words(value.at_most, unit)}"
                return (value.at_most, ZERO)[self.oracle.choose(id(value), "bound", (what,) * 2, frozenset({1}))]
            case Lost():
                return self._lost(value, unit, name, top)

    def _lost(self, value: Lost, unit: Unit, name: str, top: Decimal) -> Decimal:
        given = self.known.get(value.ask) if value.ask else None
        if isinstance(given, Decimal):
            return self._within(given, *(value.between or (given, given)), str(value.ask))
        if value.between:
            low, high = value.between
            what = f"{name}原文缺失({value.lost}),只知道在{figure_words(low, unit)}到{figure_words(high, unit)}之间"
            return value.between[self.oracle.choose(id(value), "lost", (what,) * 2)]
        what = f"{name}原文缺失({value.lost})"
        return (ZERO, top)[self.oracle.choose(id(value), "lost", (what,) * 2, frozenset({0, 1}))]

    def _within(self, given: Decimal, low: Decimal, high: Decimal, ask: str) -> Decimal:
        """A figure as the person gave it; outside the bounds the text leaves, the statement could not balance."""
        if not low <= given <= high:
            fact = self.computation.vocabulary.facts[ask]
            between = f"在{short(low)}到{short(high)}之间"
            raise CaseError(ask, f"{fact.label}按原文只能{between},现在是{short(given)},请核对")
        return given

    def _changes(self, unit: Unit, used: str | None) -> Iterator[Change]:
        for adjustment in self.active:
            if unit == "cap" and adjustment.rule.cap_of not in (None, used):
                continue
            change = getattr(adjustment.rule, unit, None)
            if change:
                yield change

    def _change(self, figure: Decimal, shown: str, change: Change, unit: Unit) -> tuple[Decimal, str]:
        if change.readings:
            says = tuple(reading.says for reading in change.readings)
            key = ("reading", change.together or id(change))
            if change.set_locally:
                taken = self.oracle.choose(key, "bound", (change.set_locally,) * len(says))
            else:
                taken = self.oracle.choose(key, "reading", says)
            return self._change(figure, shown, change.readings[taken], unit)
        if change.points is not None:
            return figure + change.points / _HUNDRED, f"{shown}{_signed(change.points)}个百分点"
        if change.times is not None:
            return figure * change.times, f"{shown}×{percent(change.times)}"
        if change.plus is not None:
            times = max(ZERO, self.number(change.for_each) - change.beyond) if change.for_each else ONE
            if times == 0:
                return figure, shown
            each = _signed(change.plus) if times == 1 else f"{_signed(change.plus)}×{short(times)}"
            return figure + change.plus * times, f"{shown}{each}"
        assert change.replace is not None  # one reading of a change whose others are not replacements
        figure = self._resolve(self._look_up(change.replace, unit)[0], unit)
        return figure, figure_words(figure, unit)


def figure_words(figure: Decimal, unit: Unit) -> str:
    """A figure as formulas show it: a percentage, yuan, or 不限 where nothing limits it."""
    if not figure.is_finite():
        return "不限"
    return percent(figure) if unit == "share" else short(figure)


def _signed(number: Decimal) -> str:
    return f"−{short(-number)}" if number < 0 else f"+{short(number)}"
