"""What is left of a sum and cannot be paid is that of the answer before; told for the first time it is a bill."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.conversation.beyond_means import beyond_means
from mingbai.assistant.conversation.state import State
from tests.assistant.turns import last_estimate, last_reply

LEFT, ASKED = "剩的三千还是拿不出来啊", "报完剩下的还是负担不起怎么办"
WORKED_OUT = State(policy="some", topic="estimate", facts={"own_share": Decimal(15000)})


@pytest.mark.parametrize(
    ("turn", "meant"),
    [
        (LEFT, ASKED),
        ("那剩下的3000块钱我付不起", f"那{ASKED}"),
        ("家里穷，剩的五千拿不出来。", f"家里穷,{ASKED}"),
        ("剩下的钱谁出", "剩下的钱谁出"),
        ("那要是三级呢，能报多少", "那要是三级呢，能报多少"),
    ],
)
def test_after_a_sum_it_is_asked_what_else_can_be_had(turn: str, meant: str) -> None:
    assert beyond_means(turn, WORKED_OUT, has_bill=True) == meant


@pytest.mark.parametrize(
    ("state", "has_bill"), [(State(), False), (State(topic="fact"), True), (State(topic="estimate"), False)]
)
def test_where_no_sum_came_before_the_figure_stays(state: State, has_bill: bool) -> None:
    assert beyond_means(LEFT, state, has_bill=has_bill) == LEFT


def test_another_aid_is_named_after_a_sum(assistant: Assistant) -> None:
    assert "二次救助" in last_reply(assistant, "厦门的低保,住院自己还要付15000,救助能帮几多", LEFT).text


def test_what_is_left_told_for_the_first_time_is_a_bill(assistant: Assistant) -> None:
    _, estimate = last_estimate(assistant, "厦门低保户,医保报完剩下的三万拿不出来")
    assert estimate.amount == "24000.00"  # 30000*80%
