"""Sums told in words (9233人减去4902人是4331人, 1709÷18614约9.18%, 597+198+676 beside their total)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.audit.figures import figures_in

_NUMBER = r"[0-9.]+[万亿]?[元人户项%]*"
_TOLD = re.compile(rf"(?P<one>{_NUMBER})(?P<sign>减去?|加上?)(?P<other>{_NUMBER})[是得](?P<result>{_NUMBER})")
_SHARE = re.compile(r"(?P<one>[0-9.]+)÷(?P<other>[0-9.]+)约(?P<result>[0-9.]+)%")
_ADDED = re.compile(r"(?<![0-9.=+])[0-9]+(?:\+[0-9]+){2,}(?![0-9.=+])")
_HALF, _HUNDRED = Decimal("0.5"), Decimal(100)


def misreckoned(text: str) -> Iterator[str]:
    """Each sum told in words that does not come out, each row of addends whose total the text does not name."""
    for found in _TOLD.finditer(text):
        one, other, result = (_value(found[name]) for name in ("one", "other", "result"))
        if result != (one - other if found["sign"].startswith("减") else one + other):
            yield f"“{found.group()}”算得不对"
    for found in _SHARE.finditer(text):
        share = Decimal(found["one"]) / Decimal(found["other"]) * _HUNDRED
        if abs(share - Decimal(found["result"])) > half_a_digit(Decimal(found["result"])):
            yield f"“{found.group()}”算得不对"
    named = {figure.value for figure in figures_in(_ADDED.sub("", text))}
    for found in _ADDED.finditer(text):
        if sum(map(Decimal, found.group().split("+"))) not in named:
            yield f"“{found.group()}”加起来不是写的总数"


def half_a_digit(value: Decimal, last: int = 0) -> Decimal:
    """How far a rounded value may lie from the exact one: half of its last digit, or of that with exponent `last`."""
    exponent = value.normalize().as_tuple().exponent
    return _HALF.scaleb(min(last, exponent if isinstance(exponent, int) else last))


def _value(number: str) -> Decimal:
    return max(figure.value for figure in figures_in(number))
