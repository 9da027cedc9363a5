"""Care that leaves home or comes back: a hospital near home is not that of a transfer, from the message to the sum."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply

_STAY = "吉林那个县居民医保,社区医院住院花了3200"


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        ((_STAY, "要是批准转出去看的,10400"), "5000.00"),  # (10400-400)*50%
        ((_STAY, "要是经批准转到长春花4000呢"), "1800.00"),  # (4000-400)*50%
        ((_STAY, "要是经批准转到长春花4000呢", "那在社区3200呢"), "1800.00"),  # (3200-200)*60%
        ((_STAY, "县医院8400呢"), "4800.00"),  # (8400-400)*60%
    ],
)
def test_a_transfer_is_worked_out_for_another_hospital(
    assistant: Assistant, turns: tuple[str, ...], amount: str
) -> None:
    _, estimate = last_estimate(assistant, *turns)
    assert estimate.amount == amount


def test_which_hospital_it_was_elsewhere_is_asked(assistant: Assistant) -> None:
    reply = last_reply(assistant, "岳池居民卫生院住院3000报多少", "去成都看要花2万呢")
    assert reply.missing == ("hospital_level",)


def test_a_grade_stays_where_only_the_place_is_another(assistant: Assistant) -> None:
    _, estimate = last_estimate(assistant, "重庆二档三级住院3万", "批准转到成都住院3万呢")
    assert estimate.amount == "13140.00"  # (30000-800)*45%
