"""A share told above the deductible: that comes on top where each stay has it, and is met where the year has one."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        (("青海大病,过了起付线又花了2万,能给多少",), "20000.00"),  # 5000+20000-5000
        (("青海大病自付2万给多少",), "15000.00"),  # 20000-5000
        (("青海大病,过了起付线又花了2万,能给多少", "那3万呢"), "25000.00"),  # 30000-5000
    ],
)
def test_a_share_above_the_deductible_of_each_stay(assistant: Assistant, turns: tuple[str, ...], amount: str) -> None:
    estimate = last_reply(assistant, *turns).estimate
    assert estimate is not None
    assert estimate.amount == amount


def test_a_share_above_the_deductible_of_the_year(assistant: Assistant) -> None:
    reply = last_reply(
        assistant, "浙江大病险封顶是咋算的,我们那去年人均收入二万四", "那过了起付线以后又花了十万合规的,至少给多少"
    )
    assert reply.estimate is not None
    assert reply.estimate.low == "50000.00"  # 100000*50%


def test_the_name_of_the_insurance_is_no_illness_off_its_list(assistant: Assistant) -> None:
    assert "要看情况" not in last_reply(assistant, "山东大病保险,肺癌,自付2万,能报多少").text
