"""Second turns that only change the case, sums that only name the insurance, and wishes to take it out."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.leads.when_paid import asks_when_paid, without_price
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize("again", ["换成三级呢", "那三级的", "要是三级医院", "三级呢"])
def test_a_rate_is_asked_again_for_another_level(assistant: Assistant, again: str) -> None:
    reply = last_reply(assistant, "洛阳职工大病,二级医院退休报几个点", again)
    assert "87%" in reply.text  # 85%+2%


@pytest.mark.parametrize("again", ["要是去成都住的呢", "换成在成都住院呢"])
def test_a_bill_is_worked_out_again_for_another_place(assistant: Assistant, again: str) -> None:
    _, estimate = last_estimate(assistant, "岳池居民医保,三级医院住院一万八报多少", again)
    assert estimate.amount == "8575.00"  # (18000-(550+300))*(55%-5%)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("区里那个75块的职工大病补充,2011年头一年最迟交到几号", "5月31日"),
        ("洛阳大病那190块啥时候交", "4月1日到6月30日"),
        ("洛阳大病险的190块哪天交", "4月1日到6月30日"),
        ("重庆居民医保那150块好久交", "2012年9月1日到12月20日"),
        ("重庆2013居民医保好久交钱", "2012年9月1日到12月20日"),
        ("邢台2013年居民参保从几号收到几号", "2012年7月1日到2012年10月31日"),
        ("岳池学生娃的医保好久收钱", "9月1日到30日"),
    ],
)
def test_the_day_comes_first(assistant: Assistant, text: str, day: str) -> None:
    assert day in last_reply(assistant, text).text.split("\n\n")[0]


def test_a_price_gives_way_where_one_asks_when(assistant: Assistant) -> None:
    assert without_price("那190块啥时候交") == "保费啥时候交"
    assert without_price("一年交190块还是多少") == "一年交190块还是多少"
    assert not asks_when_paid("啥时候交,交多少")
    assert not asks_when_paid("交了190块几天能用")


def test_another_city_is_not_taken_for_the_hidden_one(assistant: Assistant) -> None:
    assert last_reply(assistant, "上海75块的职工大病补充报几成").kind == "decline"


def test_a_wish_to_enrol_is_not_asked_for_care(assistant: Assistant) -> None:
    reply = last_reply(assistant, "我们是重庆的,想参居民合作医疗二档")
    assert reply.kind == "fact"
    assert "care" not in reply.missing


def test_the_persons_told_before_are_counted(assistant: Assistant) -> None:
    reply = last_reply(assistant, "重庆的,想参居民合作医疗二档", "我们家四口", "一年一共要交好多")
    assert "600" in reply.text  # 150*4


@pytest.mark.parametrize(
    "text",
    [
        "重庆的,我想老的两个买150的,我和娃儿买60的,要得不",
        "重庆 娃能不能单独交一档",
        "重庆一家四口我想给老人买150的我们年轻的买60的可以不",
        "重庆爸妈交150,我和我老婆交60,行不行",
    ],
)
def test_one_household_has_one_plan(assistant: Assistant, text: str) -> None:
    assert last_reply(assistant, text).text.startswith("**不行**")


def test_a_case_of_what_a_clause_tells_is_looked_up(assistant: Assistant) -> None:
    reply = last_reply(assistant, "北京申请定点,医院和经办的协议一年一签对吧", "那如果对方违约我们想解除")
    assert "提前3个月" in reply.text.split("\n\n")[0]


def test_what_insurance_pays_once_more(assistant: Assistant) -> None:
    _, estimate = last_estimate(assistant, "桂阳建档立卡,二伯住院全部补完自己还剩两万二,医保再给补多少")
    assert estimate.amount == "11000.00"  # 22000*50%
