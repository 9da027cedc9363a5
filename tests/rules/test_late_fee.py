"""The fee on what is paid late, with the sum written out."""

from datetime import date
from decimal import Decimal

import pytest

from mingbai.corpus.kinds import LateFeeRule
from mingbai.rules.late_fee import LateFee, days_late, late_fee
from mingbai.rules.stated import stated
from tests.rules.inline import policy_of


def fee(owed: str | None, days: int | None) -> LateFee:
    (one,) = stated(policy_of("late_fee: 滞纳金\nrate: 2‰\nper: 日\nof: 欠缴金额"), LateFeeRule)
    return late_fee(one, None if owed is None else Decimal(owed), days)


@pytest.mark.parametrize(
    ("owed", "days", "expected"),
    [
        ("7500", 10, "150.00"),  # 7500 × 0.002 × 10
        ("7500", 0, "0.00"),
        ("7500", 1, "15.00"),
        ("75", 1, "0.15"),
        ("2.50", 1, "0.01"),  # 0.005, half up
        ("2.49", 1, "0.00"),  # 0.00498
    ],
)
def test_two_per_mille_a_day(owed: str, days: int, expected: str) -> None:
    assert str(fee(owed, days).amount) == expected


def test_without_an_amount_it_is_the_rule() -> None:
    found = fee(None, None)
    assert (found.amount, found.formula, found.clause) == (None, "欠缴金额×2‰×迟交的天数", "c1")
    assert fee("7500", 10).formula == "7500×2‰×10"


def test_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="不能是负数"):
        fee("-1", 3)
    with pytest.raises(ValueError, match="不能是负数"):
        fee("1", -3)


def test_the_day_from_which_it_is_owed_counts_and_the_day_of_payment_does_not() -> None:
    assert days_late(date(2011, 6, 1), date(2011, 6, 11)) == 10
    assert days_late(date(2011, 6, 1), date(2011, 6, 1)) == 0
    assert days_late(date(2011, 6, 1), date(2011, 5, 30)) == 0
