"""A part of a message that names no subject is asked of the one told before it."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("message", "line", "not_told"),
    [
        ("重庆慢性病门诊二级医院报多少，一年最多多少", "1000元", "11万元"),
        ("重庆慢性病门诊起付线多少，一年封顶多少", "1000元", "一档7万元，二档11万元**"),
        ("重庆新兴医院退休职工住院门槛多少报多少，是真的吗", "退休95%", "最高90%"),
        ("骑摩托自己摔断腿在重庆县医院住院，证明谁开？写些啥？交给谁？", "村（居）委会开", "定点医院开"),
        ("吉林县学生儿童能不能报意外伤害，有没有起付线，封顶多少", "最多报60000元", "报百分之几"),
        ("桂阳县建档立卡的贫困户门诊有起付线没有？住院多报几成？", "提高10%", "没有写**"),
        ("某县的城镇贫困户，村卫生室看门诊报几成，有没有起付线，啥时候开始的", "2019年10月1日", "2018年"),
        ("洛阳灵活就业的，大病保险钱谁出，一年多少", "灵活就业人员", "利息"),
        (
            "区直机关全额拨款退休干部，团体大病补充75块要不要我自己出30？另外乡镇退休的同事呢？",
            "自己不用交",
            "个人30元",
        ),
        ("我爸自收自支单位退休的，湖南区里大病补充险他自己要不要出钱，另外离休的能参加吗", "不是财政全出", "区财政"),
        ("镇政府全额拨款退休的，大病团体补充那30块要我掏不，封顶多少", "最多报89000元", "个人30.00元"),
        ("富阳报纸上那个再障的小伙子，花了254万，各家一共给他补了几多，富阳大病有没有上限", "一共193万元", "2321"),
        ("富阳那个蒋大妈吃低保的，一共报给她多少，富阳一共补了多少人", "一共报了33万元", "2321万元：一共"),
        ("吴江综合成本率98%次年保费调不调，95%呢，105%呢", "低于97%", "可以调"),
        ("省级医院看完大病回来，县合管办要啥材料？户口本要不要？", "出院证", "市县级定点医疗机构与县合管办结算"),
    ],
)
def test_a_part_is_asked_of_what_was_told_before_it(
    assistant: Assistant, message: str, line: str, not_told: str
) -> None:
    opening = last_reply(assistant, message).text.partition("(《")[0]
    assert line in opening
    assert not_told not in opening


@pytest.mark.parametrize(
    ("message", "lines"),
    [
        ("重庆二档三级住院报几成，封顶多少", ("45%", "110000元")),
        ("北京一老一小，给小孙子办要填几份表，银行随便哪家的都行？", ("2份", "三家里选一家")),
    ],
)
def test_a_part_with_an_answer_of_its_own_keeps_it(assistant: Assistant, message: str, lines: tuple[str, ...]) -> None:
    opening = last_reply(assistant, message).text.partition("(《")[0]
    assert all(line in opening for line in lines)
