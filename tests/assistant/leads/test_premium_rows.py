"""What so many persons or years cost, what all treasuries give, who is plainly meant; every figure by hand."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.finding.clause_leads import ClauseLeads
from mingbai.assistant.leads.asks_cost import asks_what_insurance_costs
from mingbai.assistant.leads.question import Question
from tests.assistant.leading import said
from tests.assistant.turns import last_reply

HUNAN, JILIN, LUOYANG = (
    "hunan-district-employee-supplementary-2011",
    "jilin-county-resident-2008",
    "luoyang-employee-catastrophic-2021",
)
BEIJING = "beijing-employee-catastrophic-1995"


@pytest.mark.parametrize(
    ("text", "heads"),
    [("参保人5万个,一年总保费多少", 50_000), ("参保人数3万个", 30_000), ("药开了3个", None)],
)
def test_the_insured_are_counted(text: str, heads: int | None) -> None:
    assert Question.read(text).heads == heads


@pytest.mark.parametrize(
    ("text", "is_cost"),
    [
        ("洛阳大病190一个人,我们单位12个人", True),
        ("预计419万人参保,总盘子多大", True),
        ("大病药费每人190,我们12个人能报多少", False),
        ("参合率要求到多少", False),
        ("城镇医保参保要到多少万人", False),
    ],
)
def test_a_price_a_head_asks_for_the_premium(text: str, *, is_cost: bool) -> None:
    assert asks_what_insurance_costs(text) is is_cost


def test_several_years_at_the_same_rate(leads: ClauseLeads) -> None:
    # 190 * 3
    assert "3年一共**(每年都按这个数):单位或个人570.00元(190×3)" in said(
        leads, LUOYANG, "premium", "灵活就业自己交,三年一共几多"
    )


def test_what_all_treasuries_give_is_added_where_it_is_asked(leads: ClauseLeads) -> None:
    # 40 + 18 + 12
    text = said(leads, JILIN, "subsidies", "普通学生2008年政府一共补多少", insured="学生")
    assert "其中财政40+18+12=70元" in text
    assert "其中财政" not in said(leads, JILIN, "subsidies", "普通学生2008年一年交多少", insured="学生")


def test_a_household_without_words_for_its_numbers(leads: ClauseLeads) -> None:
    # 110 * 2 + 10 * 2
    text = said(leads, JILIN, "subsidies", "2008年一家四口:两大人、两个上小学的,一共缴多少")
    assert "240.00元(110×2+10×2)" in text


def test_a_group_named_within_a_longer_name_is_no_other(leads: ClauseLeads) -> None:
    facts = {"insured": "老人", "hardship": "低收入老人"}
    text = said(leads, JILIN, "subsidies", "低收入老人,各级财政各给多少", **facts)
    assert "个人50.00元;中央财政70.00元;省财政36.00元;县财政24.00元" in text
    assert "其他居民" not in text


def test_the_rows_plainly_meant_stand_alone(leads: ClauseLeads) -> None:
    text = said(leads, HUNAN, "premium-public", "财政全额拨款的退休干部,谁出钱", employment="退休")
    assert "区财政75.00元" in text
    assert "自收自支" not in text


def test_an_average_that_is_nobodys_is_that_of_all(leads: ClauseLeads) -> None:
    # 1500 * 6% * 50
    text = said(leads, BEIJING, "premium-employer", "月平均工资按1500算,在职50人的厂子单位一个月缴多少")
    assert "4,500.00元(1500×50×6%)" in text


def test_an_enterprise_is_not_left_out_for_a_word_far_away(leads: ClauseLeads) -> None:
    # 1000 * 6% * 20
    text = said(leads, BEIJING, "premium-employer", "那个企业大病统筹,上年全市月均工资1000,我厂20个在职的,单位交多少")
    assert "1,200.00元" in text
    assert "不在内" not in text


@pytest.mark.parametrize(
    ("turns", "line"),
    [
        (  # 3×150−3×60: not 450 less the 150 that one of them pays
            ["重庆13年我们三口,选一档,多少", "改二档", "差多少"],
            "**差270.00元**(450.00元−180.00元)。",
        ),
        (["财政全额拨款的退休干部,那个75块的大病团体补充保险谁出钱", "自己要掏吗"], "**个人不用交**"),
        (["岳池县娃儿上小学,医保一年个人出多少,09年", "是低保户的话"], "- **低保、重度残疾的学生**"),
        (
            ["北京大病统筹(95年),全市月均工资2000,我们公司职工平均才1500,那按几多做基数"],
            "**缴费基数按 1,800.00元**(2000×90%)",
        ),
    ],
)
def test_what_was_told_before_goes_on(assistant: Assistant, turns: list[str], line: str) -> None:
    assert last_reply(assistant, *turns).text.startswith(line)


def test_what_the_employer_pays_for_each_person(leads: ClauseLeads) -> None:
    question = "全市平均工资1000,我们厂均才850,单位给每个人每月要交几块"
    text = said(leads, BEIJING, "premium-employer", question)
    assert "54.00元(1000×90%×1×6%)" in text
    assert "个人交多少没有写" not in text


def test_the_wage_told_before_holds_for_what_is_taken_off(assistant: Assistant) -> None:
    first = "北京九五年那个大病统筹的,全市平均工资1000,我们厂均才850,单位给每个人每月要交几块"
    assert "9.00元(1000×90%×1%)" in last_reply(assistant, first, "职工自己扣多少").text


def test_a_lower_wage_told_later_changes_what_is_taken_off(assistant: Assistant) -> None:
    first = "上年本市月平均工资1000块,我们厂50个在职,大病统筹单位每月交几多,个人扣几多,北京企业"
    text = last_reply(assistant, first, "我们厂平均工资才850,个人还是扣10块?").text
    assert "9.00元(1000×90%×1%)" in text
    assert "不在内" not in text  # 工资 makes no 外商投资企业 of 北京企业
