"""Money: exact in, rounded once, written one way."""

from contextlib import suppress
from decimal import Decimal, getcontext, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.money import ZERO, MoneyError, parse_number, percent, plain, short, to_fen, words

amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=2)
FORMATTERS = [to_fen, plain, words, percent, short]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("13140", "13140.00"),
        ("2.344", "2.34"),
        ("2.345", "2.35"),  # half goes up; half-even would give 2.34
        ("2.355", "2.36"),
        ("1.005", "1.01"),
        ("0.004999", "0.00"),  # rounded once: by way of 0.005 it would become 0.01
        ("-2.345", "-2.35"),  # half goes away from zero
        ("-0.004", "0.00"),  # no negative zero
        ("1E+4", "10000.00"),
        ("12345678901234567890123456789012.345", "12345678901234567890123456789012.35"),
    ],
)
def test_rounds_once_half_up_to_the_fen(amount: str, expected: str) -> None:
    assert str(to_fen(Decimal(amount))) == expected
    assert plain(Decimal(amount)) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("13140", "13,140.00元"),
        ("0", "0.00元"),
        ("999.995", "1,000.00元"),
        ("-1234567.5", "-1,234,567.50元"),
        ("100000000", "100,000,000.00元"),
    ],
)
def test_an_amount_in_words_has_separators_decimals_and_unit(amount: str, expected: str) -> None:
    assert words(Decimal(amount)) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("30000", "30000"),
        ("30000.00", "30000"),
        ("3E+4", "30000"),
        ("0.50", "0.5"),
        ("-800.00", "-800"),
        ("-0.0", "0"),
        ("2.345", "2.345"),
        ("100", "100"),
    ],
)
def test_a_number_in_a_formula_is_unrounded_and_bare(amount: str, expected: str) -> None:
    assert short(Decimal(amount)) == expected


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        ("0.45", "45%"),
        ("0.867", "86.7%"),
        ("1", "100%"),
        ("0", "0%"),
        ("0.0005", "0.05%"),
        ("1.10", "110%"),
        ("-0.1", "-10%"),
        ("0.3333333333", "33.3333%"),
        ("0.99999999", "100%"),
    ],
)
def test_a_ratio_reads_as_a_percentage(ratio: str, expected: str) -> None:
    assert percent(Decimal(ratio)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30000", "30000"),
        ("12,345.67", "12345.67"),
        ("1,234,567", "1234567"),
        ("45%", "0.45"),
        ("86.7%", "0.867"),
        ("2‰", "0.002"),
        ("-10", "-10"),
        (" 0.5 ", "0.5"),
    ],
)
def test_reads_figures_as_files_write_them(text: str, expected: str) -> None:
    assert str(parse_number(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1,23",
        "1234,567",
        "1.",
        ".5",
        "1..5",
        "3万",
        "30 000",
        "45%%",
        "nan",
        "inf",
        "1e5",
        "+3",
        "٣",
        "３",
        "9" * 41,
    ],
)
def test_anything_else_is_refused_in_chinese(text: str) -> None:
    with pytest.raises(MoneyError, match="不是一个看得懂的数字") as caught:
        parse_number(text)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("formatter", FORMATTERS)
@pytest.mark.parametrize("value", [0.1, True, "30000", None])
def test_only_exact_numbers_pass_the_door(formatter: Any, value: Any) -> None:
    with pytest.raises(TypeError, match="never"):
        formatter(value)


@pytest.mark.parametrize("formatter", FORMATTERS)
@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_what_is_not_finite_is_refused(formatter: Any, value: str) -> None:
    with pytest.raises(MoneyError, match="不是一个确定的数"):
        formatter(Decimal(value))


def test_a_number_too_large_to_round_is_refused() -> None:
    with pytest.raises(MoneyError, match="太大"):
        words(Decimal("1E+99"))


def test_int_is_exact_and_welcome() -> None:
    assert (plain(13140), words(13140), short(13140), percent(1)) == (
        "13140.00",
        "13,140.00元",
        "13140",
        "100%",
    )
    assert str(ZERO) == "0.00"


def test_the_callers_decimal_context_changes_nothing() -> None:
    with localcontext() as context:
        context.prec = 3
        assert words(Decimal("1234567.895")) == "1,234,567.90元"
        assert percent(Decimal("0.12345")) == "12.345%"
        assert str(parse_number("12,345.67%")) == "123.4567"
    assert getcontext().prec != 3


@given(amounts)
def test_what_is_written_reads_back(amount: Decimal) -> None:
    assert parse_number(plain(amount)) == amount
    assert parse_number(short(amount)) == amount
    assert parse_number(words(amount).removesuffix("元")) == amount
    assert parse_number(percent(amount / 10**4)) == amount / 10**4


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15))
def test_rounding_moves_an_amount_by_half_a_fen_at_most(amount: Decimal) -> None:
    assert abs(to_fen(amount) - amount) <= Decimal("0.005")
    assert to_fen(to_fen(amount)) == to_fen(amount)


@given(st.text())
def test_no_text_breaks_the_parser(text: str) -> None:
    with suppress(MoneyError):
        assert parse_number(text).is_finite()
