"""What last year left of a yearly allowance is added to this year's, unless the insurance was broken off."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.library import Library
from mingbai.assistant.planning.plan import Planner
from mingbai.assistant.toolbox import Toolbox


@pytest.fixture
def planner(library: Library) -> Planner:
    return Planner(Toolbox(library), ClauseSearch(library))


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("重庆合作医疗每年门诊有60块,去年我用了25,剩下的今年还能用不得", 60 - 25),
        ("重庆居民医保门诊一年60块,去年花了四十,没用完的今年能用多少", 60 - 40),
    ],
)
def test_what_was_not_used_last_year_is_carried_over(planner: Planner, message: str, left: int) -> None:
    assert planner.state([message]).facts["carried_over"] == Decimal(left)


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("重庆 去年剩25,今年总共可以用几块", 25),
        ("重庆普通门诊60块,去年剩了25,今年总共可以用几块", 25),
        ("重庆门诊,我去年没用完还剩25,今年能用几多", 25),
        ("重庆 去年门诊报了35,今年门诊总共可以用几块", 60 - 35),
        ("重庆居民医保去年那60我用了20,今年合起来有好多", 60 - 20),
        ("重庆居民去年门诊一分没用,今年门诊总共能用多少", 60),
    ],
)
def test_what_both_years_make_together_is_worked_out(planner: Planner, message: str, left: int) -> None:
    state = planner.state([message])
    assert state.topic == "estimate"
    assert state.facts == {**state.facts, "care": "普通门诊", "carried_over": Decimal(left)}
    assert not {"used_this_year", "cost"} & state.facts.keys()


@pytest.mark.parametrize(
    ("message", "carried", "used"),
    [
        # 60-35 carried over; the 35 are no bill of this year
        ("那个一年六十块门诊的钱 重庆居民这边 我去年用了35 今年没动过 一直都有交费 现在卡里还能用多少呀", 25, None),
        ("重庆居民医保门诊那60 去年报了45 今年用了10 还剩多少", 15, 10),
        ("重庆居民医保普通门诊定额 去年用了12块 今年又用了30 卡里还有多少", 48, 30),
        ("重庆居民门诊60块,前年用了20去年没用,现在还能用多少", 60 - 20 + 60, None),
        ("重庆居民门诊的钱从来没有断过交 去年用了20 现在还能用多少", 40, None),
        ("重庆居民门诊的钱去年断交过 去年用了20 现在还能用多少", 0, None),  # what was left is lost
    ],
)
def test_what_each_year_used_is_held_apart(planner: Planner, message: str, carried: int, used: int | None) -> None:
    state = planner.state([message])
    assert state.topic == "estimate"
    assert (state.facts["carried_over"], state.facts.get("used_this_year")) == (carried, used)
    assert "cost" not in state.facts


def test_of_two_sums_used_this_year_it_is_asked(planner: Planner) -> None:
    state = planner.state(["重庆居民门诊60 去年花了二十 今年花了30 这个月又花10块 还能用多少"])
    assert state.asked == "cost"


@pytest.mark.parametrize("later", ["那要是中间有一年忘记交了", "要是去年没交呢", "中间断过一年没交呢", "去年忘了续呢"])
def test_what_was_left_is_lost_when_a_year_was_not_paid(planner: Planner, later: str) -> None:
    state = planner.state(["重庆居民医保门诊那60块钱,我去年只用掉25,今年接着交了,今年一共能用多少", later])
    assert state.facts["carried_over"] == 0


@pytest.mark.parametrize("later", ["一直没断过", "我没有哪年忘交", "没有一年忘记交"])
def test_no_year_that_was_not_paid_loses_nothing(planner: Planner, later: str) -> None:
    state = planner.state(["重庆居民医保门诊那60块钱,我去年只用掉25,今年接着交了,今年一共能用多少", later])
    assert state.facts["carried_over"] == 60 - 25
