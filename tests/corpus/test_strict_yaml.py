"""YAML read strictly: exact numbers, dates as dates, everything else text, and a line for each part."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.corpus.strict_yaml import Located, Percent, load


def read(text: str, first_line: int = 1) -> tuple[Located, list[tuple[int, str]]]:
    complaints: list[tuple[int, str]] = []
    located = load(text, first_line, lambda line, message: complaints.append((line, message)))
    return located, complaints


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30000", Decimal(30000)),
        ("0.85", Decimal("0.85")),
        ("-100", Decimal(-100)),
        ("0.10", Decimal("0.10")),
        ("45%", Percent("0.45")),
        ("0.5%", Percent("0.005")),
        ("-5%", Percent("-0.05")),
        ("2‰", Percent("0.002")),
        ("100%", Percent(1)),
        ("2013-01-31", date(2013, 1, 31)),
        ("2012-02-29", date(2012, 2, 29)),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
    ],
)
def test_a_plain_scalar(text: str, value: Any) -> None:
    located, complaints = read(text)
    assert complaints == []
    assert located.value == value
    assert type(located.value) is type(value)


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "off", "Yes", "NO", "一级", "1e5", "1.5e3", ".inf", ".nan", "0x10", "1_000", "1,000", "+5",
     ".5", "5.", "45 %", "１２", "2013-1-31", "12:30", "三/四"],
)  # fmt: skip
def test_everything_else_stays_text(text: str) -> None:
    located, complaints = read(text)
    assert (located.value, complaints) == (text, [])


@pytest.mark.parametrize("text", ['"30000"', "'45%'", '"2013-01-31"', '"true"', "'no'", '""'])
def test_what_is_quoted_stays_text(text: str) -> None:
    assert read(text)[0].value == text[1:-1]


def test_a_percent_is_told_from_a_number() -> None:
    value = read("{share: 45%, yuan: 0.45}")[0].value
    assert isinstance(value["share"], Percent)
    assert not isinstance(value["yuan"], Percent)
    assert value["share"] == value["yuan"]


@settings(deadline=None)
@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_is_read_exactly(number: Decimal) -> None:
    assert read(f"a: {number:f}")[0].value["a"] == number
    assert read(f"a: {number:f}%")[0].value["a"] * 100 == number


def test_keys_are_text_whatever_they_look_like() -> None:
    assert read("{1: a, no: b, 一级: c}")[0].value == {"1": "a", "no": "b", "一级": "c"}


def test_an_empty_text_is_nothing() -> None:
    assert read("")[0].value is None
    assert read("# 只有注释\n")[0].value is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3", 12, "“a”写了两次"),
        ("x:\n  - {a: 1, a: 2}", 11, "“a”写了两次"),
        ("a: 1\nb: 2013-02-30", 11, "没有这一天:2013-02-30"),
        ("a: 1\nb: 2013-13-01", 11, "没有这一天:2013-13-01"),
        ("a: 1\nb: [1, 2\nc: 3", 12, "不是合法的YAML"),  # where the bracket is missed
        ("a: 1\n\tb: 2", 11, "不是合法的YAML"),
        ("a: 1\n---\nb: 2", 11, "不是合法的YAML"),
        ("a: &x 1\nb: 2", 10, "不用 & * 和 !"),
        ("a: 1\nb: *x", 11, "不用 & * 和 !"),
        ("a: 1\nb: &x [*x]", 11, "不用 & * 和 !"),
        ("a: 1\nb: !!float 2", 11, "不用 & * 和 !"),
        ("a: 1\nb: !own {c: 2}", 11, "不用 & * 和 !"),
    ],
)
def test_a_mistake_is_told_with_its_line_in_the_file(text: str, line: int, words: str) -> None:
    _, complaints = read(text, first_line=10)
    assert len(complaints) == 1
    assert complaints[0][0] == line
    assert words in complaints[0][1]


def test_every_duplicate_is_told() -> None:
    assert read("a: 1\na: 2\nb: 1\nb: 2")[1] == [(2, "“a”写了两次"), (4, "“b”写了两次")]


def test_each_part_knows_its_line() -> None:
    located, _ = read("a: 1\nsteps:\n  - share: 50%\n  - cap: 7\n    per: year", first_line=20)
    assert located.line(("a",)) == 20
    assert located.line(("steps", 0, "share")) == 22
    assert located.line(("steps", 1, "per")) == 24
    assert located.line(("steps", 1)) == 23


def test_a_part_that_is_not_written_has_the_line_of_what_should_hold_it() -> None:
    located, _ = read("a: 1\nsteps:\n  - share: 50%", first_line=20)
    assert located.line(("steps", 0, "per")) == 22
    assert located.line(("bill",)) == 20
