"""Sums that somebody names and nobody spent."""

from collections.abc import Callable

import pytest

from mingbai.language.figures.not_spent import is_guess, is_hearsay, is_reckoned, is_rise
from mingbai.language.numbers.amounts import Mention, find_amounts


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("到手能报7000元吧", is_guess),
        ("算出来应该报11万元", is_reckoned),
        ("隔壁说他报了27000元", is_hearsay),
        ("新增的10元谁出", is_rise),
    ],
)
def test_what_was_not_spent(text: str, holds: Callable[[str, Mention], bool]) -> None:
    (mention,) = find_amounts(text)
    assert holds(text, mention)
    spent = "住院花了7000元"
    assert not holds(spent, find_amounts(spent)[0])
