"""What a bare verdict or a part beyond something is asked of; results of years, of whole premiums, of times gone by."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


def test_a_bare_verdict_is_asked_of_all_that_was_told_before(assistant: Assistant) -> None:
    message = "我们一家四口在重庆上户口 想给两个老的买便宜那种 我跟娃儿买贵的 要得不?都买贵的一年好多钱"
    text = last_reply(assistant, message).text
    assert text.startswith("**不能拆开选**")
    assert "个人600.00元(150×4)" in text
    assert "单独参保" not in text


def test_what_lies_beyond_is_asked_of_the_insurance_named_before(assistant: Assistant) -> None:
    text = last_reply(assistant, "吉林县居民医保 每年多交60那个大额 管多少 孩子能办吗 超出的给报几成").text
    assert "最多报13万元" in text
    assert "孩子能办吗:**不能**" in text
    assert "没有写报百分之几" in text
    assert "报0%" not in text
    assert "80%" not in text


@pytest.mark.parametrize(
    ("message", "begins"),
    [
        # 90 days after 10 March 2013 end on 8 June
        (
            "去年底忘了交,今年2013年3月10号才把重庆居民医保的钱全补齐,3月底住院可以报不?啥时候才算数",
            "**不能**:2013年3月10号交的,从2013年6月9日起",
        ),
        ("重庆居民医保2013年2月1号才交,6月住院报得到不,从哪天起算", "**能**:2013年2月1号交的,从2013年5月3日起"),
    ],
)
def test_whether_and_from_when_are_told_together(assistant: Assistant, message: str, begins: str) -> None:
    assert last_reply(assistant, message).text.startswith(begins)


@pytest.mark.parametrize(
    ("message", "begins"),
    [
        ("北京大病统筹95年,出院后发票拖了两个多月才拿来,还给报吗", "**已经过了期限,过期不报销**"),
        ("北京大病统筹95年 门诊最后一天过去70天了 单子还收不收", "**已经过了期限,过期不报销**"),  # 70 > 60
        ("北京大病统筹95年,出院两个月了还能报吗", "**要看是哪几个月**"),  # 59 to 62 days
        ("某县新农合重大疾病,省里出院半个月了,回县合管办还给报不", "**还来得及**"),  # 15 < 30
        ("北京一老一小,娃生下来四个多月了,还能办不", "**已经过了那段时间**"),  # more than 120 days, 28+90=118
    ],
)
def test_a_time_told_in_months_is_held_against_the_deadline(assistant: Assistant, message: str, begins: str) -> None:
    assert last_reply(assistant, message).text.startswith(begins)


def test_the_results_of_two_years_are_each_shared(assistant: Assistant) -> None:
    message = "吴江大病险 去年保费总额按2000万算,综合成本率做到95%,商保公司分多少?另一年107%呢,亏的怎么摊"
    text = last_reply(assistant, message).text
    assert "200,000.00元(400000×50%,没超过20000000×4%)" in text  # 2000万*(97%-95%)*50%
    assert "400,000.00元(800000×50%)" in text  # 2000万*(107%-103%)*50%
    assert text.count("200,000.00元(800000×25%)") == 2


def test_all_premiums_and_what_a_share_of_them_leaves(assistant: Assistant) -> None:
    text = last_reply(assistant, "吴江年初参保按60万人算,大病保费总共多少?先划给保险公司几多,留多少考核").text
    assert "28,800,000.00元**(48×600000)" in text
    assert "27,360,000.00元" in text
    assert "1,440,000.00元" in text


def test_the_edge_of_a_band_that_is_not_known_leaves_the_range(assistant: Assistant) -> None:
    turns = ["95年北京大病统筹我单位职工这次合计28000的费用能支多少", "起付是多少我也不知道"]
    reply = last_reply(assistant, *turns)
    assert reply.kind == "estimate"
    assert "18,650.00元 到 23,150.00元" in reply.text  # 4250+14400, and 5000*90% more
