"""The days and months that a question names, and which of them is a payment and which an illness."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.assistant.leads.times_named import at_another_time, months_since, paid_and_ill, times_named


@pytest.mark.parametrize(
    ("question", "words", "days"),
    [
        ("3月10号才补交", ["3月10号"], [(10, 10)]),
        ("2013年4月底住的院", ["2013年4月底"], [(21, 30)]),
        ("十二月初交的,2月份住院", ["十二月初", "2月份"], [(1, 10), (1, 28)]),
        ("住了三个月", [], []),
    ],
)
def test_a_month_is_all_of_its_days_or_those_of_its_part(
    question: str, words: list[str], days: list[tuple[int, int]]
) -> None:
    found = times_named(question)
    assert [one.words for one in found] == words
    spans = [one.in_year(2013) for one in found]
    assert [(first.day, last.day) for first, last in spans] == days
    assert all(isinstance(day, date) and day.year == 2013 for span in spans for day in span)


def test_each_time_has_the_words_up_to_the_next() -> None:
    both = paid_and_ill(times_named("我4月20号住的院,3月10号交的钱"))
    assert both
    assert [one.words for one in both] == ["3月10号", "4月20号"]
    assert paid_and_ill(times_named("3月10号交的钱")) is None
    assert paid_and_ill(times_named("3月10号交的钱,4月20号退的")) is None


@pytest.mark.parametrize(
    ("question", "months"),
    [
        ("这月交的,下个月开刀", 1),
        ("我交了两个月了,现在住院能报吗", 2),
        ("连续交3个月住院能报吗", None),
        ("下个月开刀", None),
    ],
)
def test_how_many_months_lie_between_is_told_from_now(question: str, months: int | None) -> None:
    assert months_since(question) == months


PAID_AND_ILL = "重庆居民医保3月10号才补交,4月20号住的院,给报不"


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("那7月份再住一次呢", "重庆居民医保3月10号才补交,7月份住的院,给报不"),
        ("要是1月10号就交了呢", "重庆居民医保1月10号才补交,4月20号住的院,给报不"),
        ("那七月份要交多少钱", None),  # asks something else
        ("那7月份呢", None),  # of which of the two is not said
        ("那再住一次呢", None),
    ],
)
def test_another_time_takes_the_place_of_its_own(message: str, meant: str | None) -> None:
    assert at_another_time(PAID_AND_ILL, message) == meant
