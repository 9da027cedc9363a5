"""One more illness raises the cap of several by one more step."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.library import Library
from mingbai.assistant.planning.plan import Planner
from mingbai.assistant.toolbox import Toolbox
from tests.assistant.turns import last_estimate, last_reply

TWO = "重庆居民医保一档 高血压糖尿病都办了特病证 在二级医院拿药一年2500 能报几个钱"
CHRONIC = "重庆慢病门诊糖尿病,一级医院3000报多少"
ONE = "重庆居民医保一档 高血压办了特病证 二级医院拿药一年2500 能报几个钱"


@pytest.fixture
def planner(library: Library) -> Planner:
    return Planner(Toolbox(library), ClauseSearch(library))


@pytest.mark.parametrize(
    ("before", "message", "illnesses"),
    [
        (TWO, "再多查出个慢性的肺病也办下来了呢", 3),
        (TWO, "又查出一种慢性病呢", 3),
        (TWO, "后来又添了冠心病呢", 3),
        (TWO, "又查出两种慢性病呢", 4),
        (TWO, "另外查出一样,一共三种病", 3),
        (ONE, "又查出糖尿病呢", 2),
        (TWO, "要是花了3000呢", 2),
    ],
)
def test_one_more_counts_on(planner: Planner, before: str, message: str, illnesses: int) -> None:
    state = planner.state([before, message])
    assert state.topic == "estimate"
    assert state.facts["diseases"] == Decimal(illnesses)


def test_a_stay_is_no_illness_more(planner: Planner) -> None:
    assert planner.state([TWO, "又得病住院花了5000,二级"]).facts["care"] == "住院"


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        ((CHRONIC, "我还有高血压也在本本上的,那一年最多报好多"), "1200.00"),  # min(3000*80%, 1000+200)
        ((CHRONIC, "又查出冠心病呢", "再加个甲亢"), "1400.00"),  # min(3000*80%, 1000+2*200)
    ],
)
def test_one_more_is_worked_out(assistant: Assistant, turns: tuple[str, ...], amount: str) -> None:
    _, estimate = last_estimate(assistant, *turns)
    assert estimate.amount == amount


def test_papers_for_it_are_no_sum(assistant: Assistant) -> None:
    assert last_reply(assistant, CHRONIC, "还有高血压,要带什么材料").kind == "documents"
