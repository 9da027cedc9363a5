"""Paid in one month, ill in another: the wait or the first day of benefits decides; days are counted by hand."""

from __future__ import annotations

import pytest

from mingbai.assistant.leads.waiting import before_it_began, waiting_lead
from mingbai.corpus.reader import Corpus
from mingbai.rules.case import Case

CHONGQING, JILIN, LUOYANG = (
    "chongqing-resident-2013",
    "jilin-county-resident-2008",
    "luoyang-employee-catastrophic-2021",
)


def said(corpus: Corpus, policy: str, question: str, **facts: str) -> str:
    lead = waiting_lead(corpus.policies[policy], corpus.vocabulary, question, Case(facts))
    return lead.text if lead else ""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "我交了才一个月就住院了,给报不,跟我一块交的儿子上初中要是住院呢",
            "**您自己不能**:交了以后要等3个月才享受待遇,还没有等满。\n**儿子能**:不用等。",
        ),
        ("我给儿子交了一个月,他住院了能报吗", "**能**:不用等。"),
        ("儿子交了一个月住院能报吗", "**能**:不用等。"),
    ],
)
def test_who_pays_in_with_a_child_is_answered_for_himself(corpus: Corpus, question: str, expected: str) -> None:
    assert said(corpus, JILIN, question, insured="学生") == expected


@pytest.mark.parametrize(
    ("policy", "question", "begins"),
    [
        # three months after 1 to 30 April are full on 1 to 30 July: benefits from 2 to 31 July
        (JILIN, "爱人四月交的钱,五月住的院,给报不", "**不能**:四月交的,最早从7月2日、最晚从7月31日"),
        (JILIN, "我4月交的钱8月住院能报吗", "**能**"),
        (JILIN, "4月交的钱7月住院能报吗", "**要看是几号**"),
        (JILIN, "一月初交的钱,二月底住的院,给报不", "**不能**"),
        (JILIN, "3月5号交的钱,6月1号住院能报吗", "**不能**:3月5号交的,从6月6日起"),
        (JILIN, "11月交的,次年1月看病能用吗", "**不能**"),
        (CHONGQING, "拖到3月1号才交清,3月底要开刀,赶得上不,到底哪天起才算", "**不能**:3月1号交的,从5月31日起"),
        (LUOYANG, "我四月份交了大病钱,五月住院能用上吗", "**不能**:四月份交的,从7月1日起"),
        (LUOYANG, "五月交的,八月住院能用吗", "**能**"),
        # 90 days after 1 April: 29+31+30, full on 30 June; after 30 April: 31+30+29, full on 29 July
        (CHONGQING, "4月交的钱5月住院能报吗", "**不能**:4月交的,最早从7月1日、最晚从7月30日"),
        # from a day of one month to a day of the next there are less than two months, of three
        (JILIN, "这月刚交上钱,下个月要开刀,赶得上报销不", "**不能**:交了以后要等3个月"),
        (JILIN, "上个月交的钱,下个月住院能报不", "**不能**"),  # less than three months
        (JILIN, "我交了两个月了,现在住院能报吗", "**不能**"),
        (JILIN, "交完三个月了住院能报吗", "**要看是几号**"),
        (JILIN, "交了五个月了,住院给报吗", "**能**"),
        (
            JILIN,
            "我交了才一个月就住院,一起交的女儿也病了,能报吗",
            "**不能**:交了以后要等3个月才享受待遇,还没有等满。\n**女儿**:",
        ),
    ],
)
def test_what_was_paid_in_one_month_covers_an_illness_in_another(
    corpus: Corpus, policy: str, question: str, begins: str
) -> None:
    assert said(corpus, policy, question).startswith(begins)


def test_who_does_not_wait_is_covered_at_once(corpus: Corpus) -> None:
    assert said(corpus, JILIN, "四月交的钱,五月住院能报吗", insured="学生").startswith("**能**")


@pytest.mark.parametrize(
    ("policy", "question"),
    [
        (CHONGQING, "10月交的钱2月住院能报吗"),  # paid within the window: no wait
        (JILIN, "四月交的钱什么时候能报"),  # one month only
        (JILIN, "4月交的5月住院,哪天开始报"),  # asks for the day
        (JILIN, "4月住院5月又住院能报吗"),  # nothing was paid
        (JILIN, "这个月住院,下个月交钱行吗"),  # ill before the payment
        (JILIN, "交了2个月的钱是多少"),
        (CHONGQING, "上个月交的,这个月住院能报吗"),  # who paid on time does not wait
        (LUOYANG, "上个月交的,这个月住院能报吗"),  # in the window or not?
        (LUOYANG, "八月交的,九月住院能用吗"),  # not within the window
    ],
)
def test_another_question_is_left_to_the_rules(corpus: Corpus, policy: str, question: str) -> None:
    assert said(corpus, policy, question) == ""


@pytest.mark.parametrize(
    ("policy", "question", "begins"),
    [
        ("pay-after-treatment-2013", "我老婆5月28号住的产科算不算数", "**不算**:这份规定从2013年6月10日起"),
        ("pay-after-treatment-2013", "2013年6月9日住的儿科算不算", "**不算**"),
        ("hunan-district-employee-supplementary-2011", "2010年12月住的院能报吗", "**不算**:这份规定从2011年1月1日起"),
        (CHONGQING, "2012年11月住院的能报吗", "**不算**"),
        ("pay-after-treatment-2013", "6月10号住的儿科算不算", ""),
        ("pay-after-treatment-2013", "6月住的儿科算不算", ""),  # some days of June are after its first
        (LUOYANG, "5月3号住院能报吗", ""),  # paid for each year: it may be May of any
        ("hunan-district-employee-supplementary-2011", "2010年12月交的钱能用吗", ""),  # of paying, not of care
    ],
)
def test_care_before_a_policy_began_does_not_count(corpus: Corpus, policy: str, question: str, begins: str) -> None:
    lead = before_it_began(corpus.policies[policy], question)
    assert lead.text.startswith(begins) if lead and begins else not (lead or begins)
