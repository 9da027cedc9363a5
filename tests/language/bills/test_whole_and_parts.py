"""The whole of a bill and the sums it is made up of."""

from decimal import Decimal

import pytest

from mingbai.language.bills.whole_and_parts import added, parts_of_one, without_whole
from mingbai.language.notes import COST, Notes, Told
from mingbai.language.numbers.amounts import find_amounts


def told(text: str) -> list[Told]:
    return [Told(one, COST) for one in find_amounts(text) if one.kind != "count"]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("药费3000,检查费2000,一共报多少", [5000]),  # 3000+2000
        ("一共1万,药费3000", [10000]),
        ("住院3000,门诊2000", [3000, 2000]),
    ],
)
def test_fees_are_parts_of_one_bill(text: str, sums: list[int]) -> None:
    assert [one.value for one in parts_of_one(text, told(text), Notes())] == [Decimal(one) for one in sums]


def test_a_bill_made_up_of_its_fees_says_how() -> None:
    notes = Notes()
    text = "药费3000元,检查费2000元"
    parts_of_one(text, told(text), notes)
    assert notes.reckoned == [added(told(text))] == ["3000元+2000元"]


def test_the_sum_of_all_bills_is_none_of_them() -> None:
    text = "一共花了11000元,住院3000元,又住院8000元"
    assert [one.value for one in without_whole(text, told(text))] == [Decimal(3000), Decimal(8000)]
