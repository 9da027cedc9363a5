"""Bill against payment as an inline picture: a line, a band where there is doubt, numbered kinks with their reason."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from mingbai import money
from mingbai.assistant.desk import Curve, Kink, Point
from mingbai.web import words
from mingbai.web.markup import text_html

_WIDTH, _HEIGHT = 640, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 84, 24, 14, 62
_MOST_MARKS = 5
_ROUND = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_WAN = 10_000


def curve_html(curve: Curve, bill: str, paid: str) -> str:
    """The picture with the list of its kinks under it; `paid` says what the case itself is paid."""
    return _Picture(curve, bill, paid).html()


class _Picture:
    def __init__(self, curve: Curve, bill: str, paid: str) -> None:
        self.curve = curve
        self.bill = bill
        self.paid = paid
        self.highest = max(max(point.high for point in curve.points), Decimal(1))
        self.has_doubt = any(point.low != point.high for point in curve.points)

    def html(self) -> str:
        notes = "".join(
            f'<li id="mb-kink-{number}">{text_html(_says(kink))}</li>'
            for number, kink in enumerate(self.curve.kinks, 1)
        )
        doubt = f'<p class="mb-curve-doubt">{words.CURVE_DOUBT}</p>' if self.has_doubt else ""
        now = f'<p class="mb-curve-now">{text_html(self._now_words(self.curve.now))}</p>' if self.curve.now else ""
        return (
            f'<section class="mb-curve"><h3>{words.CURVE}</h3>{self._svg()}{now}{doubt}'
            f'<ol class="mb-kinks">{notes}</ol></section>'
        )

    def _svg(self) -> str:
        kinks = "；".join(_says(kink) for kink in self.curve.kinks)
        label = words.CURVE_LABEL.format(bill=self.bill, top=money.words(self.curve.top), kinks=kinks)
        return (
            f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" aria-label="{text_html(label)}">'
            f"{self._grid()}{self._lines()}{self._dots()}</svg>"
        )

    def _x(self, bill: Decimal) -> float:
        return _LEFT + float(bill / self.curve.top) * (_WIDTH - _LEFT - _RIGHT)

    def _y(self, paid: Decimal) -> float:
        return _HEIGHT - _BOTTOM - float(paid / self.highest) * (_HEIGHT - _TOP - _BOTTOM)

    def _grid(self) -> str:
        across = _marks(self.curve.top)
        up = _marks(self.highest)[1:]
        vertical = "".join(
            f'<text x="{self._x(bill):.0f}" y="{_HEIGHT - _BOTTOM + 24}" text-anchor="middle">{_mark(bill)}</text>'
            for bill in across
        )
        horizontal = "".join(
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{self._y(paid):.1f}" y2="{self._y(paid):.1f}"/>'
            f'<text x="{_LEFT - 8}" y="{self._y(paid) + 4:.1f}" text-anchor="end">{_mark(paid)}</text>'
            for paid in up
        )
        base = (
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{self._y(Decimal(0)):.1f}" y2="{self._y(Decimal(0)):.1f}"/>'
        )
        names = f'<text x="{_WIDTH - _RIGHT}" y="{_HEIGHT - 8}" text-anchor="end">{text_html(words.CURVE_BILL)}</text>'
        return f'<g class="mb-grid" aria-hidden="true">{base}{horizontal}{vertical}{names}</g>'

    def _lines(self) -> str:
        points = self.curve.points
        band = ""
        if self.has_doubt:
            outline = [(p.bill, p.high) for p in points] + [(p.bill, p.low) for p in reversed(points)]
            band = f'<polygon class="mb-band" points="{self._path(outline)}"/>'
        lines = f'<polyline class="mb-line" points="{self._path((p.bill, p.high) for p in points)}"/>'
        if self.has_doubt:
            lines += f'<polyline class="mb-line" points="{self._path((p.bill, p.low) for p in points)}"/>'
        return band + lines

    def _path(self, points: Iterable[tuple[Decimal, Decimal]]) -> str:
        return " ".join(f"{self._x(bill):.1f},{self._y(paid):.1f}" for bill, paid in points)

    def _dots(self) -> str:
        dots = "".join(self._kink(number, kink) for number, kink in enumerate(self.curve.kinks, 1))
        if self.curve.now is None:
            return dots
        now = self.curve.now
        x, ends = self._x(now.bill), sorted({now.low, now.high})  # both edges of the band where there is doubt
        return dots + "".join(
            f'<circle class="mb-now-dot" cx="{x:.1f}" cy="{self._y(paid):.1f}" r="6" aria-hidden="true"/>'
            for paid in ends
        )

    def _kink(self, number: int, kink: Kink) -> str:
        x, y = self._place(kink.at)
        said = text_html(_says(kink))
        return (
            f'<g class="mb-kink" tabindex="0" role="img" aria-label="{said}"><title>{said}</title>'
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="10"/>'
            f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">{number}</text></g>'
        )

    def _place(self, point: Point) -> tuple[float, float]:
        return self._x(point.bill), self._y(point.high)

    def _now_words(self, now: Point) -> str:
        return words.CURVE_NOW.format(bill=money.words(now.bill), paid=self.paid)


def _says(kink: Kink) -> str:
    return words.CURVE_POINT.format(bill=f"{kink.at.bill:,.0f}元", says=kink.says)


def _marks(top: Decimal) -> tuple[Decimal, ...]:
    """The marks of an axis from 0 up to `top`, a round number of yuan apart."""
    power = Decimal(10) ** max((top / _MOST_MARKS).adjusted(), 0)
    apart = next(one * power for one in _ROUND if one * power * _MOST_MARKS >= top)
    return tuple(apart * number for number in range(int(top / apart) + 1))


def _mark(number: Decimal) -> str:
    """A number on an axis: 3万 rather than 30000."""
    if number >= _WAN:
        return f"{(number / _WAN).quantize(Decimal('0.01')):f}".rstrip("0").rstrip(".") + "万"
    return f"{number:.0f}"
