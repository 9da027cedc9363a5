"""Sums as people tell them, from the message to the amount: premiums, own shares, what is spent once more."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply


def amount(assistant: Assistant, *turns: str) -> str | None:
    """What the last of several messages comes to."""
    _, estimate = last_estimate(assistant, *turns)
    return estimate.amount or estimate.low


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # a premium tells the plan: (9800-300)*65%, (30000-800)*40%, (8000-300)*65%
        (("重庆的,交的是150一年那个,二级医院住院花了9800,能报多少",), "6175.00"),
        (("重庆居民医保,每年六十块那种,三甲住院花了3万,能报多少",), "11680.00"),
        (("重庆居民医保二级医院住院花了8000,能报多少", "150的"), "5005.00"),
        (("重庆居民医保60那档,二级医院住院5000报多少", "那要是当初交的是150那个呢"), "3055.00"),  # (5000-300)*65%
        # a document of no place is known by its premium: 40000*85%+(100000-80000)*90%
        (("一年交48块的那个大病医疗,今年总共花了10万,能报多少",), "52000.00"),
        (("48块那个职工大病花了7万报多少", "要是12万呢"), "70000.00"),  # 40000*85%+40000*90%
        # the fund's own 40000 is the cap, and no part of the excess: 30000*85%; 40000*85%+30000*90%
        (("一年交48块的职工大病,基本医保四万用完了,又超出来三个w,给报多少",), "25500.00"),
        (("48元那种职工大病,超过4万封顶以外的费用又用了7万,报多少",), "61000.00"),
        # what special outpatient care was paid counts to the same limit: min((50000-550)*55%, 30000-5000)
        (("岳池09年,特殊门诊已经报满五千了,本地三级医院第一次住院五万,还能报多少",), "25000.00"),
        # what is written of the first step is lost, and told here: (5000-2000)*90%+5000*85%+10000*80%
        (("北京大病统筹,单位说起步线是两千以上才报,范围内一共花了两万,能报多少",), "14950.00"),
        # (21000-12000-1500)*80% beside the 12000
        (("厦门医疗救助,住院总共两万一,医保报了12000,剩下的里头1500是目录外,各项一共报多少",), "18000.00"),
        # what somebody bore himself, and once more: (5800-5000) of it
        (("娃他爷在青海住院,报完以后自家出了四千八,大病那个报多少",), "0.00"),
        (("青海大病住院报完自己出了4800,报多少", "那要是又花了一千呢"), "800.00"),
        # 俺娘肺癌 is on the list: (30000-8000)*50%, at least
        (("山东新农合,俺娘肺癌,合作医疗报完自己还搭进去三万,二次能补多少",), "11000.00"),
        (("山东农村的,腰椎间盘突出做手术自己花了两万,大病二次补偿给多少",), "0.00"),
        # by the month for a year: 850*12*80%, and 260*12*60% up to the cap of 1000
        (("厦门 透析门特 每个月医保报完自己出850 我是救助对象 一年下来救助能补多少",), "8160.00"),
        (
            ("重庆居民医保 高血压有特病证 每个月在二级医院拿药两百六 一年算下来能报到手多少",),
            "1000.00",
        ),  # 3120*60%, capped
        # what basic insurance paid is not what the second layer has paid: 300000*85%, (110000-30000)*50% at least
        (("洛阳职工大病 在职 超限额30万 统筹报过了40万 三级住院 大病给多少",), "255000.00"),
        (("浙江大病起付线算3万,基本医保报过之后还有11万合规的要自己出,大病最少能再报几多",), "40000.00"),
        (("重庆二档三级医院住院5万,今年居民医保报过10万",), "10000.00"),  # 110000-100000
        (("湖南职工大病团体补充 医药费全部算进去是13万 四万以上那块赔多少",), "79500.00"),  # 34000+36000+10000*95%
        (("岳池,老汉今年第二回进县医院了,二级,药费八千块,这次报多少",), "4650.00"),  # (8000-250)*60%
    ],
)
def test_a_sum_as_it_is_told(assistant: Assistant, turns: tuple[str, ...], expected: str) -> None:
    assert amount(assistant, *turns) == expected


def test_a_premium_alone_brings_no_document_that_has_a_place(assistant: Assistant) -> None:
    reply = last_reply(assistant, "我一年交150,二级医院住院花了8000,能报多少")
    assert reply.kind == "clarify"  # others may pay 150 too
    assert reply.estimate is None


def test_two_premiums_put_two_plans_side_by_side(assistant: Assistant) -> None:
    reply = last_reply(assistant, "重庆 交60的和交150的差多少,二级医院住院1万")
    assert "5,820.00元" in reply.text  # (10000-300)*60%
    assert "6,305.00元" in reply.text  # (10000-300)*65%
    assert "485.00元" in reply.text  # 6305-5820


def test_a_question_for_the_own_part_does_not_rename_the_bill(assistant: Assistant) -> None:
    question = "厦门低保户住院总共3万 没有自费药 医保先报了2万1 再过一道救助 最后自己掏多少"
    reply = last_reply(assistant, question)
    assert "自己付 1,800.00元" in reply.text  # (30000-21000)*20%


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("吴江低收入户 居民医保 今年自负攒到6800 那个六成能拿到伐", "**没到7,000.00元**"),  # 7000-6800
        ("吴江 低收入家庭 职工医保 自付3500 补多少", "**没到4,000.00元**"),
    ],
)
def test_a_sum_short_of_a_bound_is_told_so(assistant: Assistant, question: str, begins: str) -> None:
    reply = last_reply(assistant, question)
    assert reply.text.startswith(begins)
    assert "low-income" in {one.clause for one in reply.citations}


def test_nobody_else_is_told_of_that_bound(assistant: Assistant) -> None:
    reply = last_reply(assistant, "吴江普通家庭 居民医保 自负6800 补多少")
    assert "没到" not in reply.text


def test_a_sum_that_others_are_held_against_is_no_bill(assistant: Assistant) -> None:
    told = ("吉林县里城镇居民医保低保户成年人交多少", "国家省里县里各给出多少 加起来对得上180不")
    assert "合计180.00元(其中财政70+36+38=144元)" in last_reply(assistant, *told).text  # 36+144


def test_what_an_insurance_is_said_to_take_is_no_bill(assistant: Assistant) -> None:
    reply = last_reply(assistant, "青海的,住院报销完自家还得付一万二,能报多少", "这保险一年收我五十块?")
    assert reply.estimate is None
    assert "个人不用再缴" in reply.text
