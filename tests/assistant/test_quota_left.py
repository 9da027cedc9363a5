"""What last year left of a yearly allowance is added to this year's, unless the insurance was broken off."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.plan import Planner
from mingbai.assistant.search import ClauseSearch
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
