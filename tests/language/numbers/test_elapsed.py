"""Lengths of time told in months: the days they have at least and at most."""

import pytest

from mingbai.language.numbers.elapsed import find_elapsed, has_gone_by


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("出院两个月零五天了", 59 + 5, 62 + 5),
        ("过了1个月零10天", 28 + 10, 31 + 10),
        ("一次开半年的药", 181, 184),
        ("三个月", 89, 92),
        ("一年半", 365 + 181, 366 + 184),
        ("一个半月", 28 + 15, 31 + 15),
        ("半个月了", 15, 15),
        ("拖了两个多月才拿来", 59 + 3, 62 + 30),
        ("两个月多了", 59 + 3, 62 + 30),
    ],
)
def test_months_have_days_at_least_and_at_most(text: str, least: int, most: int) -> None:
    assert [(one.least, one.most) for one in find_elapsed(text)] == [(least, most)]


@pytest.mark.parametrize("text", ["3月5日出院", "35天了", "报几个月"])
def test_days_of_the_calendar_and_bare_days_are_none(text: str) -> None:
    assert not list(find_elapsed(text))


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("发票拖了两个多月才拿来", True),
        ("出院都三个月了", True),
        ("要等三个月吗", False),
        ("快两个月了还能报不", False),
    ],
)
def test_whether_a_time_has_gone_by(text: str, gone: bool) -> None:
    assert [has_gone_by(text, one) for one in find_elapsed(text)] == [gone]
