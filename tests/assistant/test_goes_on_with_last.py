"""What goes on with the last answer: the yearly deductible at the next visit, another year for the same persons."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    "turns",
    [
        ("岳池特殊大病门诊,大人,全年6350", "已经第二次去了门槛费还扣不扣"),
        ("北京小孩住院5000报多少", "下个月再住还要扣起付线吗"),
    ],
)
def test_a_yearly_deductible_is_not_taken_off_again(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert last_reply(assistant, *turns).text.startswith("**今年扣过了就不再扣**")


def test_one_of_each_stay_is(assistant: Assistant) -> None:
    assert "每次都扣" in last_reply(assistant, "重庆二档三级住院2万报多少", "再住一次还要扣门槛费吗").text


@pytest.mark.parametrize(
    ("turns", "line"),
    [
        (("岳池居民2009年大人要交几多,10年呢", "两口子10年一共"), "- **2人一共**:个人340.00元(170×2)"),
        (("岳池居民2009年夫妻两个交多少", "2010年两个人一共呢"), "- **2人一共**:个人340.00元(170×2)"),
    ],
)
def test_another_year_takes_the_place_of_the_first(assistant: Assistant, turns: tuple[str, ...], line: str) -> None:
    assert line in last_reply(assistant, *turns).text.split("\n")[:3]
