"""One number as people type it into a form or as key=value."""

import pytest

from mingbai.language.numbers.written import written_number


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3万", "30000"),
        ("三万", "30000"),
        ("2.5万", "25000"),
        ("两千五", "2500"),
        ("3万元", "30000"),
        ("30,000", "30000"),
        ("30，000", "30000"),
        ("30000元", "30000"),
        (" 52.3 ", "52.3"),
        ("2", "2"),
    ],
)
def test_is_given_in_plain_figures(typed: str, read: str) -> None:
    assert written_number(typed) == read


@pytest.mark.parametrize("typed", ["45%", "很多", "两三万", "三万多", "3万左右", "3万和5万", "花了3万", "不知道", ""])
def test_stays_as_typed_where_it_is_not_one_clear_number(typed: str) -> None:
    assert written_number(typed) == typed
