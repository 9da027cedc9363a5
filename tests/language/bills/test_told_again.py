"""Whether a figure told more than once is one bill or as many."""

from decimal import Decimal

import pytest

from mingbai.language.bills.told_again import are_all_visits, times, told_once, unlike, unlike_but_again
from mingbai.language.notes import COST, Told
from mingbai.language.numbers.amounts import find_amounts


def told(text: str) -> list[Told]:
    return [Told(one, COST) for one in find_amounts(text) if one.kind != "count"]


def values(sums: list[Told]) -> list[int]:
    return [int(one.value) for one in sums]


def test_a_sum_pointed_back_to_is_told_once() -> None:
    text = "单子6800元,护工我另外付的,那这6800元能报多少"
    assert values(told_once(text, told(text))) == [6800]


def test_equal_sums_are_one_unless_they_came_again() -> None:
    once, again = "花了1800元,1800元", "花了1800元,又是1800元"
    assert values(unlike_but_again(once, told(once))) == [1800]
    assert values(unlike_but_again(again, told(again))) == [1800, 1800]


def test_equal_sums_of_a_list_all_count() -> None:
    text = "报过三次:2万、2万、3万"
    assert values(unlike(text, told(text))) == [20000, 20000, 30000]


def test_as_many_sums_as_visits() -> None:
    text = "跑了三次,2200元、1800元、2200元"
    assert are_all_visits(text, told(text))
    assert not are_all_visits(text, told(text)[:2])


@pytest.mark.parametrize(("text", "count"), [("住了两次,每次3000元", 2), ("住了两次,花了3000元", 1)])
def test_how_many_bills_there_are_of_a_sum(text: str, count: int) -> None:
    (one,) = told(text)
    assert one.value == Decimal(3000)
    assert times(text, one) == count
