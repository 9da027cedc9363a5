"""What the rules under a clause say straight to a question; every expected figure is worked out by hand."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.clause_leads import ClauseLeads
from tests.assistant.leading import said

BEIJING, CHONGQING, YUECHI = (
    "beijing-employee-catastrophic-1995",
    "chongqing-resident-2013",
    "yuechi-resident-2009",
)
HUNAN, JILIN, WUJIANG = (
    "hunan-district-employee-supplementary-2011",
    "jilin-county-resident-2008",
    "wujiang-catastrophic",
)


def test_a_deadline_is_counted_from_the_day_named(leads: ClauseLeads) -> None:
    # 60 days after 1 March 2020: 30 left in March, 30 of April
    assert "最晚 2020年4月30日" in said(leads, BEIJING, "claim-deadline", "2020年3月1日出院,最晚哪天报")


def test_a_day_without_a_year_is_answered_without_one(leads: ClauseLeads) -> None:
    # 1 June + 60 days: 29 left in June, 31 of July
    assert "最晚 7月31日" in said(leads, BEIJING, "claim-deadline", "6月1号出院,最晚哪天报")


def test_a_leap_day_without_a_year_is_not_guessed(leads: ClauseLeads) -> None:
    assert said(leads, BEIJING, "claim-deadline", "2月29日出院,最晚哪天报") == ""


def test_without_a_day_the_clause_speaks_for_itself(leads: ClauseLeads) -> None:
    assert said(leads, BEIJING, "claim-deadline", "单据几天内要报") == ""


def test_a_waiting_time_gives_the_first_day_of_benefits(leads: ClauseLeads) -> None:
    # 3 months from 1 July 2008 are full on 30 September
    assert "从 2008年10月1日 起" in said(leads, JILIN, "waiting", "2008年6月30日缴费的,什么时候能报", insured="成人")


def test_reaching_back_stops_at_the_first_day_of_the_insurance_year(leads: ClauseLeads) -> None:
    # 20 August 2014 less 6 months is 20 February, before 1 April
    assert "2014年4月1日" in said(leads, WUJIANG, "retroactive", "2014年8月20日新认定,以前的补到哪天")
    # 20 November 2014 less 6 months is 20 May
    assert "2014年5月20日" in said(leads, WUJIANG, "retroactive", "2014年11月20日新认定,以前的补到哪天")


def test_the_first_and_the_last_day_are_told_where_both_are_asked(leads: ClauseLeads) -> None:
    # 28 days after 10 March: 21 left in March, 7 of April; 90 days after 7 April: 23, 31, 30, 6 of July
    text = said(leads, "beijing-elder-child", "newborn-window", "3月10号生的,几月几号到几月几号之间办")
    assert text.startswith("**4月8日到7月6日**")
    assert said(leads, "beijing-elder-child", "newborn-window", "3月10号生的,最晚哪天").startswith("**最晚 7月6日**")


def test_who_falls_ill_at_once_is_told_no_first(leads: ClauseLeads) -> None:
    # 90 days after 1 January 2013: 30, 28, 31 and 1 of April are full; from 2 April
    text = said(leads, CHONGQING, "benefit-period", "1月1号才把钱补上,马上生病能用吗")
    assert text.startswith("**不能马上用**:**从 4月2日 起**")


def test_the_surplus_of_an_insurance_year_is_shared(leads: ClauseLeads) -> None:
    # 10,000,000 × (97% − 90%) = 700,000; half is 350,000, under 4% = 400,000; the rest 350,000
    text = said(leads, WUJIANG, "sharing", "保费1000万元,综合成本率90%,盈余怎么分")
    assert "700,000.00元" in text
    assert text.count("350,000.00元") == 2


def test_the_ceiling_on_a_share_of_the_surplus_holds(leads: ClauseLeads) -> None:
    # 10,000,000 × (97% − 85%) = 1,200,000; half is 600,000, cut to 4% = 400,000; the rest 800,000
    text = said(leads, WUJIANG, "sharing", "保费1000万元,综合成本率85%,盈余怎么分")
    assert "400,000.00元" in text
    assert "800,000.00元" in text


def test_who_bears_a_loss_is_told_where_only_the_ratio_is_named(leads: ClauseLeads) -> None:
    text = said(leads, WUJIANG, "sharing", "综合成本率到105%,超的那块谁兜")
    assert text == "**超过103%的那部分亏损:商保公司50%、医保统筹基金25%、区政府25%**。"
    assert said(leads, WUJIANG, "sharing", "综合成本率103%呢").startswith("**商保公司自己承担**")
    assert said(leads, WUJIANG, "sharing", "综合成本率96%,盈余怎么分").startswith("**低于97%的那部分盈余:商保公司50%")


@pytest.mark.parametrize(("outlay", "answer"), [("2万5", "可以"), ("正好2万", "不可以"), ("(45那个)两万六", "可以")])
def test_an_advance_needs_more_than_its_threshold(leads: ClauseLeads, outlay: str, answer: str) -> None:
    assert said(leads, HUNAN, "advance", f"我垫了{outlay},能先预付吗").startswith(f"**{answer}**")


def test_a_premium_row_is_picked_for_the_person(leads: ClauseLeads) -> None:
    text = said(leads, YUECHI, "premium-adult", "2010年交多少钱", insured="成人", hardship="低保")
    assert "90.00元" in text
    assert "170.00元" not in text


def test_a_premium_is_not_told_where_nobody_asked(leads: ClauseLeads) -> None:
    assert said(leads, CHONGQING, "premium", "老公二档我一档可以吗", plan="二档") == ""


def test_a_checklist_names_originals_copies_and_what_the_source_lost(leads: ClauseLeads) -> None:
    text = said(leads, BEIJING, "documents", "报销带什么")
    assert "审批表(3张,加盖公章)" in text
    assert "第3、4项" in text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("2012年10月5号去办还来得及吗", "**来得及**"),
        ("2012年11月5号去办还来得及吗", "**来不及**"),
        ("2012年11月5号能去办吗", "**2012年11月5日不在"),
    ],
)
def test_whether_it_is_in_time_is_told_first(leads: ClauseLeads, question: str, begins: str) -> None:
    assert said(leads, "xingtai-resident-2013", "window", question).startswith(begins)


def test_a_second_day_is_held_against_the_deadline(leads: ClauseLeads) -> None:
    # 60 days after 5 March: 26 left in March, 30 of April, 4 of May
    late = said(leads, BEIJING, "claim-deadline", "3月5日出院,5月20日还收不收")
    assert late.startswith("**来不及**:5月20日已经晚了,**最晚 5月4日**")
    assert said(leads, BEIJING, "claim-deadline", "3月5日出院,5月4日还收不收").startswith("**来得及**")
    assert said(leads, BEIJING, "claim-deadline", "3月5日出院,5月5日还收不收").startswith("**来不及**")
    assert said(leads, BEIJING, "claim-deadline", "三月五号出院,五月二十才送去,收吗").startswith("**来不及**")


def test_a_second_day_past_the_new_year_lies_in_the_next_year(leads: ClauseLeads) -> None:
    # 60 days after 20 December: 11 left in December, 31 of January, 18 of February
    text = said(leads, BEIJING, "claim-deadline", "12月20日出院,1月15日去报收不收")
    assert text.startswith("**来得及**:次年1月15日还在期限里,**最晚 次年2月18日**")


def test_a_second_day_decides_nothing_where_the_last_day_is_asked_for(leads: ClauseLeads) -> None:
    assert said(leads, BEIJING, "claim-deadline", "3月5日出院,4月1日拿到单子,最晚哪天报").startswith("**最晚 5月4日**")


@pytest.mark.parametrize("question", ["4月1日住院,4月20日出院,6月10日去报行不行", "4月1日入院,6月10日去报行不行"])
def test_a_day_in_hospital_leaves_open_from_when_it_runs(leads: ClauseLeads, question: str) -> None:
    assert "来不及" not in said(leads, BEIJING, "claim-deadline", question)


def test_the_last_day_of_another_window_is_not_told(leads: ClauseLeads) -> None:
    assert "11月25日" not in said(leads, "xingtai-resident-2013", "transfer", "居民医保最晚哪天交")


def test_the_last_day_of_a_window_is_told_where_no_day_is_named(leads: ClauseLeads) -> None:
    text = said(leads, "xingtai-resident-2013", "transfer", "保费往银行划最迟弄到哪天")
    assert text.startswith("**最晚 2012年11月25日**(银行划转保费)")


def test_how_long_it_takes_is_that_of_the_office_where_the_papers_are(leads: ClauseLeads) -> None:
    about, policy = ("district-review", "city-review"), "beijing-designated-institutions"
    found = leads.awaited(policy, "送到市局了,要等多少个工作日", "材料区里已经送到市局了,要等多少个工作日", about)
    assert found is not None
    assert found.clauses == ("city-review",)
    assert "30个工作日" in found.text


def test_a_deadline_that_search_found_first_speaks_for_itself(leads: ClauseLeads) -> None:
    found = leads.awaited("changsha-special-drugs-2016", ",几时有信", "材料交上去了,几时有信", ("result", "steps"))
    assert found is None


NCMS = "county-ncms-major-disease"


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("出院35天了才凑齐单子", "**已经过了期限**:出院以后30天以内,35天晚了5天"),  # 35-30
        ("省医院出院都40天了,晚了没", "**已经过了期限**:出院以后30天以内,40天晚了10天"),  # 40-30
        ("出院20天了还能报吗", "**还来得及**:出院以后30天以内,20天还剩10天"),  # 30-20
        ("出院30天了还能报吗", "**还来得及**:出院以后30天以内,30天还剩0天"),
    ],
)
def test_days_that_have_gone_by_are_held_against_the_limit(leads: ClauseLeads, question: str, begins: str) -> None:
    assert said(leads, NCMS, "province-deadline", question).startswith(begins)


@pytest.mark.parametrize("question", ["几天内要报", "住了35天院,什么时候报"])
def test_days_that_are_no_delay_are_not(leads: ClauseLeads, question: str) -> None:
    assert said(leads, NCMS, "province-deadline", question) == ""


def test_a_day_alone_is_held_against_the_deadline(leads: ClauseLeads) -> None:
    # 15 days after 3 March are the 18th
    lead = said(leads, "beijing-designated-institutions", "changes", "3月3号批下来,20号才去办变更,晚没晚")
    assert lead.startswith("**来不及**:3月20日已经晚了,**最晚 3月18日**")
