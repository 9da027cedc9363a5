"""What comes out in one world: of an estimate, of the higher of two (就高), or of layers that pay one after the other.

In a stack the bill of each layer is what the layers before left of it. As no layer pays more of a bill than it grows
by, the sum of all rises with every single figure, so that here too the ends of what is doubtful bound the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from mingbai.corpus.audit import step_facts
from mingbai.corpus.stacks import BILLS_LEFT
from mingbai.money import ZERO, short, to_fen, words
from mingbai.rules.book import Computation, Layer
from mingbai.rules.case import CaseError, FactValue
from mingbai.rules.doubt import Oracle
from mingbai.rules.figures import Figures
from mingbai.rules.run import Outcome, Run
from mingbai.rules.statement import PERSON, Line, pays

_PLAIN_LABEL = "医保报销"
_OF_ONE_BILL = frozenset({"cost", "self_funded", "basic_cap", *BILLS_LEFT})
_OTHER_SIDE = "两条就高,另一条的"


def outcome(computation: Computation, known: Mapping[str, FactValue], oracle: Oracle, bill: Decimal | None) -> Outcome:
    """How a bill is divided in the world of an oracle.

    Raises:
        CaseError: where amounts of the case contradict each other.
        DayNotCoveredError: where a figure that decides is not written for the day of the case.
    """
    if computation.layers:
        return _Stack(computation, known, oracle, bill or ZERO).outcome()
    run = Run(computation, known, oracle, bill)
    optional = [one for one in run.figures.active if one.rule.if_higher]
    if not optional:
        return run.outcome()
    always = tuple(one for one in computation.adjustments if not one.rule.if_higher)
    made = [
        replace(computation, adjustments=tuple(a for a in computation.adjustments if a in (*always, one)))
        for one in optional
    ]
    sides = [Run(one, known, oracle, bill).outcome() for one in made]
    sides.append(Run(replace(computation, adjustments=always), known, oracle, bill, _OTHER_SIDE).outcome())
    return max(sides, key=lambda one: one.payment)


@dataclass
class _Stack:
    """A bill on its way through the layers: what was paid, what the person still bears, the lines so far."""

    computation: Computation
    known: Mapping[str, FactValue]
    oracle: Oracle
    bill: Decimal
    lines: tuple[Line, ...] = ()
    paid: Decimal = ZERO
    over_cap: Decimal = ZERO
    adjusted_by: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def outcome(self) -> Outcome:
        """Run every layer from the one whose bill was given."""
        figures = Figures(self.computation, self.known, self.oracle)
        begun = False
        for layer, following in self._from_bill():
            if not figures.meet(layer.rule.when):
                continue
            left = following and not begun and self._left_after(layer, following)
            if isinstance(left, Decimal):
                self._told(layer, left)
            else:
                self._run(layer, begun)
            begun = True
        if not begun:
            self._told(self.computation.layers[-1], self.bill)
        return Outcome(self.paid, self.lines, tuple(self.adjusted_by), self.over_cap)

    def _from_bill(self) -> Iterable[tuple[Layer, Layer | None]]:
        """The layers from the one whose bill was given, each with the one after it."""
        layers = self.computation.layers
        fact = self.computation.bill_of(self.known)
        start = next(number for number, one in enumerate(layers) if one.computation.rule.bill == fact)
        return list(zip(layers[start:], (*layers[start + 1 :], None), strict=True))

    def _left_after(self, layer: Layer, following: Layer) -> Decimal | None:
        """What the person said they still had to bear after the first layer, beside the whole bill."""
        fact = following.computation.rule.bill
        left = self.known.get(fact)
        if fact == layer.computation.rule.bill or fact != "own_share" or not isinstance(left, Decimal):
            return None
        if left > self.bill:
            label = self.computation.vocabulary.facts[fact].label
            raise CaseError(fact, f"{label}({words(left)})不能比总费用({words(self.bill)})还多,请核对")
        return left

    def _told(self, layer: Layer, left: Decimal) -> None:
        clause = layer.computation.clause.id
        own = self.known.get("self_funded")
        self.paid = to_fen(self.bill - left)
        found = (
            Line("目录外自费", "医保目录以外的费用", own if isinstance(own, Decimal) else ZERO, PERSON, clause),
            Line(_PLAIN_LABEL, f"{short(self.bill)}−{short(left)}", self.paid, layer.rule.payer, clause),
            Line("报完还剩", "按说的数", left, PERSON, clause),
        )
        self.lines = tuple(replace(line, amount=to_fen(line.amount)) for line in found if line.amount > 0)

    def _run(self, layer: Layer, begun: bool) -> None:
        """Let a layer pay; one that pays nothing leaves the lines as they are."""
        rule = layer.computation.rule
        bill, known = self.bill, self.known
        if begun:
            bill = self.over_cap if rule.bill == "excess" else self.bill - self.paid
            kept = {fact: value for fact, value in self.known.items() if fact not in _OF_ONE_BILL | self.used}
            known = {**kept, rule.bill: bill}
        self.used |= {fact for step in rule.steps for fact in step_facts(step)}
        if bill <= 0:
            return
        part = outcome(layer.computation, known, self.oracle, bill)
        self.over_cap = part.over_cap
        self.adjusted_by += (layer.computation.clause.id, *part.adjusted_by)
        if part.payment > 0 or not begun:
            is_first = layer is self.computation.layers[0]
            named = tuple(_named(line, layer, is_first) for line in part.lines)
            self.lines = (*_relieved(self.lines, bill), *named)
            self.paid += part.payment


def _named(line: Line, layer: Layer, is_first: bool) -> Line:
    """A line of a layer: what it pays is called by the layer's kind of care, except of the first."""
    if not pays(line.payer):
        return line
    care = "" if is_first else layer.rule.care or ""
    label = line.label.removeprefix(_PLAIN_LABEL) if care else line.label
    return replace(line, label=f"{care}{label}", payer=layer.rule.payer)


def _relieved(lines: Sequence[Line], amount: Decimal) -> tuple[Line, ...]:
    """The lines without an amount that the person no longer bears there, taken off their last lines first."""
    kept: list[Line] = []
    for line in reversed(lines):
        cut = min(amount, line.amount) if line.payer == PERSON else ZERO
        amount -= cut
        if cut == 0:
            kept.append(line)
        elif cut < line.amount:
            kept.append(replace(line, amount=line.amount - cut, formula=f"{line.formula}−{short(cut)}"))
    return tuple(reversed(kept))
