"""What a figure that counts something tells."""

from decimal import Decimal

import pytest

from mingbai.language.figures.counts import is_of_heads, note_count
from mingbai.language.notes import Notes
from mingbai.language.numbers.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "asked", "facts"),
    [
        ("第二次住院", None, {"admission": Decimal(2)}),
        ("有两种慢性病", None, {"diseases": Decimal(2)}),
        ("病有三样", None, {"diseases": Decimal(3)}),
        ("今年9岁", None, {"insured": "儿童"}),
        ("二次补多少", None, {}),
        ("住了一次院", None, {}),  # the first of the year or not
        ("一次", "admission", {"admission": Decimal(1)}),
    ],
)
def test_what_a_count_tells(text: str, asked: str | None, facts: dict[str, Decimal | str]) -> None:
    notes = Notes()
    note_count(text, find_amounts(text)[0], None, asked, (), notes)
    assert notes.facts == facts


def test_those_insured_are_no_sum() -> None:
    text = "参保人数80万"
    assert is_of_heads(text, find_amounts(text)[0])


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("参保人数80万", True), ("年初按人数一共5000万保费", False), ("按参保人数一共3000万元保费", False)],
)
def test_a_sum_of_premiums_counts_nobody(text: str, is_one: bool) -> None:
    assert is_of_heads(text, find_amounts(text)[0]) is is_one
