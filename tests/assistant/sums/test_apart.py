"""What strangers get is told of each, and added up only where that is asked; three choices stand in one line."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("message", "first"),
    [
        # 40000*90%, 40000*85%
        (
            "我在洛阳做腹膜透析(门诊),在职,超出封顶线4万块,大病给多少?我同病房那个做的是普通的重特大病门诊同样4万呢",
            "**本人能报 36,000.00元,病友能报 34,000.00元**,相差 2,000.00元",
        ),
        # (30000-800)*45%, (20000-300)*65%
        (
            "重庆二档,我三甲住院花了3万报多少?我同事二级住院花了2万呢",
            "**本人能报 13,140.00元,同事能报 12,805.00元**,相差 335.00元",
        ),
        # (5000-300)*60% + (6000-800)*40%
        ("我室友和我都是重庆一档,她二级花了5000,我三级花了6000,一共报多少", "**医保一共能报 4,900.00元**"),
        # (30000-800)*45% + (20000-800)*45%
        ("重庆二档三甲住院我花了3万,我妈花了2万,报多少", "**医保一共能报 21,780.00元**"),
    ],
)
def test_strangers_are_told_each(assistant: Assistant, message: str, first: str) -> None:
    assert last_reply(assistant, message).text.startswith(first)


def test_three_amounts_stand_in_the_first_line(assistant: Assistant) -> None:
    # 30000*70%, 30000*75%, 30000*85%
    reply = last_reply(assistant, "洛阳重特大病住院,在职,超限额3万,省里的医院、市里的医院、县医院各能报多少")
    first = reply.text.partition("\n")[0]
    assert all(one in first for one in ("21,000.00元", "22,500.00元", "25,500.00元"))
