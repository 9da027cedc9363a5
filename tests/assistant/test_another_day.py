"""A message that tells only another day asks the question before it of that day."""

from __future__ import annotations

import pytest

from mingbai.assistant.another_day import on_another_day


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
