"""Of which layer a cap is told: a stay's, or that of what lies above it; and what to do once a time is missed."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("message", "says", "says_not"),
    [
        # 成人一年最多报4万元,学生儿童6万元; 大额 is 13万元 for adults who pay 60元 more
        ("长政发那个县居民医保大人封顶多少", "最多报40000元", "130000元**"),
        ("长政发那个县大额多交60能报到多少", "最多报130000元", "最多报40000元"),
        ("长政发那个县在社区住院门槛多少,大额那个多交60能保到多少", "最多报130000元", "最多报40000元"),
        ("长政发那个县学生大额封顶多少", "学生儿童不设大额医疗保险", "**最多报130000元"),
        ("长政发那个县学生一年自己掏几块,封顶多少", "最多报60000元", "最多报130000元**"),
        # 门诊 is asked of after the cap, which is that of the plan: 二档11万元
        ("重庆二档一年交多少,封顶多少,门诊一年给多少", "封顶多少:**最多报110000元**", "合并计算"),
    ],
)
def test_a_cap_is_that_of_the_layer_asked_for(assistant: Assistant, message: str, says: str, says_not: str) -> None:
    text = last_reply(assistant, message).text
    assert says in text
    assert says_not not in text


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("北京新生儿多少天内办一老一小最合适,错过了呢", "9月1日到11月30日"),
        ("重庆居民医保集中交费到哪天,错过了呢", "等满90日"),
    ],
)
def test_what_to_do_once_a_time_is_missed_is_told(assistant: Assistant, message: str, says: str) -> None:
    assert says in last_reply(assistant, message).text
