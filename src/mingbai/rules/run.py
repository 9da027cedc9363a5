"""One run of a computation in one world: from the bill, step by step, to a statement that adds up to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from mingbai.corpus.models import Allowance, Assume, Band, Bands, Cap, Deductible, FirstOwn, Share
from mingbai.corpus.vocabulary import DONT_KNOW
from mingbai.money import ZERO, percent, short, to_fen
from mingbai.rules.book import Computation, holds
from mingbai.rules.case import FactValue
from mingbai.rules.doubt import Oracle
from mingbai.rules.figures import NO_LIMIT, ONE, Figures, figure_words
from mingbai.rules.statement import BASIC, FUND, PERSON, Line


@dataclass(frozen=True)
class Outcome:
    """What is paid, how the whole bill is divided, and the clauses whose adjustments held.

    `over_cap` is the part of the bill above the caps, of which nothing was paid.
    """

    payment: Decimal
    lines: tuple[Line, ...]
    adjusted_by: tuple[str, ...]
    over_cap: Decimal = ZERO


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
    aside: str = ""
    lines: list[Line] = field(default_factory=list)
    pieces: list[_Piece] = field(default_factory=list)
    expense: Decimal = ZERO
    over_limit: Decimal = ZERO
    shown: str = ""
    room: Decimal = NO_LIMIT
    room_formula: str = ""
    room_clause: str = ""

    def __post_init__(self) -> None:
        self.clause = self.computation.clause.id
        self.expense = self.bill if self.bill is not None else ZERO
        self.shown = short(self.expense)
        self.figures = Figures(self.computation, self.known, self.oracle, self.aside)

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
            return self.figures.number("basic_cap") if self.bill is not None and "cost" in self.known else ZERO
        return ZERO

    def _apart(self) -> Decimal:
        """The self-funded part that stands beside the bill; nothing where it is the bill."""
        return ZERO if self.computation.bill_of(self.known) == "self_funded" else self.figures.number("self_funded")

    def _first_own(self, step: FirstOwn) -> None:
        part, share = self.figures.number(step.first_own.fact), step.first_own.share
        own = min(to_fen(part * share), self.expense)
        label = self.computation.vocabulary.facts[step.first_own.fact].label
        self._person(f"{label}先自付", f"{short(part)}×{percent(share)}", own)
        self._take(own)

    def _take(self, amount: Decimal) -> None:
        if amount > 0:
            self.shown = f"{self.shown}−{short(amount)}"
            self.expense -= amount

    def _deduct(self, step: Deductible) -> None:
        figure, shown, row_words = self.figures.adjusted(step.deductible, "deductible")
        formula = f"{row_words}每{'年' if step.per == 'year' else '次'}{shown}"
        if paid := self.figures.number(step.used):
            figure = max(ZERO, figure - paid)
            formula += f",今年已扣{short(paid)}"
        own = self.expense if figure >= self.expense else to_fen(figure)
        self._person("起付线", formula, own, self.figures.clause_of("deductible"))
        self._take(own)

    def _share(self, step: Share) -> None:
        share, shown, _ = self.figures.adjusted(step.share, "share")
        base = f"({self.shown})" if "−" in self.shown else self.shown
        compound = not shown.endswith("%") or "×" in shown
        rate = f"({shown})" if compound else shown
        own = percent(ONE - share)
        self.pieces.append(_Piece("医保报销", f"{base}×{rate}", f"{base}×{own}", self.expense, share))

    def _bands(self, step: Bands) -> None:
        used = self.figures.number(step.bands.used)
        for number, band in enumerate(step.bands.each, 1):
            self._band(number, band, used)

    def _band(self, number: int, band: Band, used: Decimal) -> None:
        """Pay one band's part of the expense, which lies on the scale from `used` upwards."""
        top = used + self.expense
        start = self.figures.adjusted(band.over, "bound")[0] if number == 1 or self.expense > 0 else ZERO
        if number == 1:
            below = max(ZERO, min(start, top) - used)
            self._person("第1段起点以下", f"{figure_words(start, 'bound')}以下不报", below)
        start = max(start, used)
        if top <= start:
            return
        end = top if band.up_to is None else min(top, self.figures.adjusted(band.up_to, "bound")[0])
        if end <= start:
            return
        share, shown, _ = self.figures.adjusted(band.share, "share")
        base = f"({short(end)}−{short(start)})" if start else short(end)
        label = f"第{number}段报销"
        self.pieces.append(_Piece(label, f"{base}×{shown}", f"{base}×{percent(ONE - share)}", end - start, share))

    def _cap(self, step: Cap) -> None:
        figure, shown, _ = self.figures.adjusted(step.cap, "cap", step.used)
        used = self.figures.number(step.used)
        room = max(ZERO, figure - used)
        formula = f"{'年' if step.per == 'year' else '单次'}封顶{shown}" + (f",今年已用{short(used)}" if used else "")
        clause = self.figures.clause_of("cap")
        if step.limits == "payment":
            if room < self.room:
                self.room, self.room_formula, self.room_clause = room, formula, clause
        elif room < self.expense:
            self.over_limit += self.expense - to_fen(room)
            self._person("超过限额", formula, self.expense - to_fen(room), clause)
            self.expense = to_fen(room)
            self.shown = short(self.expense)

    def _allow(self, step: Allowance) -> None:
        figure, shown, _ = self.figures.adjusted(step.allowance, "allowance")
        extra, used = self.figures.number(step.plus), self.figures.number(step.used)
        amount = max(ZERO, figure + extra - used)
        if self.bill is not None:
            amount = min(amount, self.expense)
            self.expense -= amount
        formula = f"定额{shown}" + (f"+结转{short(extra)}" if extra else "") + (f"−已用{short(used)}" if used else "")
        self.pieces.append(_Piece("定额补助", formula, "", amount, ONE))

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
        adjusted_by = tuple(one.clause.id for one in self.figures.active)
        return Outcome(payment, tuple(self.lines), adjusted_by, self._over_cap(exact - self.room))

    def _over_cap(self, cut: Decimal) -> Decimal:
        """The part of the bill above the caps: above a limit, and the expense of which the payment was cut off."""
        over = self.over_limit
        for piece in reversed(self.pieces):
            unpaid = min(cut, piece.expense * piece.share)
            if unpaid > 0:
                over += unpaid / piece.share
                cut -= unpaid
        return to_fen(over)

    def _fund(self, piece: _Piece, amount: Decimal, cut: bool) -> None:
        if amount > 0:
            formula = f"{piece.formula},到封顶为止" if cut else piece.formula
            self.lines.append(Line(piece.label, formula, amount, FUND, self.figures.clause_of("share")))


def assumed(
    computation: Computation, facts: Mapping[str, FactValue]
) -> tuple[dict[str, FactValue], tuple[Assume, ...]]:
    """The facts with what the rules assume for those nobody gave, and the assumptions taken.

    A number that the person does not know is assumed like one nobody gave; a choice or a day is explored.
    """
    about = computation.vocabulary.facts
    known = {
        name: value for name, value in facts.items() if value != DONT_KNOW or about[name].kind in ("choice", "date")
    }
    taken: list[Assume] = []
    for assume in computation.assumes:
        if assume.fact in known:
            continue
        if not assume.when or all(
            holds(condition, known.get(fact), computation.vocabulary, fact) for fact, condition in assume.when.items()
        ):
            known[assume.fact] = assume.value
            taken.append(assume)
    return known, tuple(taken)
