"""What a question tells in a story and what the rules write, worked out together; each sum by hand beside it."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        # 60*6, 150*6, the difference
        (
            ("重庆2013年,我屋六口人,全家交一档几多钱,全家交二档几多钱,差好多",),
            ("个人360.00元(60×6)", "个人900.00元(150×6)", "相差 540.00元"),
        ),
        (("重庆居民医保,一家三口上二档比上一档一年多交好多",), ("相差 270.00元",)),  # (150-60)*3
        (("重庆合作医疗二档比一档贵好多嘛",), ("相差 90.00元",)),  # 150-60
        (("重庆的居民医保二档比一档贵多少",), ("相差 90.00元",)),  # 150-60
        # 85*2+5+45
        (("岳池09年,我跟我家那口子没工作,一个四岁的崽,还有吃低保的婆婆,这一家总共收多少",), ("220.00元",)),
        # 190*50*70%, 190*30%
        (
            ("洛阳2021年职工大病,公司50个人,公司承担七成,员工承担三成,公司一共出多少,一人扣多少",),
            ("单位一共 6,650.00元", "个人 57.00元"),
        ),
        (("洛阳职工大病2021年,厂里80人,跟职工一家一半,厂里一共掏多少",), ("单位一共 7,600.00元",)),  # 190*80*50%
        # 75*20, of those whom the question names
        (
            ("区直全额拨款的单位退休了20个人,大病团体补充保险的钱谁掏,一共多少",),
            ("区财政1,500.00元(75×20)",),
        ),
        # 48*400000*95%, 48*400000*4.5%
        (
            ("吴江大病参保40万人,一个人48元,年初先拨给保险公司多少,管理费最高提多少",),
            ("18,240,000.00元", "864,000.00元"),
        ),
        # 3000万*(97%-90%), half of it under 3000万*4%
        (("吴江大病,今年保费总额3000万,综合成本率90%,省下来的钱公司能拿多少",), ("2,100,000.00元", "1,050,000.00元")),
        # 1000万*(97%-80%)=170万; its half is above 1000万*4%=40万
        (
            ("吴江大病保费总额1000万,综合成本率93%,公司分多少", "那要是做到80%呢,拿多少"),
            ("1,700,000.00元", "400,000.00元", "1,300,000.00元"),
        ),
        # 4000万*(106%-103%), half of it and two quarters; no premium of one head leads
        (("吴江大病亏了,综合成本率106%,保费盘子4000万,三家怎么摊",), ("600,000.00元", "300,000.00元")),
        # 18000*10, 18000*15
        (("浙江大病,起付线1万8的话,封顶在多少到多少",), ("180,000元到270,000元",)),
        # 60+70, *12
        (("城镇贫困那个县,残疾人的两样补贴我妹都有,一个月一共拿多少,一年呢",), ("**130元**", "一年1,560元")),
        (("城镇贫困那个县,残疾人两样补贴加起来一年领多少",), ("**1,560元**",)),
        # (705-640)*12, (915-835)*12
        (("城镇贫困2020那个县,低保从640涨到705,三无从835涨到915,这两样一年各多多少",), ("780元", "960元")),
        # 80*52, 80*469
        (
            ("我们班52个大学生都交医保,一人80,班长要收齐多少钱?他们08级469个人收的37520对不对",),
            ("个人4,160.00元(80×52)", "个人37,520.00元(80×469)"),
        ),
    ],
)
def test_what_a_story_comes_to_leads_the_answer(
    assistant: Assistant, turns: tuple[str, ...], says: tuple[str, ...]
) -> None:
    reply = last_reply(assistant, *turns)
    lead = reply.text.split("\n\n")[0]
    assert [one for one in says if one not in lead] == []


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("青海新农合,住院报完自己还掏了两万三,按2012年12月那个方案能再拿回多少", "18000.00"),  # 23000-5000
        (
            "吉林那个县(长政发那份文件)2008年居民医保,我没工作,县医院住院6400都合规,能报多少",
            "3600.00",
        ),  # (6400-400)*60%
        # above (6400-400)*60%, below 80*65%+200*40%
        ("城镇贫困2020那个县,卫生院看咳嗽80块,后来县中医院针灸200块,两笔各报多少", "132.00"),
    ],
)
def test_the_year_of_a_document_makes_no_case_that_a_clause_tells(
    assistant: Assistant, question: str, amount: str
) -> None:
    _, estimate = last_estimate(assistant, question)
    assert estimate.amount == amount


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("重庆居民医保,前两年门诊一次没用过,今年看咳嗽用掉28块,门诊定额还剩几块", "152.00"),  # 60+60*2-28
        ("重庆居民医保,前两年门诊一次没用过,今年看咳嗽用掉28块,门诊定额还剩多少", "152.00"),
        ("重庆居民医保,普通门诊今年用了20,还剩多少", "40.00"),  # 60-20
        ("重庆居民医保,去年门诊没用过,今年花了50,门诊额度还剩几块", "70.00"),  # 60+60-50
        ("重庆居民医保,前年去年门诊都没用过,今年花了45,门诊额度余额多少", "135.00"),  # 60+60*2-45
        ("重庆居民医保断过一年,头两年门诊没用,今年用了35,还剩多少", "25.00"),  # 60-35: nothing is carried over
        ("重庆居民医保,门诊花了100,还能报多少", "60.00"),  # a bill, min(100, 60)
        ("重庆居民医保,普通门诊花了35能报多少", "35.00"),
    ],
)
def test_what_is_left_of_a_yearly_allowance(assistant: Assistant, question: str, amount: str) -> None:
    _, estimate = last_estimate(assistant, question)
    assert estimate.amount == amount


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("重庆居民医保,怀起娃儿一路产检到医院顺产,前前后后一共补好多", "500.00"),  # 100+400
        ("重庆居民医保,产检加顺产能补好多", "500.00"),
        ("重庆居民医保,生娃和产检加起来补几多", "500.00"),
        ("重庆居民医保,产检没做过,顺产一共补多少", "400.00"),
        ("重庆居民医保,光算产检,不算顺产,补多少", "100.00"),
    ],
)
def test_a_birth_with_its_examinations_has_both_allowances(assistant: Assistant, question: str, amount: str) -> None:
    _, estimate = last_estimate(assistant, question)
    assert estimate.amount == amount


def test_an_allowance_without_a_bill_says_what_it_is_and_no_own_share(assistant: Assistant) -> None:
    reply = last_reply(assistant, "重庆居民医保生孩子一共补多少钱")
    assert reply.text.startswith("**医保能报 500.00元**(定额100+定额400)。")


@pytest.mark.parametrize(
    ("question", "not_said"),
    [
        ("吴江大病保费总额2000万,管理费最多能提多少", "19,000,000"),  # of the management fee alone
        ("吴江大病保险管理费最多提百分之几", "000元"),  # no premium told
        ("浙江大病封顶是起付线的几倍", "元到"),  # no sum told
        ("重庆居民医保一档和二档住院报销差多少", "相差 90"),  # of care
    ],
)
def test_nothing_is_worked_out_that_was_not_asked(assistant: Assistant, question: str, not_said: str) -> None:
    assert not_said not in last_reply(assistant, question).text.split("\n\n")[0]
