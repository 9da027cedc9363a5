"""Premiums of wages, money paid ahead, windows that are shut; every figure is worked out by hand."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.clause_leads import ClauseLeads
from tests.assistant.leading import said

BEIJING, WUJIANG = "beijing-employee-catastrophic-1995", "wujiang-catastrophic"
CHANGSHA, XIAMEN = "changsha-special-drugs-2016", "xiamen-medical-assistance"
CHILD = "beijing-elder-child"


@pytest.mark.parametrize(
    ("own", "base"),
    [("850", "900.00元"), ("900", "1,000.00元"), ("899.99", "900.00元")],  # 1000*90%; exactly 10% lower stays
)
def test_the_base_is_lowered_for_a_low_average(leads: ClauseLeads, own: str, base: str) -> None:
    question = f"我们单位职工月平均工资{own}元,全市1000元,按多少作基数"
    assert f"按 {base}**" in said(leads, BEIJING, "premium-base", question)


def test_a_share_of_wages_counts_the_heads_once(leads: ClauseLeads) -> None:
    # 1000 * 10 * 6%
    text = said(leads, BEIJING, "premium-employer", "全市职工月平均工资1000元,我们公司10个人,怎么交")
    assert "单位600.00元" in text
    assert "6,000.00元" not in text


def test_what_is_paid_ahead_is_told_in_yuan(leads: ClauseLeads) -> None:
    # 2400000 * 95%, at most 2400000 * 4.5%
    assert "2,280,000.00元" in said(leads, WUJIANG, "premium-transfer", "年初划多少?保费总额240万元")
    assert "最多 108,000.00元" in said(leads, WUJIANG, "management-fee", "管理费最多提多少?保费总额240万元")


def test_a_month_does_not_open_what_is_shut_for_good(leads: ClauseLeads) -> None:
    text = said(leads, CHANGSHA, "application-window", "2016年12月16日还能申请吗")
    assert text.count("不在") == 1
    assert "2017年" not in text


def test_the_day_on_which_the_readings_differ_is_told_twice(leads: ClauseLeads) -> None:
    text = said(leads, CHANGSHA, "application-window", "2016年10月10日能申请吗")
    assert "正文写10月10日起" in text
    assert "开头写从发稿当天10月11日起" in text


@pytest.mark.parametrize(
    "question",
    [
        "5月20号才去报还认不认,3月1号出院的",
        "拖到5月20日去报的,出院那天是3月1日,收不收",
        "5月20日去报,按3月1日出的院算,认账不",
    ],
)
def test_time_runs_from_the_day_named_for_the_event_wherever_it_stands(leads: ClauseLeads, question: str) -> None:
    # 60 days after 1 March: 30 in March, 30 in April
    text = said(leads, BEIJING, "claim-deadline", question)
    assert text == "**来不及**:5月20日已经晚了,**最晚 4月30日**(从3月1日起算)。"


def test_days_in_their_own_order_stay_so(leads: ClauseLeads) -> None:
    assert "最晚 4月30日" in said(leads, BEIJING, "claim-deadline", "3月1日出院,5月20日才去报,认不认")
