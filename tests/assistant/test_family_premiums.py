"""What a household told as a story pays together, with each one's part; every sum is worked out by hand."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.clause_leads import ClauseLeads
from tests.assistant.leading import said

CHONGQING, YUECHI, JILIN = "chongqing-resident-2013", "yuechi-resident-2009", "jilin-county-resident-2008"
BEIJING = "beijing-elder-child"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (  # 170+90+10
            "一家三口2010年一共交多少:我四十五没上班,老婆四十三有重度残疾证,娃娃四岁还没上学",
            ("2010年一共**:个人270.00元", "我170元、老婆90元、娃娃10元"),
        ),
        (  # 85+45+5
            "2009年,我45岁,屋里那个43岁重残,娃4岁,一共缴多少",
            ("2009年一共**:个人135.00元", "屋里那个45元"),
        ),
        (  # the husband has insurance of his own: 170+90
            "2010年我和老公加婆婆,老公单位有职工医保,婆婆72岁吃低保,一共交多少",
            ("2010年一共**:个人260.00元(170×1+90×1)", "老公有职工医保,不用交这一份"),
        ),
        (  # both parents in law are old and of a poor house: 90*2+170*2+10
            "2010年公公婆婆都七十多了低收入,我和老公没工作,小儿子三岁,一共交多少",
            ("2010年一共**:个人530.00元(90×2+170×2+10×1)",),
        ),
        (  # 爸爸妈妈 are two: 90+170*3
            "2010年,爷爷71岁重度残疾,奶奶66岁,爸爸妈妈没工作,合计保费",
            ("2010年一共**:个人600.00元(90×1+170×3)", "爸爸170元、妈妈170元"),
        ),
        (  # 170*2+10, and nothing for the one who asks
            "2010年,爸爸妈妈都没工作,我5岁的弟弟,总共交多少",
            ("2010年一共**:个人350.00元(170×2+10×1)", "弟弟10元"),
        ),
        (  # 90+170+10
            "我妈70岁低保,我本人38岁,侄女3岁,2010年一共交多少钱",
            ("2010年一共**:个人270.00元(90×1+170×1+10×1)",),
        ),
        (  # 170*3+10*2
            "2010年,三大两小,小的一个4岁一个2岁,一共交多少",
            ("2010年一共**:个人530.00元(170×3+10×2)",),
        ),
        (  # named in one breath: 170+10
            "2010年,我妈和我妹妹(3岁),交多少",
            ("2010年一共**:个人180.00元(170×1+10×1)",),
        ),
        (  # the figures of a year alone name it: 170*2
            "2010的医保,两口子和一个四岁的娃,一共交多少",
            ("2010年一共**:个人350.00元(170×2+10×1)",),
        ),
    ],
)
def test_a_story_of_a_household_comes_to_a_total_with_each_ones_part(
    leads: ClauseLeads, question: str, expected: tuple[str, ...]
) -> None:
    text = said(leads, YUECHI, "premium-adult", question, insured="成人")
    for one in expected:
        assert one in text
    assert "2009年" not in text or "2009年" in question


def test_what_the_state_pays_for_a_household_is_told_where_it_is_written(leads: ClauseLeads) -> None:
    question = "我们是低收入家庭,俩大人没单位,一个上小学的娃,还有个68的老妈,08年总共自己交多少"
    text = said(leads, JILIN, "subsidies", question, insured="成人", hardship="低收入家庭")
    assert "2008年一共**:个人280.00元(110×2+10×1+50×1)" in text  # 220+10+50
    # centre 40*2+40+70=190, province 18*2+18+36=90, county 12*2+12+24=60
    assert "财政给他们一共补340.00元(中央财政190元、省财政90元、县财政60元)" in text


@pytest.mark.parametrize(
    ("policy", "clause", "question", "expected"),
    [
        (  # 85+85+5 or 45+85+5: the degree is not told
            YUECHI,
            "premium-adult",
            "2009年我妈有残疾证,我没工作,女儿三岁,一共交多少",
            ("妈不是重度残疾的话**:个人175.00元", "妈是重度残疾的话**:个人135.00元", "说一声妈是哪一种"),
        ),
        (  # at school or not: 85*2+10 or 85*2+5
            YUECHI,
            "premium-adult",
            "2009年两口子带一个十岁的娃一共交多少",
            ("孩子没上学的话**:个人175.00元", "孩子上学的话**:个人180.00元"),
        ),
        (  # both pay 10 in Jilin: nothing is open; 110*2+10
            JILIN,
            "subsidies",
            "2008年两口子带一个十岁的娃一共交多少",
            ("2008年一共**:个人230.00元",),
        ),
        (  # over 60 or not, of a poor house: 110+50 or 110*2
            JILIN,
            "subsidies",
            "2008年家里是低收入家庭,我没工作,还有我妈,一共交多少",
            ("妈满60岁的话**:个人160.00元", "妈不满60岁的话**:个人220.00元"),
        ),
        (  # 90; two more live there
            YUECHI,
            "premium-adult",
            "我爸吃低保,一家三口2010年一共交多少",
            ("2010年说到的1人**:个人90.00元", "还有2人没说是谁"),
        ),
        (  # pupils have no figure for 2010: 170*2
            YUECHI,
            "premium-adult",
            "2010年两口子一个上初二的娃一共交多少",
            ("没有给每个人都写数", "别的人一共个人340.00元(170×2)"),
        ),
        (  # what the old pay is not written: 100*2
            BEIJING,
            "premium",
            "两个娃一个上小学一个两岁,还有个七十岁的奶奶,一年一共交多少",
            ("奶奶交多少没有写", "别的人一共个人200.00元(100×2)"),
        ),
    ],
)
def test_who_is_open_leads_to_what_it_turns_on(
    leads: ClauseLeads, policy: str, clause: str, question: str, expected: tuple[str, ...]
) -> None:
    text = said(leads, policy, clause, question)
    for one in expected:
        assert one in text


@pytest.mark.parametrize(
    "question",
    [
        "一家四口能不能一个人买一档,其他三个买二档,一共交多少",
        "我家四口人,爸妈交一档,我和老婆交二档,总共交多少",
        "一家四口,一年一共交多少,娃单独交一档行不行",
    ],
)
def test_one_household_has_one_plan_and_both_totals_are_told(leads: ClauseLeads, question: str) -> None:
    text = said(leads, CHONGQING, "premium", question, plan="一档")
    assert text.startswith("**不能拆开选**")
    assert "240.00元(60×4)" in text
    assert "600.00元(150×4)" in text


def test_who_asks_for_each_plan_for_all_would_split_nothing(leads: ClauseLeads) -> None:
    assert "不能拆开选" not in said(leads, CHONGQING, "premium", "一家五口全上一档交多少,全上二档交多少")


def test_one_with_insurance_of_their_own_is_not_counted_for_a_plan(leads: ClauseLeads) -> None:
    text = said(leads, CHONGQING, "premium", "老公有职工医保,我和两个娃买二档,一年一共交多少", plan="二档")
    assert "3人一共**:个人450.00元(150×3)" in text  # three pay
