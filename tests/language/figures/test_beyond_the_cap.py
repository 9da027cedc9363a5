"""Sums that lie above a cap."""

import pytest

from mingbai.language.figures.beyond_the_cap import goes_on_above, is_beyond_cap, may_be_rest
from mingbai.language.numbers.amounts import find_amounts


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        ("封顶都用完了,后头在三级医院又住,花了", True),
        ("基本医保那个顶已经用完了,往后再花的合规的钱,", True),
        ("统筹那个顶用光了,后来又花了", True),
        ("封顶线是", False),
        ("基本医保已经用完了,再花", False),
    ],
)
def test_a_cap_used_up_before_a_sum(gap: str, expected: bool) -> None:
    assert is_beyond_cap(gap) is expected


@pytest.mark.parametrize(
    ("role", "gap", "expected"),
    [
        (None, "顶格了,剩下", True),
        ("own_share", "顶格了,剩下", True),
        ("own_share", "顶格了,剩下自己掏了", False),  # somebody bears it
        ("deductible", "顶格了,剩下", False),
    ],
)
def test_what_may_be_the_rest(role: str | None, gap: str, expected: bool) -> None:
    assert may_be_rest(role, gap) is expected


@pytest.mark.parametrize(("text", "expected"), [("要是又用了5万元", True), ("住院用了5万元", False)])
def test_a_sum_on_top_of_what_lay_above(text: str, expected: bool) -> None:
    (mention,) = find_amounts(text)
    assert goes_on_above(text, mention) is expected
