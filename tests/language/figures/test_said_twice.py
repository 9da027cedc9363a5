"""A rough sum and its exact figure in one breath are one sum; two sums stay two."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.language.figures.said_twice import each_once
from mingbai.language.numbers.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("已经报了两万七千多块(27500),又花了8250", ["27500", "8250"]),
        ("花了大概三万二,准确是32150元", ["32150"]),
        ("花了两三万(27500)", ["27500"]),
        ("花了8250(八千多)", ["8250"]),
        ("花了差不多两万八,单子上是27880", ["27880"]),
        ("花了一万多(自费3000)", ["10000", "3000"]),  # what the brackets hold is named: a sum of its own
        ("花了三万多,就是5000自费", ["30000", "5000"]),
        ("一次花了八千多,一次花了9000", ["8000", "9000"]),
        ("花了3万(27500)", ["30000", "27500"]),  # neither is said to be rough
    ],
)
def test_a_rough_sum_with_its_exact_figure_is_one(text: str, values: list[str]) -> None:
    sums = (one for one in each_once(text, find_amounts(text)) if one.is_sum_or_range)
    assert [one.value for one in sums] == [Decimal(one) for one in values]


def test_the_exact_figure_stands_where_both_were_said() -> None:
    text = "已经报了两万七千多块(27500),年底"
    (one,) = each_once(text, find_amounts(text))
    assert one.text == "两万七千多块(27500)"
    assert not one.approximate
