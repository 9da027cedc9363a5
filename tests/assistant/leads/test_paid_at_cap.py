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


def test_what_an_insurance_is_said_to_take_is_no_bill(assistant: Assistant) -> None:
    reply = last_reply(assistant, "青海的,住院报销完自家还得付一万二,能报多少", "这保险一年收我五十块?")
    assert reply.estimate is None
    assert "个人不用再缴" in reply.text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("重庆一家四口我想给老人买150的我们年轻的买60的可以不", "**不行**"),
        ("重庆爸妈交150,我和我老婆交60,行不行", "**不行**"),
        (
            "北京那个老大病统筹里,标着要个人另外负担一部分的那种药,4600块,我自己先出多少",
            "**自己先付 920.00元**",
        ),  # 4600*20%
    ],
)
def test_what_is_asked_stands_first(assistant: Assistant, question: str, begins: str) -> None:
    assert last_reply(assistant, question).text.startswith(begins)


def test_a_sum_that_others_are_held_against_is_no_bill(assistant: Assistant) -> None:
    told = ("吉林县里城镇居民医保低保户成年人交多少", "国家省里县里各给出多少 加起来对得上180不")
    assert "合计180.00元(其中财政70+36+38=144元)" in last_reply(assistant, *told).text  # 36+144
