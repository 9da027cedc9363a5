"""A figure of the sum told before that a message points at is told what it is, and is no bill of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.openings.figure_of_sum import pointed_at
from tests.assistant.turns import last_reply

SUPPLEMENT = "我们区职工大病团体补充,75块那个,4万以上我又花了11万8合规的,给多少"
CHONGQING = "重庆二档三甲住院花了3万能报多少"


@pytest.mark.parametrize(
    ("message", "figures"),
    [
        ("意思是那一万八全归我自己?", ["18000"]),
        ("超过10万的那1万8就不管了?", ["18000"]),
        ("剩下的2万9谁出", ["29000"]),
        ("那5万呢", []),
        ("要是花了5万", []),
        ("医保补的这400之外产检还有没有钱", []),
    ],
)
def test_what_a_message_points_at(message: str, figures: list[str]) -> None:
    assert pointed_at(message) == tuple(map(Decimal, figures))


@pytest.mark.parametrize(
    ("turns", "opens", "told"),
    [
        # 118000-100000 above the limit; 100000-89000 by the ratios, 29000 in all
        (
            (SUPPLEMENT, "意思是那一万八全归我自己?加起来我到底掏多少"),
            "**18,000.00元是超过限额的部分**",
            "**自己付 29,000.00元**",
        ),
        ((SUPPLEMENT, "那8万9是怎么算出来的"), "**89,000.00元是一共能报的**", "40000×85%"),
        ((SUPPLEMENT, "那2万9怎么来的"), "**29,000.00元是自己一共付的**(超过限额18000+按比例自付11000)", "100000"),
        # 800 + (30000-800)*55%
        ((CHONGQING, "这16860都是我自己出吗"), "**16,860.00元是自己一共付的**(起付线800+按比例自付16060)", "13,140.00"),
        ((CHONGQING, "那800是啥"), "**800.00元是起付线的部分**", "13,140.00"),
    ],
)
def test_it_is_told_what_it_is(assistant: Assistant, turns: tuple[str, ...], opens: str, told: str) -> None:
    reply = last_reply(assistant, *turns)
    assert reply.text.startswith(opens)
    assert told in reply.text


@pytest.mark.parametrize(
    ("turns", "sum_"),
    [
        ((SUPPLEMENT, "那12万呢"), "89,000.00元"),
        ((CHONGQING, "那要是花了13140呢"), "5,553.00元"),  # (13140-800)*45%
    ],
)
def test_another_bill_is_worked_out(assistant: Assistant, turns: tuple[str, ...], sum_: str) -> None:
    assert sum_ in last_reply(assistant, *turns).text.partition("\n")[0]


def test_how_a_sum_came_about_is_its_statement_alone(assistant: Assistant) -> None:
    reply = last_reply(assistant, CHONGQING, "怎么算的")
    assert "这笔账是这样算的" in reply.text
    assert "门诊" not in reply.text
