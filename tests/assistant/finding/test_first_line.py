"""Which rule gives the first line: the one whose kind is asked for."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.clauses_meant import ClausesMeant
from mingbai.assistant.finding.first_line import FirstLines
from mingbai.assistant.finding.policy_leads import PolicyLeads
from mingbai.assistant.library import Library
from mingbai.rules.case import Case

BEIJING, XINGTAI = "beijing-employee-catastrophic-1995", "xingtai-resident-2013"


@pytest.fixture(scope="module")
def first_lines(library: Library, policy_leads: PolicyLeads, clauses_meant: ClausesMeant) -> FirstLines:
    """The first lines from the rules of the real corpus."""
    return FirstLines(library, policy_leads, clauses_meant)


@pytest.mark.parametrize("question", ["单位交几个点", "单位要交百分之几", "企业每月按几个百分点交"])
def test_the_share_a_payer_pays_stands_in_the_table(first_lines: FirstLines, question: str) -> None:
    about = ("premium-foreign", "premium-employer")
    found = first_lines.of(question, question, "fact", BEIJING, about, Case({}))
    assert found is not None
    assert "×6%" in found.text


def test_the_shares_of_both_payers_are_told_together(first_lines: FirstLines) -> None:
    question = "单位几个点、个人几个点"
    found = first_lines.of(question, question, "fact", BEIJING, ("premium-employee", "premium-employer"), Case({}))
    assert found is not None
    assert "×6%" in found.text
    assert "×1%" in found.text


def test_a_window_for_enrolling_comes_before_a_limit_for_clerks(first_lines: FirstLines) -> None:
    question = "2012年11月5号去交还来得及不"
    found = first_lines.of(question, question, "fact", XINGTAI, ("window", "data-entry"), Case({}))
    assert found is not None
    assert "不在“2013年居民医保参保、续保办理”的时间内" in found.text


def test_a_document_of_the_user_has_no_rules(first_lines: FirstLines) -> None:
    assert first_lines.of("交多少", "交多少", "fact", "no-such-policy", ("c1",), Case({})) is None


@pytest.mark.parametrize(("year", "is_told"), [("2013年", True), ("2025年", False)])
def test_no_rate_is_told_for_a_year_of_which_nothing_is_known(
    first_lines: FirstLines, year: str, *, is_told: bool
) -> None:
    case = Case({"plan": "一档", "hospital_level": "三级"})
    found = first_lines.rates(f"{year}住院报百分之几", "chongqing-resident-2013", ["inpatient"], case)
    assert (found is not None) is is_told
