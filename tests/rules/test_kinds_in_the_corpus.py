"""Rules of the real corpus that are not estimates, against their sources; sums and calendars are written out."""

from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest

from mingbai.corpus.kinds import (
    AdvanceRule,
    DateRule,
    DeadlineRule,
    DocumentsRule,
    FurtherRule,
    LateFeeRule,
    PremiumRule,
    RetroactiveRule,
    SharingRule,
    WaitingRule,
    WindowRule,
)
from mingbai.corpus.reader import Corpus
from mingbai.rules.case import Case
from mingbai.rules.dates import DateAnswer, date_answer
from mingbai.rules.documents import checklist
from mingbai.rules.late_fee import late_fee
from mingbai.rules.lists import eligibility
from mingbai.rules.premium import Base, premiums
from mingbai.rules.sharing import advance, share_result
from mingbai.rules.stated import Stated, stated

_Rule = TypeVar("_Rule", bound=FurtherRule)


def only(corpus: Corpus, policy: str, clause: str, kind: type[_Rule]) -> Stated[_Rule]:
    (found,) = (one for one in stated(corpus.policies[policy], kind) if one.clause.id == clause)
    return found


def dated(corpus: Corpus, one: Stated[DateRule], day: date, **facts: str) -> DateAnswer:
    return date_answer(one, corpus.vocabulary, Case.read(facts, corpus.vocabulary), day)


def test_beijing_claims_within_sixty_days(corpus: Corpus) -> None:
    rule = only(corpus, "beijing-employee-catastrophic-1995", "claim-deadline", DeadlineRule)
    # 1 March: 30 days left in March, 30 in April make 60
    assert dated(corpus, rule, date(1999, 3, 1)).until_on == date(1999, 4, 30)


def test_chongqing_late_enrolment_waits_ninety_days(corpus: Corpus) -> None:
    rule = only(corpus, "chongqing-resident-2013", "benefit-period", WaitingRule)
    # paid 15 January: 16 days in January, 28, 31, 15 April make 90; benefits from 16 April to the year's end
    found = dated(corpus, rule, date(2013, 1, 15))
    assert (found.from_on, found.until_on) == (date(2013, 4, 16), date(2013, 12, 31))


def test_chongqing_bills_from_outside_go_to_the_window_on_working_days(corpus: Corpus) -> None:
    rule = only(corpus, "chongqing-resident-2013", "claim-from-outside", WindowRule)
    assert dated(corpus, rule, date(2013, 5, 20)).status == "open"  # a Monday
    assert dated(corpus, rule, date(2013, 5, 25)).next_on == date(2013, 5, 27)  # Saturday, then Monday
    assert dated(corpus, rule, date(2013, 5, 19)).next_on == date(2013, 5, 20)


def test_chongqing_registers_care_elsewhere_within_five_working_days(corpus: Corpus) -> None:
    rule = only(corpus, "chongqing-resident-2013", "living-elsewhere", DeadlineRule)
    # admitted Wednesday 8 May 2013: 9, 10, 13, 14, 15
    assert dated(corpus, rule, date(2013, 5, 8)).until_on == date(2013, 5, 15)


def test_wujiang_reaches_six_months_back_but_not_before_april(corpus: Corpus) -> None:
    rule = only(corpus, "wujiang-catastrophic", "retroactive", RetroactiveRule)
    assert dated(corpus, rule, date(2015, 11, 2)).from_on == date(2015, 5, 2)
    assert dated(corpus, rule, date(2015, 8, 2)).from_on == date(2015, 4, 1)


def test_jilin_waits_three_months_and_pupils_do_not(corpus: Corpus) -> None:
    rule = only(corpus, "jilin-county-resident-2008", "waiting", WaitingRule)
    assert dated(corpus, rule, date(2008, 11, 30)).from_on == date(2009, 3, 1)
    assert dated(corpus, rule, date(2008, 11, 30), insured="学生").status == "none"


@pytest.mark.parametrize(
    ("facts", "year", "expected"),
    [
        ({"insured": "成人"}, 2009, "85.00"),
        ({"insured": "成人"}, 2010, "170.00"),
        ({"insured": "成人", "hardship": "低保"}, 2009, "45.00"),
        ({"insured": "老人", "hardship": "低收入老人"}, 2010, "90.00"),
        ({"insured": "学生"}, 2009, "10.00"),
        ({"insured": "学生", "hardship": "重度残疾"}, 2009, "0.00"),
        ({"insured": "儿童"}, 2009, "5.00"),
        ({"insured": "儿童"}, 2010, "10.00"),
        ({"insured": "成人", "hardship": "三无人员"}, 2010, "0.00"),
    ],
)
def test_yuechi_premiums(corpus: Corpus, facts: dict[str, str], year: int, expected: str) -> None:
    case = Case.read(facts, corpus.vocabulary)
    (row,) = premiums(corpus.policies["yuechi-resident-2009"], corpus.vocabulary, case, year).rows
    assert {one.payer: str(one.amount) for one in row.payments} == {"个人": expected}


