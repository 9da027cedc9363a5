"""Which rule gives the first line: the one whose kind is asked for."""

from __future__ import annotations

import pytest

from mingbai.assistant.first_line import FirstLines
from mingbai.assistant.leads import Leads
from mingbai.assistant.library import Library
from mingbai.rules.case import Case

BEIJING, XINGTAI = "beijing-employee-catastrophic-1995", "xingtai-resident-2013"


@pytest.fixture(scope="module")
def first_lines(library: Library, leads: Leads) -> FirstLines:
    """The first lines from the rules of the real corpus."""
    return FirstLines(library, leads)


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
