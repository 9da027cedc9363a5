"""What follows from figures that a clause writes; each expected sum is worked out by hand beside it."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.policy_leads import PolicyLeads
from mingbai.rules.case import Case

COUNTY, POOR = "county-employee-plan", "county-urban-poor-2020"
SHIYAN, STUDENTS, LULONG = "shiyan-2013", "university-student-insurance", "lulong-ncms"
LUOHE, UNIFIED = "luohe-hospital-2015", "national-unification-2016"
BEIJING = "beijing-designated-institutions"


def _reckoned(policy_leads: PolicyLeads, policy: str, clauses: str, question: str) -> str:
    lead = policy_leads.reckoned(policy, question, clauses.split(), Case({}))
    return lead.text if lead else ""


@pytest.mark.parametrize(
    ("policy", "clause", "question", "said"),
    [
        # 49370-2630
        (
            SHIYAN,
            "revenue-target",
            "职工医保要比居民医保多收多少万",
            "**46,740万元**:职工医保49,370万元−居民医保2,630万元。",
        ),
        # 2630-2200
        (SHIYAN, "revenue-target", "生育保险比居民医保少收多少万", "**430万元**"),
        # 114560-37520
        (STUDENTS, "numbers", "收了11万多嘛 把08级的刨掉 其他年级收了多少", "**77,040元**"),
        # 1432-469
        (STUDENTS, "numbers", "除了08级 其他年级多少人", "**963人**:整个学院1,432人−08级469人。"),
        # 2500-1127
        (UNIFIED, "shandong", "农村人能用的药多出来多少种", "**1,373种**:2,500种−1,127种"),
        # 915-835
        (POOR, "extreme-poor", "三无人员的补助每月涨了多少", "**80元**:915元−835元"),
        # (705-640)×12
        (POOR, "subsistence", "低保一年能多领多少", "**780元**:每月差65元(705元−640元),×12个月。"),
        # (20-10)×1200
        (LULONG, "subsidy", "中央补助明年一个人多几块 俺村1200口子人 合起来多多少", "**12,000元**"),
        # 1893-1597
        (
            LUOHE,
            "numbers",
            "15年医保一共住了几多人 比头一年多不多",
            "**296人**:2015年医保住院1,893人−2014年住院1,597人。",
        ),
        # 9824195.76-6547957.82
        (LUOHE, "numbers", "2015年收入比上年多多少", "**3,276,237.94元**"),
        # 1845-1216
        (LUOHE, "numbers", "慢性病2015年比2014年多看了多少人次", "**629人次**"),
        # 600-100, only planned and only about
        (COUNTY, "deductible", "明年住院门槛费降完了还要扣几多", "**大约500元**:600元−100元(只是打算,还没有实行)。"),
    ],
)
def test_a_difference_is_worked_out_of_the_figures_named(
    policy_leads: PolicyLeads, policy: str, clause: str, question: str, said: str
) -> None:
    assert _reckoned(policy_leads, policy, clause, question).startswith(said)


@pytest.mark.parametrize(
    ("policy", "clause", "question", "said"),
    [
        # 70×2×12
        (
            POOR,
            "disability-allowance",
            "屋里头两个重度残疾 护理补贴一年总共领得到好多钱",
            "**1,680元**:每月70元×2人×12个月。",
        ),
        # 60×12
        (POOR, "disability-allowance", "困难残疾人生活补贴一年多少钱", "**720元**:每月60元×12个月。"),
        # 70×3
        (POOR, "disability-allowance", "重度残疾护理补贴三个月一共发多少", "**210元**:每月70元×3个月。"),
        # 915×12, and not 835×12
        (POOR, "extreme-poor", "三无人员补助一年下来多少钱", "**10,980元**:每月915元×12个月。"),
        # 60+70
        (POOR, "disability-allowance", "两样补贴加起来一个月多少", "**130元**"),
        # 3000×50%
        (COUNTY, "changsha", "特殊病种门诊自付了3000块 那个补助给退多少", "**1,500元**:3000元×50%。"),
        # 800×30%
        (COUNTY, "changsha", "住院起付标准扣了800 补助多少", "**240元**:800元×30%。"),
        # 30+30+30
        (BEIJING, "city-review district-review", "区里审完送市里 顶格拖满一共要多少个工作日", "**最长90个工作日**"),
        # 30+30
        (BEIJING, "city-review district-review", "区里和市里审查一共要几个工作日", "**60个工作日**"),
        # 30+30, with the extension 30+30+30: the second counts from what the first hands on
        (BEIJING, "district-review", "材料交到区里,一共要审多少个工作日,最长能拖多久", "**60个工作日**"),
    ],
)
def test_a_year_a_sum_and_a_share_are_worked_out_too(
    policy_leads: PolicyLeads, policy: str, clause: str, question: str, said: str
) -> None:
    assert _reckoned(policy_leads, policy, clause, question).startswith(said)


@pytest.mark.parametrize(
    ("policy", "clause", "question"),
    [
        (SHIYAN, "revenue-target", "医保一共收多少"),  # a figure, no difference
        (SHIYAN, "revenue-target", "收得多不多"),
        (STUDENTS, "numbers", "08级收了多少"),
        (POOR, "disability-allowance", "残疾补贴一个月多少"),
        (POOR, "disability-allowance", "两样能一起领吗 加起来多少"),  # whether they can is not written
        (POOR, "disability-allowance", "残疾补贴一年多少"),  # which of the two?
        (POOR, "extreme-poor", "低保一年多少钱"),  # said of others
        (COUNTY, "changsha", "公务员看病花了3000补多少"),  # of which part?
        (COUNTY, "changsha", "住院起付线600打算降多少"),  # what it is lowered by is no share of it
        (BEIJING, "city-review district-review", "市里审查要几个工作日"),
        (BEIJING, "city-review", "市里一共要几个工作日"),
        ("chongqing-resident-2013", "child-major", "一档二档最多拿多少"),
        ("jilin-county-resident-2008", "inpatient", "学生最多报多少"),
    ],
)
def test_figures_that_are_not_plainly_meant_are_left_alone(
    policy_leads: PolicyLeads, policy: str, clause: str, question: str
) -> None:
    assert not _reckoned(policy_leads, policy, clause, question)


def test_the_words_of_a_figure_decide_before_its_unit(policy_leads: PolicyLeads) -> None:
    # 24856-23126; 慢性病 is counted in 人次 too
    said = _reckoned(policy_leads, LUOHE, "numbers", "15年门诊比上一年多了多少人次")
    assert said == "**1,730人次**:2015年普通门诊24,856人次−2014年普通门诊23,126人次。"
    assert not _reckoned(policy_leads, LUOHE, "numbers", "2015年比上一年多了多少人次")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (  # 9233-4902=4331, 4431-4331=100
            "9233个对象减掉4902个 剩下那个数讲义写4431 对不对",
            "**对不上**:原文写的是4,431人,可是全县共9,233名−4,902名=4,331名,差100名。",
        ),
        ("9233个对象减掉4902个 剩下4331个对不对", "**对**:全县共9,233名−4,902名=4,331名。"),
        ("9233个对象减掉4902个剩多少名", "**4,331名**:全县共9,233名−4,902名。"),
    ],
)
def test_a_result_that_is_told_is_held_against_the_sum(policy_leads: PolicyLeads, question: str, said: str) -> None:
    assert _reckoned(policy_leads, "veterans-medical", "insured-at-public-cost", question) == said