def test_the_rows_of_the_jilin_subsidies_add_up(corpus: Corpus) -> None:
    rules = stated(corpus.policies["jilin-county-resident-2008"], PremiumRule)
    totals = [group.total for one in rules for group in one.rule.groups if group.year == 2008]
    # 45 + 21 + 14 = 80 twice, 70 + 36 + 38 + 36 = 180 three times, 70 + 36 + 24 + 50, 40 + 18 + 12 + 110, … + 10
    assert sorted(map(str, filter(None, totals))) == ["180"] * 5 + ["80"] * 3


def test_beijing_premiums_of_a_wage(corpus: Corpus) -> None:
    policy = corpus.policies["beijing-employee-catastrophic-1995"]
    low = Base(Decimal(1000), own_average=Decimal(800), heads=Decimal(10))
    rows = premiums(policy, corpus.vocabulary, Case({}), base=low).rows
    # the base is 90% of 1,000: 900 × 10 × 6% = 540 for the firm, 900 × 1% = 9 for each employee
    assert [str(one.amount) for row in rows for one in row.payments] == ["540.00", "9.00", "None", "9.00"]
    assert rows[2].payments[0].cause == "原文缺了百分之几"


def test_hunan_late_fee_and_advance(corpus: Corpus) -> None:
    policy = "hunan-district-employee-supplementary-2011"
    fee = late_fee(only(corpus, policy, "late-payment", LateFeeRule), Decimal(7500), 10)
    assert fee.amount == Decimal(150)  # 7,500 × 2‰ × 10
    rule = only(corpus, policy, "advance", AdvanceRule)
    assert advance(rule, Decimal(20_000)).applies is False
    assert advance(rule, Decimal("20000.01")).applies is True


def test_wujiang_shares_a_surplus_and_a_loss(corpus: Corpus) -> None:
    rule = only(corpus, "wujiang-catastrophic", "sharing", SharingRule)
    million = Decimal(1_000_000)
    # 85%: 970,000 − 850,000 = 120,000; half is 60,000, but at most 4% = 40,000
    assert [one.amount for one in share_result(rule, million, Decimal(850_000)).parts] == [40_000, 80_000]
    # 107%: 1,070,000 − 1,030,000 = 40,000, shared 50 : 25 : 25
    assert [one.amount for one in share_result(rule, million, Decimal(1_070_000)).parts] == [20_000, 10_000, 10_000]


def test_beijing_documents_of_an_outpatient(corpus: Corpus) -> None:
    rule = only(corpus, "beijing-employee-catastrophic-1995", "documents", DocumentsRule)
    outpatient = checklist(rule, corpus.vocabulary, Case({"care": "普通门诊"}))
    assert "诊断证明" in [one.item for one in outpatient.needed]
    assert [one.item for one in outpatient.conditional] == ["医院大病统筹办公室出具的转院证明"]
    inpatient = checklist(rule, corpus.vocabulary, Case({"care": "住院"}))
    assert "诊断证明" not in [one.item for one in (*inpatient.needed, *inpatient.conditional)]
    assert inpatient.lost == ("原文缺第3、4项",)


@pytest.mark.parametrize(
    ("policy", "question", "verdict"),
    [
        ("beijing-employee-catastrophic-1995", "出车祸住院能报吗", "no"),
        ("beijing-employee-catastrophic-1995", "打架斗殴受伤能报吗", "no"),
        ("beijing-employee-catastrophic-1995", "工伤能报吗", "no"),
        ("beijing-employee-catastrophic-1995", "自杀抢救能报吗", "no"),
        ("beijing-employee-catastrophic-1995", "去了非定点医院能报吗", "depends"),
        ("beijing-employee-catastrophic-1995", "在非定点医院紧急抢救能报吗", "yes"),
        ("wujiang-catastrophic", "在药店自购的药能报吗", "no"),
        ("wujiang-catastrophic", "境外看病能报吗", "no"),
        ("hospital-inpatient-rules", "喝酒打架住院能报吗", "no"),
        ("shandong-ncms-catastrophic-2013", "肺癌能报吗", "yes"),
        ("shandong-ncms-catastrophic-2013", "肝癌能报吗", "no"),
        ("chongqing-resident-2013", "小学生能参保吗", "depends"),
        ("chongqing-resident-2013", "镶牙能报吗", "not_said"),
    ],
)
def test_eligibility(corpus: Corpus, policy: str, question: str, verdict: str) -> None:
    assert eligibility(corpus.policies[policy], corpus.vocabulary, question, Case({})).verdict == verdict
