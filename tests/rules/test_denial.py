"""What a question denies, and what only looks like it."""

from __future__ import annotations

import pytest

from mingbai.rules.denial import denied_in, says


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("工伤能报吗", "工伤", True),
        ("不是工伤", "工伤", False),
        ("不是因为工伤", "工伤", False),
        ("并非工伤", "工伤", False),
        ("没有转诊", "转诊", False),
        ("有没有转诊都行", "转诊", True),
        ("非定点医院", "定点医院", False),
        ("未在定点医院", "定点医院", False),
        ("不是工伤,其实是工伤", "工伤", True),
        ("没评上低保", "低保", False),
        ("没参加新农合", "新农合", False),
        ("吃没吃低保都能报吗", "低保", True),
        ("伤", "伤", False),  # one character shows nothing
    ],
)
def test_a_word_that_is_denied_is_not_said(text: str, word: str, expected: bool) -> None:
    assert says(text, word) is expected


@pytest.mark.parametrize(
    ("question", "condition", "expected"),
    [
        ("医保不是市三区的,能办吗", "在市三区范围内", "市三区"),
        ("没审批能报吗", "先办审批手续", "审批"),
        ("没有社会保障卡行吗", "持厦门市社会保障卡", "社会保障卡"),
        ("没有转院能报吗", "没有转院的", None),  # the condition denies it too
        ("有没有审批都行吗", "先办审批手续", None),
        ("没住院能报吗", "在试点科室住院", None),  # anything may be a stay
        ("审批了能报吗", "先办审批手续", None),
    ],
)
def test_a_condition_that_does_not_hold_is_found(question: str, condition: str, expected: str | None) -> None:
    assert denied_in(question, condition) == expected
