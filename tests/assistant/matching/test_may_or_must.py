"""An answer to what one may do is none to what one must."""

from __future__ import annotations

import pytest

from mingbai.assistant.matching.may_or_must import rules_else


@pytest.mark.parametrize(
    ("question", "answer", "is_else"),
    [
        ("市医院的也要回来报不", "行：市医院能当场报", True),
        ("市医院的能当场报不", "行：市医院能当场报", False),
        ("孩子也得等不", "不用等：儿童", False),
        ("孩子能不能报", "不用等：儿童", True),
        ("要等多少天", "能：等90天", False),
    ],
)
def test_what_one_may_do_is_no_answer_to_what_one_must(question: str, answer: str, is_else: bool) -> None:
    assert rules_else(question, answer) == is_else
