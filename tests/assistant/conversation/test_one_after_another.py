"""Bills told a message each: they go on with the year of their person, and 一共 adds up all of them."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        # (20000-800)*45%=8640, (8000-300)*65%=5005
        (("重庆二档三级住院2万", "我爸也住了,二级8000", "我们俩一共报多少"), "13645.00"),
        # + (10000-800)*45%=4140
        (("重庆二档三级2万", "我爸二级8000", "我妈三级1万", "三个人一共报多少"), "17785.00"),
        (("重庆二档三级2万", "我爸二级8000", "我妈三级1万,三个人一共报多少"), "17785.00"),
        # (6800-300)*60%, and (1100-100)*80%: 6800 is told twice and one bill
        (
            (
                "重庆一档,婆婆二级住院单子6800,护工我另外付的,那这6800能报几多",
                "婆婆春上在镇卫生院也住过,1100",
                "两次加起来",
            ),
            "4700.00",
        ),
        # (5000-650)*70%=3045, then 8000*70%=5600: the deductible once a year
        (("北京小孩住院5000", "下半年又住院一次8000"), "5600.00"),
        (("北京小孩住院5000", "下半年又住院一次8000", "一年一共报多少"), "8645.00"),
        # (4000-350)*60%=2190, (6000-250)*60%=3450: 100 less at the second stay
        (("岳池二级住院4000", "今年又住一次,同一家医院6000", "合计"), "5640.00"),
        # 5000-(3200-350)*60%-4000*60%: the deductible once, the cap of the year for all; however the next one is told
        (("岳池特殊大病门诊,今年开头已经用了3200", "后头几个月又用了4000块", "年底再用2000呢"), "890.00"),
        (("岳池特殊大病门诊,年初花了3200", "后来又花了4000", "12月份2000"), "890.00"),
        (("岳池特殊大病门诊,年初花了3200", "后来又花了4000", "到11月又是2000,一共能报多少"), "5000.00"),
        # 50000 went before: the next 30000 lie between 40000 and 80000, at 90%
        (("湖南区超限5万", "又住了一次院,再超3万"), "27000.00"),
        (("湖南区超限5万", "又住了一次院,再超3万", "今年一共赔多少"), "70000.00"),
        # the sum so far is told: 40000*85%+40000*90%+16000*95%
        (("湖南区超限6万6", "我又去住了一回,今年一共超了9万6"), "85200.00"),
        # and without a word for the year: 40000*85%+20000*90%
        (("湖南区超限3万5", "现在又住院了,一共超了6万"), "52000.00"),
        # (6350-350)*60%, then (3250-250)*60%: it was the first
        (("岳池居民,第一回在二级医院住院6350,报多少", "年底她又进去了,还是那家,这回3250"), "1800.00"),
        # the deductible of 350 once a year, and no bill where it is asked about: 2000*60%
        (("岳池特殊大病门诊,今年头一次去开了1350的药", "第二回又2000,门槛还扣350不扣,报多少"), "1200.00"),
        # 12000*85% + 8000*85%
        (("洛阳职工 县级医院重特大病住院超封顶12000", "门诊重特大病又花8000,腹透不是", "两块加一起"), "17000.00"),
        # 40000*85%+40000*90%+20000*95%: what lay above the line is 100000, 多少 adds nothing
        (
            ("交48元那种城镇职工大病,超基本封顶4万之上的部分每段报百分之几", "那我超出去的有10万呢 总共赔多少"),
            "89000.00",
        ),
        # 110000-102000, then min((30000-800)*45%, 110000-50000)
        (("重庆二档,今年前头报了10.2万,现在又要住三甲,花3万", "要是前面才报了五万嘞"), "13140.00"),
        # 30000*90%=27000, 50000*87%=43500
        (("洛阳在职二级超限3万", "我爸退休三级超5万", "加一起呢"), "70500.00"),
        # 3000*80%, 5000*80%
        (("厦门低保,自付3000", "我老伴也是低保,自付5000", "两个人加起来救助多少"), "6400.00"),
    ],
)
def test_bills_told_a_message_each_are_added_up(assistant: Assistant, turns: tuple[str, ...], amount: str) -> None:
    reply, estimate = last_estimate(assistant, *turns)
    assert estimate.amount == amount, reply.text


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        (("岳池二级住院4000", "明年又住院,二级6000"), "3390.00"),  # (6000-350)*60%: another year
        (("岳池二级8000", "再花一千呢"), "5190.00"),  # (9000-350)*60%: more of the one bill
        (("岳池二级8000", "不对,是二级9000"), "5190.00"),
        (("湖南区超限3万", "要是又用了五万呢"), "43000.00"),  # 40000*85%+10000*90%: instead of the one before
    ],
)
def test_what_changes_a_bill_is_no_bill_more(assistant: Assistant, turns: tuple[str, ...], amount: str) -> None:
    reply, estimate = last_estimate(assistant, *turns)
    assert estimate.amount == amount, reply.text


@pytest.mark.parametrize(
    ("turn", "amount"),
    [
        ("北京小孩,今年住院先报了一次了,这次又住院花了8000", "5600.00"),  # 8000*70%
        ("吉林县,门诊化疗这一年报过一回了,这次县医院花6000", "3600.00"),  # 6000*60%
        ("岳池,特殊门诊今年已报3000,这次又花5000", "2000.00"),  # 5000-3000
        ("重庆居民,普通门诊今年用过20了,这次花70", "40.00"),  # 60-20
        ("桂阳建档立卡,今年住院再次补助已领了2万5,这次自付2万", "5000.00"),  # 30000-25000
        ("岳池居民,上个月住过县医院,这个月又住,二级 4200", "2370.00"),  # (4200-250)*60%
        ("北京小孩住院8000,今年还没报过", "5145.00"),  # (8000-650)*70%
    ],
)
def test_what_the_year_has_taken_before_is_counted(assistant: Assistant, turn: str, amount: str) -> None:
    reply, estimate = last_estimate(assistant, turn)
    assert estimate.amount == amount, reply.text


def test_what_a_person_bears_of_all_bills_is_told_first(assistant: Assistant) -> None:
    # (4300−300)×60% = 2400, (3300−300)×60% = 1800: 7600−4200
    stays = ("重庆一档,二级医院住院4300", "过了俩月又进去住了,这回3300")
    assert last_reply(assistant, *stays, "两回加起来我自己出多少").text.startswith("**自己一共付 3,400.00元**")
    assert last_reply(assistant, *stays, "自己总共承担多少").text.startswith("**自己一共付 3,400.00元**")


def test_the_whole_so_far_says_what_it_adds_to_the_bill_before(assistant: Assistant) -> None:
    reply = last_reply(assistant, "湖南区超限3万5", "现在又住院了,一共超了6万")
    assert "22,250.00元" in reply.text  # 52000-35000*85%
