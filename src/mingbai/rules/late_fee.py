"""The fee on a premium that is paid late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingbai.corpus.kinds import LateFeeRule
from mingbai.money import short, to_fen
from mingbai.rules.stated import Stated


@dataclass(frozen=True)
class LateFee:
    """A fee in yuan with its formula; `amount` is None (and the formula the rule) while owed or time is not known."""

    policy: str
    clause: str
    name: str
    amount: Decimal | None
    formula: str


def late_fee(one: Stated[LateFeeRule], owed: Decimal | None = None, periods: int | None = None) -> LateFee:
    """The fee on `owed` yuan that are `periods` days (or months, as the rule counts) late, rounded to the fen.

    Raises:
        ValueError: for a negative amount or time.
    """
    rule = one.rule
    rate = f"{short(rule.rate.scaleb(3))}‰"
    if owed is None or periods is None:
        return LateFee(one.policy.id, one.clause.id, rule.name, None, f"{rule.of}×{rate}×迟交的{_UNITS[rule.per]}")
    if owed < 0 or periods < 0:
        raise ValueError("欠缴金额和迟交的时间不能是负数")
    amount = to_fen(owed * rule.rate * periods)
    return LateFee(one.policy.id, one.clause.id, rule.name, amount, f"{short(owed)}×{rate}×{periods}")


_UNITS = {"日": "天数", "月": "月数"}


def days_late(owed_from: date, paid_on: date) -> int:
    """The days of delay: the day from which it is owed counts, the day on which it is paid does not."""
    return max(0, (paid_on - owed_from).days)
