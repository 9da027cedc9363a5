"""What the rules of a whole policy say straight to a question: its lists, what they count, whom they are not for."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.policy_leads import PolicyLeads
from mingbai.rules.case import Case

BEIJING, XIAMEN = "beijing-employee-catastrophic-1995", "xiamen-medical-assistance"
JILIN, YUECHI = "jilin-county-resident-2008", "yuechi-resident-2009"


def test_the_conditions_of_a_benefit_are_listed(policy_leads: PolicyLeads) -> None:
    lead = policy_leads.verdict("pay-after-treatment-2013", "哪些病人可以先住院后付费", Case({}), ("who",))
    assert lead is not None
    assert lead.text.startswith("**要看条件**")
    assert lead.clauses == ("who",)
    assert policy_leads.verdict("pay-after-treatment-2013", "哪些病人可以先住院后付费", Case({}), ("start",)) is None


@pytest.mark.parametrize("word", ["车祸", "自杀", "工伤", "打架"])
def test_what_a_list_excludes_is_said_so(policy_leads: PolicyLeads, word: str) -> None:
    lead = policy_leads.verdict(BEIJING, f"{word}能报吗", Case({}), ())
    assert lead is not None
    assert lead.text.startswith("**不在范围内**")
    assert lead.clauses == ("exclusions",)


def test_an_enrolment_list_does_not_decide_over_payment(policy_leads: PolicyLeads) -> None:
    assert policy_leads.verdict(YUECHI, "学生感冒能报吗", Case({}), ()) is None


@pytest.mark.parametrize(
    ("insured", "begins"),
    [("学生", "**不能**:大额医疗保险要“是成年居民"), ("成人", "**要看条件**"), (None, "**要看条件**")],
)
def test_a_benefit_for_adults_is_not_for_a_pupil(policy_leads: PolicyLeads, insured: str | None, begins: str) -> None:
    case = Case({"insured": insured} if insured else {})
    lead = policy_leads.verdict(JILIN, "大额医疗保险能买吗", case, ("extra",))
    assert lead is not None
    assert lead.text.startswith(begins)


def test_the_kinds_asked_for_are_those_counted(policy_leads: PolicyLeads) -> None:
    found = policy_leads.counted(JILIN, "coverage", "光门诊 哪几样大病给管")
    assert found is not None
    assert found.text == "**门诊大病，暂定3种：恶性肿瘤放化疗、尿毒症透析、器官移植后抗排异治疗**"
    assert policy_leads.counted(JILIN, "coverage", "门诊给报多少") is None


def test_a_scheme_a_document_is_not_for_is_told_so(policy_leads: PolicyLeads) -> None:
    pilot, told = "guangxi-catastrophic-pilot-2013", Case({"basic_scheme": "职工医保"})
    found = policy_leads.unwritten_scheme(pilot, "我交的职工医保,有我份没", told, ("who",))
    assert found is not None
    assert found.text.startswith("**不在范围内**")
    assert policy_leads.unwritten_scheme(pilot, "有我份没", Case({"basic_scheme": "居民医保"}), ("who",)) is None
    assert policy_leads.unwritten_scheme(BEIJING, "我交的职工医保,有我份没", told, ("concept",)) is None


def test_conditions_count_only_where_they_are_asked_about(policy_leads: PolicyLeads) -> None:
    about = ["amount", "who"]
    assert policy_leads.verdict(XIAMEN, "厦门医疗救助有起付线吗", Case({}), about, " 有起付线吗") is None
    found = policy_leads.verdict(XIAMEN, "厦门医疗救助我能享受吗", Case({}), about, " 我能享受吗")
    assert found is not None
    assert found.clauses == ("who",)


def test_an_exception_is_not_called_within_a_list_of_what_is_not_paid(policy_leads: PolicyLeads) -> None:
    found = policy_leads.verdict(BEIJING, "急诊抢救去了非定点医院能报吗", Case({}), ["exclusions"])
    assert found is not None
    assert found.text.startswith("**不算在不报的里面**")


def test_a_list_of_examples_does_not_decide(policy_leads: PolicyLeads) -> None:
    found = policy_leads.verdict("commercial-critical-illness-guide", "先天性心脏病赔不赔", Case({}), ["exclusions"])
    assert found is not None
    assert found.text == "**要看情况**:“商业重疾险的责任免除”里写了“先天性疾病”;只是举例，以合同写的为准。"


def test_that_no_deductible_is_waived_is_said_where_nothing_is_written(policy_leads: PolicyLeads) -> None:
    poor = Case({"hardship": "低保"})
    found = policy_leads.unwaived("chongqing-resident-2013", "低保起付线能免吗", poor, ("inpatient",))
    assert found is not None
    assert found.text.startswith("**没有写低保可以免、减起付线**")
    assert policy_leads.unwaived("guiyang-resident-2018", "低保起付线能免吗", poor, ("catastrophic",)) is None
    assert policy_leads.unwaived("chongqing-resident-2013", "低保住院报多少", poor, ("inpatient",)) is None
