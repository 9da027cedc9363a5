"""A message that tells only another day or year asks the question before it of that."""

from __future__ import annotations

import pytest

from mingbai.assistant.conversation.another_day import in_another_year, on_another_day, with_year_of


@pytest.mark.parametrize(
    ("question", "message", "meant"),
    [
        ("8月15号刚认定的,能往回算到几号", "她弟弟要12月1号才批下来", "12月1号刚认定的,能往回算到几号"),
        ("3月1号出院,最晚哪天报", "我爸是4月5号出院的", "4月5号出院,最晚哪天报"),
        ("3月1号交清的,哪天能用", "那要是2月10号呢", "2月10号交清的,哪天能用"),
    ],
)
def test_is_put_in_the_place_of_the_first(question: str, message: str, meant: str) -> None:
    assert on_another_day(question, message) == meant


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("3月1号交清的,哪天能用", "我5月2号出院的"),  # another thing happened
        ("最晚哪天交", "5月2号出院的"),
        ("3月1号到3月9号能办吗", "5月2号办"),
    ],
)
def test_is_not_where_something_else_is_told(question: str, message: str) -> None:
    assert on_another_day(question, message) is None


@pytest.mark.parametrize(
    ("question", "message", "meant"),
    [
        ("一家三口2010年一共交多少", "09年呢", "一家三口2009年一共交多少"),
        ("一家三口10年交多少", "那2009年的话要交多少", "一家三口2009年交多少"),
        ("成年人今年交多少", "零九年呢", "成年人2009年交多少"),
        ("成年人交多少", "2009年呢", "2009年成年人交多少"),
    ],
)
def test_another_year_takes_the_place_of_the_one_asked_about(question: str, message: str, meant: str) -> None:
    assert in_another_year(question, message) == meant


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("2009年和2010年各交多少", "2011年呢"),  # which of the two is not said
        ("2010年交多少", "09年退休的交多少"),
        ("2010年交多少", "低保呢"),
        ("", "09年呢"),
    ],
)
def test_a_year_beside_something_else_is_no_question_again(question: str, message: str) -> None:
    assert in_another_year(question, message) is None


@pytest.mark.parametrize(
    ("question", "message", "meant"),
    [
        ("2008年成人交多少", "09年学生呢", ("2009年成人交多少", "学生呢")),
        ("成人交多少", "09年学生呢", ("成人交多少", "09年学生呢")),
        ("2008年成人交多少", "学生呢", ("2008年成人交多少", "学生呢")),
        ("2008年成人交多少", "2009年和2010年学生呢", ("2008年成人交多少", "2009年和2010年学生呢")),
    ],
)
def test_the_year_of_another_case_is_taken_over(question: str, message: str, meant: tuple[str, str]) -> None:
    assert with_year_of(question, message) == meant
