"""What a bill must have been when so much of it was paid; each expected sum is worked out by hand beside it."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.policy_leads import PolicyLeads
from mingbai.rules.case import Case

YUECHI, LUOYANG = "yuechi-resident-2009", "luoyang-employee-catastrophic-2021"


def _backward(policy_leads: PolicyLeads, policy: str, question: str, **facts: str) -> str:
    lead = policy_leads.backward(policy, question, Case(facts), ("inpatient",))
    return lead.text if lead else ""


def test_a_bill_is_told_by_what_was_paid(policy_leads: PolicyLeads) -> None:
    # 1260/70%+150; 1950-1260
    text = _backward(policy_leads, YUECHI, "镇卫生院住院报了1260,总费用是多少", care="住院", hospital_level="一级")
    assert text == "**目录内费用 1,950.00元**(1260元÷70%+起付线150元)。\n**自己出 690.00元**(1950−1260)。"


def test_a_bill_is_not_guessed(policy_leads: PolicyLeads) -> None:
    assert _backward(policy_leads, YUECHI, "住院报了1260,总费用是多少", care="住院").startswith(
        "**还不能倒推**:要先知道医院等级"
    )
    told = _backward(policy_leads, YUECHI, "报了1260,按50%倒推花了多少", care="住院", hospital_level="一级")
    assert told.startswith("**倒推不出一个准数**:规定写的比例是70%")


@pytest.mark.parametrize(
    "question",
    ["大病那次给俺打了38000,超出封顶线的是多少钱来着", "赔了38000,想倒推一下我超过四万封顶线的费用是多少"],
)
def test_what_lies_above_the_cap_is_told_by_what_was_paid(policy_leads: PolicyLeads, question: str) -> None:
    # 38000/95%; 40000-38000
    text = _backward(policy_leads, LUOYANG, question, care="住院", hospital_level="社区", employment="在职")
    assert text.startswith("**超过基本医保封顶线的合规费用 40,000.00元**(38000元÷95%)。\n**自己出 2,000.00元**")


@pytest.mark.parametrize(
    "question",
    [
        "住院花了1950,报了多少",
        "今年已经报了2万,这次费用还能报多少",
        "总费用5000,报了2790,对吗",
        "报了2790,总费用5000,自己付多少",
    ],
)
def test_a_bill_that_is_told_or_not_asked_for_is_not_worked_out_backwards(
    policy_leads: PolicyLeads, question: str
) -> None:
    assert not _backward(policy_leads, YUECHI, question, care="住院", hospital_level="二级")
