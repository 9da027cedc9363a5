"""One of several bills is put right: all are worked out again with that one changed."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply

LUOYANG = "洛阳职工大病,我在职,过了统筹封顶以后在三级医院花4万,又在社区卫生服务中心住了花1万5,合起来报多少"
PARENTS = "重庆二档,我爸三级住院花了3万,我妈二级住院花了1万,一共报多少"


@pytest.mark.parametrize(
    ("turns", "total"),
    [
        # 40000*85%=34000, 2500*95%=2375
        ((LUOYANG, "说错了说错了,社区那笔是两千五不是一万五"), "36375.00"),
        # 50000*85%=42500, 15000*95%=14250
        ((LUOYANG, "三级那笔应该是5万"), "56750.00"),
        # 40000*85%=34000, (15000-5000)*95%=9500
        ((LUOYANG, "第二笔少花5000呢"), "43500.00"),
        # (30000-800)*45%=13140, (20000-300)*65%=12805
        ((PARENTS, "说错了,我妈那笔是2万"), "25945.00"),
        ((PARENTS, "不对,是2万", "我妈那笔"), "25945.00"),
        # (40000-800)*45%=17640, (10000-300)*65%=6305
        ((PARENTS, "那我爸的要是4万呢"), "23945.00"),
    ],
)
def test_the_others_stay_as_they_were(assistant: Assistant, turns: tuple[str, ...], total: str) -> None:
    _, estimate = last_estimate(assistant, *turns)
    assert estimate.amount == total


def test_which_one_is_asked_where_nothing_says_it(assistant: Assistant) -> None:
    reply = last_reply(assistant, PARENTS, "说错了,是2万")
    assert reply.kind == "clarify"
    assert "30000元、10000元" in reply.text
