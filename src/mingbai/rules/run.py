"""One run of a computation in one world: from the bill, step by step, to a statement that adds up to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from mingbai.corpus.models import Allowance, Assume, Band, Bands, Cap, Deductible, FirstOwn, Share
from mingbai.corpus.values import AtLeast, AtMost, Change, Dated, Inferred, Lost, Quantity, Readings, Table, Value
from mingbai.corpus.vocabulary import DONT_KNOW, SERVICE_ON
from mingbai.money import ZERO, percent, short, to_fen
from mingbai.rules.book import Adjustment, Computation, holds
from mingbai.rules.case import CaseError, FactValue
from mingbai.rules.days import day_words
from mingbai.rules.doubt import Doubt, Oracle
from mingbai.rules.statement import BASIC, FUND, PERSON, Line
from mingbai.rules.versions import version_on

Unit = Literal["share", "deductible", "cap", "allowance", "bound"]
_NAMES = {
    "share": "报销比例",
    "deductible": "起付线",
    "cap": "封顶线",
    "allowance": "定额",
    "bound": "分段界限",
}
_NO_LIMIT = Decimal("Infinity")
_ONE = Decimal(1)
_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Outcome:
    """What the fund pays, how the whole bill is divided, and the clauses whose adjustments held."""

    payment: Decimal
    lines: tuple[Line, ...]
    adjusted_by: tuple[str, ...]


@dataclass
class _Piece:
    """A part of the expense that the fund pays at one share."""

    label: str
    formula: str
    own_formula: str
    expense: Decimal
    share: Decimal


@dataclass
class Run:
    """The state of one run; `finish` gives the outcome."""

    computation: Computation
    known: Mapping[str, FactValue]
    oracle: Oracle
    bill: Decimal | None
    lines: list[Line] = field(default_factory=list)
    pieces: list[_Piece] = field(default_factory=list)
    expense: Decimal = ZERO
    shown: str = ""
    room: Decimal = _NO_LIMIT
    room_formula: str = ""
    room_clause: str = ""

    def __post_init__(self) -> None:
        self.clause = self.computation.clause.id
        self.expense = self.bill if self.bill is not None else ZERO
        self.shown = short(self.expense)
        self.active = [one for one in self.computation.adjustments if self._applies(one)]

    def outcome(self) -> Outcome:
        """Run every step and divide the bill."""
        self._self_funded()
        for step in self.computation.rule.steps:
            match step:
                case FirstOwn():
                    self._first_own(step)
                case Deductible():
                    self._deduct(step)
                case Share():
                    self._share(step)
                case Bands():
                    self._bands(step)
                case Cap():
                    self._cap(step)
                case Allowance():
                    self._allow(step)
        return self._finish()

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

    def _number(self, name: str | None) -> Decimal:
        value = self.known.get(name) if name else None
        return value if isinstance(value, Decimal) else ZERO

    def _applies(self, adjustment: Adjustment) -> bool:
        return all(self._meets(fact, condition) for fact, condition in adjustment.rule.when.items())

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
            row_words = fact.choices[key].shows or key
            quantity = quantity.rows[key]
        return quantity, row_words

    def _row(self, table: Table) -> str:
        value = self.known.get(table.by)
        if isinstance(value, str) and value != DONT_KNOW:
            choice = self.computation.vocabulary.facts[table.by].choices.get(value)
            for key in (value, choice.counts_as if choice else None):
                if key in table.rows:
                    return str(key)
            rows = tuple(row for row in table.rows if row in self.computation.domain[table.by])
            return rows[self.oracle.choose(table.by, "missing_fact", rows)]
        return str(self._fact(table.by))

    def _resolve(self, value: Value, unit: Unit) -> Decimal:
        """The figure in this world; where nothing bounds it, its natural bound."""
        if isinstance(value, Decimal):
            return value
        name = _NAMES[unit]
        top = _ONE if unit == "share" else _NO_LIMIT
        match value:
            case Inferred():
                return value.inferred
            case Readings():
                says = tuple(reading.says for reading in value.readings)
                key = ("reading", value.together or id(value))
                return value.readings[self.oracle.choose(key, "reading", says)].value
            case AtLeast():
                what = f"{name}原文只说不低于{_figure(value.at_least, unit)}"
                return (value.at_least, top)[self.oracle.choose(id(value), "bound", (what,) * 2, frozenset({1}))]
            case AtMost():
                what = f"{name}原文只说不高于{_figure(value.at_most, unit)}"
                return (value.at_most, ZERO)[self.oracle.choose(id(value), "bound", (what,) * 2, frozenset({1}))]
            case Lost():
                return self._lost(value, unit, name, top)

    def _lost(self, value: Lost, unit: Unit, name: str, top: Decimal) -> Decimal:
        given = self.known.get(value.ask) if value.ask else None
        if isinstance(given, Decimal):
            return self._within(given, value)
        if value.between:
            low, high = value.between
            what = f"{name}原文缺失({value.lost}),只知道在{_figure(low, unit)}到{_figure(high, unit)}之间"
            return value.between[self.oracle.choose(id(value), "lost", (what,) * 2)]
        what = f"{name}原文缺失({value.lost})"
        return (ZERO, top)[self.oracle.choose(id(value), "lost", (what,) * 2, frozenset({0, 1}))]

    def _within(self, given: Decimal, value: Lost) -> Decimal:
        """A lost figure as the person gave it; outside the bounds the text leaves, the statement could not balance."""
        low, high = value.between or (given, given)
        if not low <= given <= high:
            fact = self.computation.vocabulary.facts[str(value.ask)]
            between = f"在{short(low)}到{short(high)}之间"
            raise CaseError(str(value.ask), f"{fact.label}按原文只能{between},现在是{short(given)},请核对")
        return given

    def _adjusted(self, quantity: Quantity, unit: Unit, used: str | None = None) -> tuple[Decimal, str, str]:
        """The figure after all adjustments, how it came about, and the words of the table row it stands in."""
        changes = list(self._changes(unit, used))
        while any(change.replace is not None for change in changes):  # the doubts of what is replaced do not matter
            change = changes.pop(0)
            quantity = quantity if change.replace is None else change.replace
        value, row_words = self._look_up(quantity, unit)
        figure = self._resolve(value, unit)
        shown = _figure(figure, unit)
        for change in changes:
            figure, shown = self._change(figure, shown, change, unit)
        if unit == "share":
            figure = min(max(figure, ZERO), _ONE)
        return max(figure, ZERO), shown, row_words

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
            return self._change(figure, shown, change.readings[self.oracle.choose(key, "reading", says)], unit)
        if change.points is not None:
            return figure + change.points / _HUNDRED, f"{shown}{_signed(change.points)}个百分点"
        if change.times is not None:
            return figure * change.times, f"{shown}×{percent(change.times)}"
        if change.plus is not None:
            times = max(ZERO, self._number(change.for_each) - change.beyond) if change.for_each else _ONE
            if times == 0:
                return figure, shown
            each = _signed(change.plus) if times == 1 else f"{_signed(change.plus)}×{short(times)}"
            return figure + change.plus * times, f"{shown}{each}"
        assert change.replace is not None  # one reading of a change whose others are not replacements
        figure = self._resolve(self._look_up(change.replace, unit)[0], unit)
        return figure, _figure(figure, unit)

    # -- steps -------------------------------------------------------------------------------------------------------

    def _person(self, label: str, formula: str, amount: Decimal, clause: str | None = None) -> None:
        if amount > 0:
            self.lines.append(Line(label, formula, to_fen(amount), PERSON, clause or self.clause))

    def _self_funded(self) -> None:
        self._person("目录外自费", "医保目录以外的费用", self._apart())
        below = self._below()
        if below > 0:
            formula = f"{short(below)}以内不归大病保险"
            self.lines.append(Line("基本医保限额以内", formula, to_fen(below), BASIC, self.clause))

    def _below(self) -> Decimal:
        """The part of the whole bill under the basic plan's cap, where the excess was worked out of the two."""
        if self.computation.rule.bill == "excess" and "excess" not in self.known:
            return self._number("basic_cap") if self.bill is not None and "cost" in self.known else ZERO
        return ZERO

    def _apart(self) -> Decimal:
        """The self-funded part that stands beside the bill; nothing where it is the bill."""
        return ZERO if self.computation.rule.bill == "self_funded" else self._number("self_funded")

    def _first_own(self, step: FirstOwn) -> None:
        part, share = self._number(step.first_own.fact), step.first_own.share
        own = min(to_fen(part * share), self.expense)
        label = self.computation.vocabulary.facts[step.first_own.fact].label
        self._person(f"{label}先自付", f"{short(part)}×{percent(share)}", own)
        self._take(own)

    def _take(self, amount: Decimal) -> None:
        if amount > 0:
            self.shown = f"{self.shown}−{short(amount)}"
            self.expense -= amount

    def _deduct(self, step: Deductible) -> None:
        figure, shown, row_words = self._adjusted(step.deductible, "deductible")
        formula = f"{row_words}每{'年' if step.per == 'year' else '次'}{shown}"
        if paid := self._number(step.used):
            figure = max(ZERO, figure - paid)
            formula += f",今年已扣{short(paid)}"
        own = self.expense if figure >= self.expense else to_fen(figure)
        self._person("起付线", formula, own, self._clause_of("deductible"))
        self._take(own)

    def _clause_of(self, unit: Unit) -> str:
        """The clause of the last adjustment of a figure, else the rule's own."""
        holders = [one.clause.id for one in self.active if getattr(one.rule, unit, None)]
        return holders[-1] if holders else self.clause

    def _share(self, step: Share) -> None:
        share, shown, _ = self._adjusted(step.share, "share")
        base = f"({self.shown})" if "−" in self.shown else self.shown
        compound = not shown.endswith("%") or "×" in shown
        rate = f"({shown})" if compound else shown
        own = percent(_ONE - share)
        self.pieces.append(_Piece("医保报销", f"{base}×{rate}", f"{base}×{own}", self.expense, share))

    def _bands(self, step: Bands) -> None:
        used = self._number(step.bands.used)
        for number, band in enumerate(step.bands.each, 1):
            self._band(number, band, used)

    def _band(self, number: int, band: Band, used: Decimal) -> None:
        """Pay one band's part of the expense, which lies on the scale from `used` upwards."""
        top = used + self.expense
        start = self._adjusted(band.over, "bound")[0] if number == 1 or self.expense > 0 else ZERO
        if number == 1:
            below = max(ZERO, min(start, top) - used)
            self._person("第1段起点以下", f"{_figure(start, 'bound')}以下不报", below)
        start = max(start, used)
        if top <= start:
            return
        end = top if band.up_to is None else min(top, self._adjusted(band.up_to, "bound")[0])
        if end <= start:
            return
        share, shown, _ = self._adjusted(band.share, "share")
        base = f"({short(end)}−{short(start)})" if start else short(end)
        label = f"第{number}段报销"
        self.pieces.append(_Piece(label, f"{base}×{shown}", f"{base}×{percent(_ONE - share)}", end - start, share))

    def _cap(self, step: Cap) -> None:
        figure, shown, _ = self._adjusted(step.cap, "cap", step.used)
        used = self._number(step.used)
        room = max(ZERO, figure - used)
        formula = f"{'年' if step.per == 'year' else '单次'}封顶{shown}" + (f",今年已用{short(used)}" if used else "")
        clause = self._clause_of("cap")
        if step.limits == "payment":
            if room < self.room:
                self.room, self.room_formula, self.room_clause = room, formula, clause
        elif room < self.expense:
            self._person("超过限额", formula, self.expense - to_fen(room), clause)
            self.expense = to_fen(room)
            self.shown = short(self.expense)

    def _allow(self, step: Allowance) -> None:
        figure, shown, _ = self._adjusted(step.allowance, "allowance")
        extra, used = self._number(step.plus), self._number(step.used)
        amount = max(ZERO, figure + extra - used)
        if self.bill is not None:
            amount = min(amount, self.expense)
            self.expense -= amount
        formula = f"定额{shown}" + (f"+结转{short(extra)}" if extra else "") + (f"−已用{short(used)}" if used else "")
        self.pieces.append(_Piece("定额补助", formula, "", amount, _ONE))

    # -- the end -----------------------------------------------------------------------------------------------------

    def _finish(self) -> Outcome:
        """Round the payment once, cut it at the cap, and let the person bear the rest."""
        before_cap = to_fen(sum((piece.expense * piece.share for piece in self.pieces), ZERO))
        payment = min(before_cap, to_fen(self.room) if self.room.is_finite() else before_cap)
        sofar = exact = own = ZERO
        for piece in self.pieces:
            exact += piece.expense * piece.share
            upto = min(to_fen(exact), payment)
            self._fund(piece, upto - sofar, cut=to_fen(exact) > payment)
            sofar = upto
        covered = sum((piece.expense for piece in self.pieces), ZERO)
        own = covered - before_cap
        formula = self.pieces[0].own_formula if len(self.pieces) == 1 else "各段余下的部分"
        self._person("按比例自付", formula, own)
        self._person("超过封顶线", self.room_formula, before_cap - payment, self.room_clause)
        if self.bill is not None:
            rest = self.bill + self._apart() + self._below() - sum((line.amount for line in self.lines), ZERO)
            self._person("其余自付", "这一项不报的部分", rest)
        return Outcome(payment, tuple(self.lines), tuple(one.clause.id for one in self.active))

    def _fund(self, piece: _Piece, amount: Decimal, cut: bool) -> None:
        if amount > 0:
            formula = f"{piece.formula},到封顶为止" if cut else piece.formula
            self.lines.append(Line(piece.label, formula, amount, FUND, self._clause_of_payment()))

    def _clause_of_payment(self) -> str:
        return self._clause_of("share")


def _figure(figure: Decimal, unit: Unit) -> str:
    if not figure.is_finite():
        return "不限"
    return percent(figure) if unit == "share" else short(figure)


def _signed(number: Decimal) -> str:
    return f"−{short(-number)}" if number < 0 else f"+{short(number)}"


def assumed(
    computation: Computation, facts: Mapping[str, FactValue]
) -> tuple[dict[str, FactValue], tuple[Assume, ...]]:
    """The facts with what the rules assume for those nobody gave, and the assumptions taken.

    A number that the person does not know is assumed like one nobody gave; a choice or a day is explored.
    """
    kinds = {name: fact.kind for name, fact in computation.vocabulary.facts.items()}
    known = {name: value for name, value in facts.items() if value != DONT_KNOW or kinds[name] in ("choice", "date")}
    taken: list[Assume] = []
    for assume in computation.assumes:
        if assume.fact in known:
            continue
        if all(holds(c, known.get(fact), computation.vocabulary, fact) for fact, c in assume.when.items()):
            known[assume.fact] = assume.value
            taken.append(assume)
    return known, tuple(taken)
