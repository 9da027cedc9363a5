"""Whether anything is left to pay oneself is worked out of the bill; a house told of before is counted on."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("message", "first"),
    [
        # 60 + (60-23) = 97, and 80 are within it; of 120 there are 23 left to pay
        (
            "重庆那个门诊每年60块,我去年只用了23,今年中间没断交,感冒看了两回共80块,还要不要自己贴钱",
            "**不用自己付钱**,医保能报 80.00元(定额60+结转37)",
        ),
        ("重庆居民普通门诊,去年用了23,今年感冒花了120,要自己贴钱吗", "**自己付 23.00元**,医保能报 97.00元"),
        # broken off: 60 alone
        ("重庆居民普通门诊,去年用了23,今年断过交,感冒花了80,要自己贴钱吗", "**自己付 20.00元**,医保能报 60.00元"),
        ("重庆居民普通门诊,今年感冒花了80,要自己贴钱吗", "**自己付 20.00元**"),
        # 30000 - (30000-800)*45%
        ("重庆二档三级住院花了3万,还要不要自己贴钱", "**自己付 16,860.00元**"),
        # 60+37-30
        ("重庆居民门诊去年用了23,今年用了30,还剩多少", "**医保能报 67.00元**"),
    ],
)
def test_what_is_left_to_pay(assistant: Assistant, message: str, first: str) -> None:
    assert last_reply(assistant, message).text.startswith(first)


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        # (150-60)*5
        (
            (
                "屋头五口人户口都在重庆,我想给爸妈买150的,我们三个年轻的买60的,得行不",
                "那全家都买高的比都买低的一年多出好多",
            ),
            "- **5人一共相差 450.00元**(750−300)",
        ),
        (
            ("重庆的,一家三口能不能老人买高的年轻人买低的", "全家选贵的比选便宜的要多掏几多"),
            "- **3人一共相差 270.00元**(450−180)",
        ),
        (("重庆二档比一档多交多少",), "- **相差 90.00元**(150−60)"),
    ],
)
def test_what_all_of_a_house_pay_more(assistant: Assistant, turns: tuple[str, ...], first: str) -> None:
    assert last_reply(assistant, *turns).text.startswith(first)


def test_who_is_not_disabled_is_asked_no_degree(assistant: Assistant) -> None:
    # 170*2+10
    reply = last_reply(assistant, "岳池2010年一家交多少:我没上班,儿子5岁没得残疾也不是低保,老公没单位")
    assert "350.00元" in reply.text.partition("\n")[0]
    assert "重度残疾的话" not in reply.text
