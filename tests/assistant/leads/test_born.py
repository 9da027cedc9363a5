"""An age told of a child is held against the days after its birth in which it is enrolled: from 28 to 28+90=118."""

from __future__ import annotations

import pytest

from mingbai.assistant.leads.born import born_lead, since_birth
from mingbai.corpus.reader import Corpus


def said(corpus: Corpus, question: str, policy: str = "beijing-elder-child") -> str:
    lead = born_lead(corpus.policies[policy], question)
    return lead.text if lead else ""


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("孩子都半岁了才想起来一老一小没上,现在还给办吗", "**已经过了那段时间**"),  # 181 days at least
        ("娃百天了还能办吗", "**能办**"),  # day 100
        ("孩子五个月大了,现在还能上吗", "**已经过了那段时间**"),  # 140 days at least
        ("孩子两个月大,还能办吗", "**能办**"),  # 56 to 62 days
        ("宝宝10天大,能去办吗", "**还没到时间**"),
        ("孩子一岁半了,现在补办行不行", "**已经过了那段时间**"),
    ],
)
def test_an_age_is_held_against_the_days_after_birth(corpus: Corpus, question: str, begins: str) -> None:
    assert said(corpus, question).startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "孩子住院5天了,上了一老一小能报多少",
        "孩子半岁住院花了5000报多少",
        "孩子没上一老一小,现在还给办吗",
        "娃三个月大了,去哪儿上",
        "孩子第3天了才办的出生证,要带什么",
        "大娃三岁了小的两个月大,都能办吗",  # which of the two?
    ],
)
def test_no_age_at_enrolling_is_told(corpus: Corpus, question: str) -> None:
    assert said(corpus, question) == ""


def test_a_policy_without_days_after_birth_says_nothing(corpus: Corpus) -> None:
    assert said(corpus, "孩子半岁了还能办吗", "yuechi-resident-2009") == ""


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("娃3月10号生的,几号到几号之间去上合适", "newborn-window"),
        ("我娃2月1日出生的,最晚哪天去办", "newborn-window"),
        ("9月10号去给娃办还行吗", None),  # the day of going there
        ("9月10号娃生病了能报吗", None),
    ],
)
def test_a_day_of_birth_leads_to_the_deadline_that_runs_from_it(
    corpus: Corpus, question: str, clause: str | None
) -> None:
    assert since_birth(corpus.policies["beijing-elder-child"], question) == clause
