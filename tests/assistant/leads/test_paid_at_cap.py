"""What is paid at most, where the cap is one of the expense or none is written."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        # 40000*85%+40000*90%+20000*95%
        ("湖南区 封顶多少", "**最多报89000元**(每年;费用最多算到100000元,自己负担的也在里面)"),
        ("湖南区团体补充一年最多赔多少", "**最多报89000元**"),
        ("重庆二档封顶多少", "**最多报110000元**(每年)"),
        ("吴江封顶多少", "**没有写封顶**"),
        ("吴江大病最多能报多少", "**没有写封顶**"),
        ("吴江管理费最多提多少", "**不高于保费总额的4.5%**"),
    ],
)
def test_what_is_paid_at_most(assistant: Assistant, question: str, begins: str) -> None:
    assert last_reply(assistant, question).text.startswith(begins)
