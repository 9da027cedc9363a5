"""The one door for money: yuan as Decimal, rounded to the fen, formatted and parsed here and nowhere else.

Amounts come in as Decimal or int, both exact. A float is refused: 0.1 + 0.2 is not 0.3.
"""

import re
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException

__all__ = ["ZERO", "MoneyError", "parse_number", "percent", "plain", "short", "to_fen", "words"]

ZERO = Decimal("0.00")

_FEN = Decimal("0.01")
_PERCENT_STEP = Decimal("0.0001")
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_NUMBER = re.compile(r"(-?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?([%‰]?)")
_EXPONENT = {"": "", "%": "e-2", "‰": "e-3"}
_LONGEST = 40


class MoneyError(ValueError):
    """A text or a value that no sum can be done with; the message is a Chinese sentence."""


def to_fen(amount: Decimal | int) -> Decimal:
    """Give the amount in yuan rounded once, half up, to two decimals; there is no negative zero.

    Raises TypeError for a float and MoneyError for a value that is not finite.
    """
    return _WIDE.add(_rounded(amount, _FEN), ZERO)


def plain(amount: Decimal | int) -> str:
    """Give the amount for a record: two decimals, no separators, no unit ("13140.00")."""
    return str(to_fen(amount))


def words(amount: Decimal | int) -> str:
    """Give the amount for a reader: thousands separators, two decimals and the unit ("13,140.00元")."""
    return f"{to_fen(amount):,}元"


def short(amount: Decimal | int) -> str:
    """Give the number for a formula, unrounded: no separators, no trailing zeros ("30000", "0.5", "-800")."""
    return _trimmed(_exact(amount))


def percent(ratio: Decimal | int) -> str:
    """Give a ratio as a percentage with at most four decimals and no trailing zeros ("45%", "86.7%")."""
    return f"{_trimmed(_rounded(_exact(ratio).scaleb(2, _WIDE), _PERCENT_STEP))}%"


def parse_number(text: str) -> Decimal:
    """Read a figure as a policy file writes it: "30000", "12,345.67", "45%" (0.45), "2‰" (0.002), "-10".

    Raises MoneyError for anything else, separators in the wrong place among it.
    """
    found = _NUMBER.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        raise MoneyError(f"“{text[:_LONGEST]}”不是一个看得懂的数字。")
    sign, whole, fraction, scale = found.groups(default="")
    return Decimal(f"{sign}{whole.replace(',', '')}{fraction}{_EXPONENT[scale]}")


def _exact(amount: Decimal | int) -> Decimal:
    if type(amount) is not Decimal and isinstance(amount, int) and not isinstance(amount, bool):
        amount = Decimal(amount)
    if not isinstance(amount, Decimal):
        raise TypeError(f"money is Decimal or int, never {type(amount).__name__}: {amount!r}")
    if not amount.is_finite():
        raise MoneyError(f"“{amount}”不是一个确定的数。")
    return amount


def _rounded(amount: Decimal | int, step: Decimal) -> Decimal:
    try:
        return _exact(amount).quantize(step, context=_WIDE)
    except DecimalException as error:
        raise MoneyError("这个数太大,无法计算。") from error


def _trimmed(number: Decimal) -> str:
    digits = format(number, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits
