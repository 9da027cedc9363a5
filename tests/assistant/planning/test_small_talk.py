"""Another illness put into what was asked before is another case of it, and no question to a doctor."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply

_BEFORE = "山东新农合大病,肺癌,农合报完自己还有五万合理费用,最少补多少?"  # (50000-8000)*50%=21000


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("我二叔是肝癌,一样不", "其他疾病:能报 0.00元"),
        ("要是得的肝癌呢", "**医保能报 0.00元**"),
        ("我二叔是胃癌,一样不", "胃癌:至少能报 21,000.00元"),
    ],
)
def test_is_worked_out(assistant: Assistant, message: str, said: str) -> None:
    assert said in last_reply(assistant, _BEFORE, message).text


def test_which_drug_to_take_is_for_the_doctor(assistant: Assistant) -> None:
    assert last_reply(assistant, _BEFORE, "我妈是肝癌,吃什么药好").kind == "decline"
