"""Of two groups named side by side each is told what it pays."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("吉林县2008,低保学生和普通学生各交多少", ["个人0.00元", "个人10.00元"]),
        ("岳池2009低保学生和普通学生各交多少", ["个人0.00元", "个人10.00元"]),
        ("岳池居民医保,2009年低保大人跟普通大人各交几块", ["个人45.00元", "个人85.00元"]),
        ("岳池居民医保,2009年老人和小孩分别交多少", ["个人85.00元", "个人5.00元"]),
        ("吉林县2009年大人、学生各交多少", ["个人110.00元", "个人10.00元"]),
        ("吉林县居民医保 2008年老人和小孩分别交多少", ["个人110.00元", "个人10.00元"]),
    ],
)
def test_each_group_has_its_row(assistant: Assistant, question: str, rows: list[str]) -> None:
    told = [line for line in last_reply(assistant, question).text.split("\n") if line.startswith("- **")]
    assert [own for own in rows if not any(own in line for line in told)] == []


def test_persons_who_are_counted_are_a_household(assistant: Assistant) -> None:
    assert "175.00元(85×2+5×1)" in last_reply(assistant, "岳池两个老人一个娃各交多少").text
