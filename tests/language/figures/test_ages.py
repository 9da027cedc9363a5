"""Figures that are an age."""

import pytest

from mingbai.language.figures.ages import is_age
from mingbai.language.numbers.amounts import find_amounts


@pytest.mark.parametrize(("text", "expected"), [("我老妈70了", True), ("我老妈花了70", False)])
def test_an_age_is_said_of_somebody(text: str, expected: bool) -> None:
    assert is_age(text, find_amounts(text)[0]) is expected
