"""Which of the figures of a clause a question means."""

from __future__ import annotations

import pytest

from mingbai.assistant.leads.figures_meant import changes_in, how_many_asked, in_yuan, months_over, of_unit, span
from mingbai.assistant.matching.clause_figures import figures_of

RAISED = "补助标准从每人10元提高到20元,惠及1200人。"


def test_the_unit_asked_for_leaves_the_others_out() -> None:
    figures = figures_of(RAISED)
    assert [one.words for one in of_unit(figures, "一共多少人")] == ["1,200人"]
    assert of_unit(figures, "怎么样") == list(figures)
    assert [one.words for one in in_yuan(figures)] == ["10元", "20元"]


def test_what_a_figure_was_stands_beside_what_it_became() -> None:
    assert [(first.words, second.words) for first, second in changes_in(figures_of(RAISED))] == [("10元", "20元")]


@pytest.mark.parametrize(
    ("question", "months"), [("一年能领多少", 12), ("半年呢", 6), ("三个月一共多少", 3), ("一个月多少", None)]
)
def test_a_question_names_the_months_it_asks_over(question: str, months: int | None) -> None:
    assert months_over(question) == months


def test_months_are_told_as_one_says_them() -> None:
    assert (span(12), span(5)) == ("一年", "5个月")


def test_a_question_names_the_number_of_things_it_asks_of() -> None:
    assert how_many_asked("这两样加起来多少") == 2
    assert how_many_asked("加起来多少") is None
