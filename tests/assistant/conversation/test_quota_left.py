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
