"""Where no ratio is written, no bill is asked for of which nothing could be worked out."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize(
    "question",
    [
        "吉林县大额,花60块参加大额医疗保险,报几成",
        "吉林县大额医疗保险报多少",
        "吉林县居民医保,加60块买大额,超封顶线3万能报多少",
        "吉林县,花了60元买大额医疗保险,超出5万能报多少",
    ],
)
def test_what_is_written_of_it_is_told_at_once(assistant: Assistant, question: str) -> None:
    reply, estimate = last_estimate(assistant, question)
    assert estimate.status == "unknown"
    assert "没有写大额医疗保险的报销比例" in reply.text
    assert "封顶线130,000.00元" in reply.text


def test_a_bill_that_helps_is_asked_for(assistant: Assistant) -> None:
    reply = last_reply(assistant, "岳池居民医保,二级医院住院能报多少")
    assert reply.missing == ("cost",)
