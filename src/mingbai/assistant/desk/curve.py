"""How the payment grows with the bill: its points, and the kinks where a rule sets in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, pairwise

from mingbai.assistant.desk.form import Form
from mingbai.assistant.toolbox import Toolbox
from mingbai.money import ZERO, short
from mingbai.rules.case import Case, CaseError
from mingbai.rules.estimate import Estimate, Missing, estimate
from mingbai.rules.statement import TOGETHER, pays

_FEN = Decimal("0.01")
_ONE = Decimal(1)
_LARGEST = Decimal(1_000_000)
_STEPS = 40
_LEAST_TOP = Decimal(20_000)
_FARTHEST = 12  # a kink that lies at more than so many times the bill is left out of the picture
_MARGIN = Decimal("1.15")
_SETS_IN = {
    "超过封顶线": "到封顶线了({formula}),费用再多也不多报",
    "超过限额": "到限额了({formula}),超过的费用不再算",
    "起付线": "先自己付起付线({formula})",
}
_MAY_SET_IN = {"超过封顶线": "最多的算法从这里起到封顶线({formula}),不再多报"}
"""What is said where the payment is known within bounds, and only the upper one has come so far."""


@dataclass(frozen=True)
class Point:
    """A bill in yuan and what is paid of it at least and at most."""

    bill: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Kink:
    """A bill in yuan at which a rule sets in, and which."""

    at: Point
    says: str


@dataclass(frozen=True)
class Curve:
    """Bill against payment up to `top`; `now` is the bill of the case, where one was given."""

    points: tuple[Point, ...]
    kinks: tuple[Kink, ...]
    top: Decimal
    now: Point | None


def curve(toolbox: Toolbox, asked: Form) -> Curve | None:
    """The curve of a form's case over the bill; None while other facts are missing or the bill plays no part."""
    run = _Run(toolbox, asked)
    if run.at(_LEAST_TOP) is None:
        return None
    kinks = tuple({kink.says: kink for kink in reversed(tuple(run.kinks()))}.values())[::-1]
    bill = run.bill()
    standing = max(bill or ZERO, _LEAST_TOP)
    near = [kink.at.bill for kink in kinks if kink.at.bill <= standing * _FARTHEST]
    top = _nice(max([standing * _MARGIN, *(bill * _MARGIN for bill in near)]))
    shown = tuple(kink for kink in kinks if kink.at.bill < top)
    points = _bounded(tuple(run.points(top, [*(kink.at.bill for kink in shown), *filter(None, [bill])])))
    return Curve(points, shown, top, next((point for point in points if point.bill == bill), None))


def _bounded(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points, a side the source leaves open bounded by larger bills: a smaller bill never pays more than those."""
    most = tuple(accumulate((point.high for point in reversed(points)), min))
    return tuple(replace(point, high=high) for point, high in zip(points, reversed(most), strict=True))


@dataclass
class _Run:
    toolbox: Toolbox
    asked: Form

    def __post_init__(self) -> None:
        self.book = self.toolbox.library.books[self.asked.policy]
        self.fact = self.book.by_care[self.asked.facts["care"]].bill_of(self.asked.facts)
        self.labels: dict[Decimal, frozenset[str]] = {}
        self.facts: Mapping[str, str] = {k: v for k, v in self.asked.facts.items() if k != self.fact}

    def at(self, bill: Decimal) -> Estimate | None:
        """What comes out for a bill."""
        try:
            case = Case.read({**self.facts, self.fact: bill}, self.toolbox.library.corpus.vocabulary)
            result = estimate(self.book, case)
        except CaseError:
            return None
        return None if isinstance(result, Missing) else result

    def bill(self) -> Decimal | None:
        """The bill of the case, where a usable one was given."""
        try:
            said = {self.fact: self.asked.facts[self.fact]}
            return Case.read(said, self.toolbox.library.corpus.vocabulary).amount(self.fact)
        except (KeyError, CaseError):
            return None

    def point(self, bill: Decimal) -> Point:
        """A point of the curve; a side the source leaves open reaches to nothing, or to the whole bill."""
        result = self.at(bill)
        if result is None:
            return Point(bill, ZERO, ZERO)
        return Point(bill, result.low if result.low is not None else ZERO, bill if result.high is None else result.high)

    def points(self, top: Decimal, kinks: list[Decimal]) -> Iterator[Point]:
        """The points from nothing to `top`, every kink among them."""
        even = {(top * step / _STEPS).quantize(_ONE) for step in range(1, _STEPS + 1)}
        yield Point(ZERO, ZERO, ZERO)
        yield from (self.point(bill) for bill in sorted(even | set(kinks)) if bill > 0)

    def kinks(self) -> Iterator[Kink]:
        """Where the statement gets another kind of line, found by halving."""
        rising = [Decimal(10)]
        while rising[-1] < _LARGEST:
            rising.append((rising[-1] * Decimal("1.2")).quantize(_ONE))
        for low, high in pairwise(rising):
            for edge in self._edges(low, high):
                says = self._says(edge - _ONE, edge + _ONE)
                if says:
                    yield Kink(self.point(edge.quantize(_ONE)), says)

    def _edges(self, low: Decimal, high: Decimal) -> Iterator[Decimal]:
        if self._labels(low) == self._labels(high):
            return
        if high - low <= _ONE / 2:
            yield low
            return
        middle = ((low + high) / 2).quantize(_FEN)
        yield from self._edges(low, middle)
        yield from self._edges(middle, high)

    def _labels(self, bill: Decimal) -> frozenset[str]:
        if bill not in self.labels:
            result = self.at(bill)
            self.labels[bill] = frozenset(line.label for line in result.lines) if result else frozenset()
        return self.labels[bill]

    def _says(self, before: Decimal, after: Decimal) -> str:
        earlier, later = self.at(before), self.at(after)
        if earlier is None or later is None:
            return ""
        known = {line.label: line for line in earlier.lines}
        for line in later.lines:
            if line.label in known:
                continue
            if line.label in _SETS_IN:
                may = _MAY_SET_IN if later.low != later.high else _SETS_IN
                return may.get(line.label, _SETS_IN[line.label]).format(formula=line.formula)
            if pays(line.payer) and line.label != TOGETHER:
                below = known.get("起付线") or known.get("第1段起点以下")
                start = f"过了{below.label}({below.formula})," if below else ""
                return f"{start}从这里起{line.label},按{line.formula.rsplit('×', 1)[-1]}报"
        return ""


def _nice(top: Decimal) -> Decimal:
    """The next round number, so that the axis has round marks."""
    unit = Decimal(1).scaleb(len(short(top.quantize(_ONE))) - 1)
    steps = (Decimal(factor) for factor in ("1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10"))
    return next(unit * step for step in steps if unit * step >= top).quantize(_ONE)
