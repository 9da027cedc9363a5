"""Several bills of one message, and what each comes to."""

from __future__ import annotations

from decimal import Decimal

from mingbai.language.bills.several import Bill
from mingbai.language.notes import COST


def test_a_bill_gives_its_sums_and_nothing_for_one_that_nobody_knows() -> None:
    bill = Bill({COST: Decimal(8000), "own_share": "不知道"})
    assert bill.yuan(COST) == Decimal(8000)
    assert bill.yuan("own_share") == Decimal(0)
