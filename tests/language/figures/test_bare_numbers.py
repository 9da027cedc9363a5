"""Whether a bare number is a sum of money."""

from decimal import Decimal

import pytest

from mingbai.language.figures.bare_numbers import is_bare_premium, is_spent
from mingbai.language.numbers.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("门诊花2010", 2010, True),
        ("我2010", 2010, False),  # a year
        ("住院2000", 2000, True),  # a round sum
        ("我50", 50, False),
        ("我350", 350, True),
    ],
)
def test_a_number_large_enough_and_no_year_is_spent(text: str, value: int, expected: bool) -> None:
    assert is_spent(text, Decimal(value), text.index(str(value))) is expected


def test_a_premium_alone() -> None:
    assert is_bare_premium("交的150块一年", find_amounts("交的150块一年")[0])
    assert not is_bare_premium("药费150元", find_amounts("药费150元")[0])
