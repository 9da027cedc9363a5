"""Premiums of wages, money paid ahead, windows that are shut; every figure is worked out by hand."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.clause_leads import Leads
from mingbai.rules.case import Case
from tests.assistant.leading import said

BEIJING, WUJIANG = "beijing-employee-catastrophic-1995", "wujiang-catastrophic"
CHANGSHA, XIAMEN = "changsha-special-drugs-2016", "xiamen-medical-assistance"
CHILD = "beijing-elder-child"


@pytest.mark.parametrize(
    ("own", "base"),
    [("850", "900.00元"), ("900", "1,000.00元"), ("899.99", "900.00元")],  # 1000*90%; exactly 10% lower stays
)
def test_the_base_is_lowered_for_a_low_average(leads: Leads, own: str, base: str) -> None:
    question = f"我们单位职工月平均工资{own}元,全市1000元,按多少作基数"
    assert f"按 {base}**" in said(leads, BEIJING, "premium-base", question)


def test_a_share_of_wages_counts_the_heads_once(leads: Leads) -> None:
    # 1000 * 10 * 6%
    text = said(leads, BEIJING, "premium-employer", "全市职工月平均工资1000元,我们公司10个人,怎么交")
    assert "单位600.00元" in text
    assert "6,000.00元" not in text


def test_what_is_paid_ahead_is_told_in_yuan(leads: Leads) -> None:
    # 2400000 * 95%, at most 2400000 * 4.5%
    assert "2,280,000.00元" in said(leads, WUJIANG, "premium-transfer", "年初划多少?保费总额240万元")
    assert "最多 108,000.00元" in said(leads, WUJIANG, "management-fee", "管理费最多提多少?保费总额240万元")


def test_a_month_does_not_open_what_is_shut_for_good(leads: Leads) -> None:
    text = said(leads, CHANGSHA, "application-window", "2016年12月16日还能申请吗")
    assert text.count("不在") == 1
    assert "2017年" not in text


def test_the_day_on_which_the_readings_differ_is_told_twice(leads: Leads) -> None:
    text = said(leads, CHANGSHA, "application-window", "2016年10月10日能申请吗")
    assert "正文写10月10日起" in text
    assert "开头写从发稿当天10月11日起" in text


def test_a_question_about_a_day_goes_to_the_window_it_names(leads: Leads) -> None:
    about = ["benefit-year", "yearly-window"]
    assert leads.nearest_window(CHILD, "一老一小保险12月1日能办吗", about) == "yearly-window"
    assert leads.nearest_window(CHILD, "一老一小保险什么时候能办", about) is None


def test_conditions_count_only_where_they_are_asked_about(leads: Leads) -> None:
    about = ["amount", "who"]
    assert leads.verdict(XIAMEN, "厦门医疗救助有起付线吗", Case({}), about, " 有起付线吗") is None
    found = leads.verdict(XIAMEN, "厦门医疗救助我能享受吗", Case({}), about, " 我能享受吗")
    assert found is not None
    assert found.clauses == ("who",)


def test_an_exception_is_not_called_within_a_list_of_what_is_not_paid(leads: Leads) -> None:
    found = leads.verdict(BEIJING, "急诊抢救去了非定点医院能报吗", Case({}), ["exclusions"])
    assert found is not None
    assert found.text.startswith("**不算在不报的里面**")


@pytest.mark.parametrize(
    "question",
    [
        "5月20号才去报还认不认,3月1号出院的",
        "拖到5月20日去报的,出院那天是3月1日,收不收",
        "5月20日去报,按3月1日出的院算,认账不",
    ],
)
def test_time_runs_from_the_day_named_for_the_event_wherever_it_stands(leads: Leads, question: str) -> None:
    # 60 days after 1 March: 30 in March, 30 in April
    text = said(leads, BEIJING, "claim-deadline", question)
    assert text == "**来不及**:5月20日已经晚了,**最晚 4月30日**(从3月1日起算)。"


def test_days_in_their_own_order_stay_so(leads: Leads) -> None:
    assert "最晚 4月30日" in said(leads, BEIJING, "claim-deadline", "3月1日出院,5月20日才去报,认不认")


def test_a_window_to_apply_for_a_benefit_is_one_in_which_people_apply(leads: Leads) -> None:
    assert leads.open_window(CHANGSHA, "12月20号去申请资格还赶得上没") == "application-window"
    assert leads.open_window(CHANGSHA, "12月20号买的药能追补吗") == "what"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("我爸八月间走了,药费想补回来要带什么", "heirs"),
        ("老伴病故了,报特药要带什么", "heirs"),
        ("报特药,窗口要带什么", "payment-documents"),
        ("我妈走了流程,报特药要带什么", "payment-documents"),  # nobody died
        ("老公没了工作,报特药要带什么", "payment-documents"),
    ],
)
def test_the_list_for_heirs_is_meant_where_somebody_died(leads: Leads, question: str, clause: str) -> None:
    assert leads.list_meant(CHANGSHA, question, ("payment-documents",)) == clause


def test_a_list_of_examples_does_not_decide(leads: Leads) -> None:
    found = leads.verdict("commercial-critical-illness-guide", "先天性心脏病赔不赔", Case({}), ["exclusions"])
    assert found is not None
    assert found.text == "**要看情况**:“商业重疾险的责任免除”里写了“先天性疾病”;只是举例，以合同写的为准。"
