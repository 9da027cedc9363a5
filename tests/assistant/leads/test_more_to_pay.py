"""Who asks whether they pay more than the year before hears that first, with both years' figures."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.clause_leads import ClauseLeads
from tests.assistant.leading import said

_JILIN = "jilin-county-resident-2008"


@pytest.mark.parametrize(
    ("insured", "question", "begins"),
    [
        ("学生", "学生2009年要多交吗", "**自己不用多交**:2008年10元,2009年还是10元"),
        ("成人", "大人2009年自己用多掏钱不", "**自己不用多交**:2008年110元,2009年还是110元"),
    ],
)
def test_who_asks_if_they_pay_more_is_told(leads: ClauseLeads, insured: str, question: str, begins: str) -> None:
    assert said(leads, _JILIN, "subsidies-2009", question, insured=insured).startswith(begins)


@pytest.mark.parametrize("question", ["学生2009年自己交多少", "学生2008年要多交吗"])  # of 2007 nothing is written
def test_nothing_is_said_of_more_where_it_is_not_asked_or_not_known(leads: ClauseLeads, question: str) -> None:
    assert "多交" not in said(leads, _JILIN, "subsidies-2009", question, insured="学生")
