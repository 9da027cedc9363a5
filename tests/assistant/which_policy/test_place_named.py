"""As what a place is named: where somebody works is not where they are insured."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.which_policy.place_named import is_where_worked
from tests.assistant.turns import last_estimate


def test_who_works_in_a_place_is_not_insured_there_unless_that_is_said() -> None:
    assert is_where_worked("岳池户口在重庆打工,住那边二级医院", "重庆")
    assert not is_where_worked("在重庆打工,交的重庆居民二档医保,在重庆交的医保", "重庆")
    assert not is_where_worked("重庆居民医保,在岳池住院", "重庆")


@pytest.mark.parametrize(
    ("message", "amount"),
    [
        ("岳池户口在重庆打工,住那边二级医院8650,报多少", "4400.00"),  # (8650-650)*55%
        ("户口在岳池在重庆打工,回老家二级住院8650报多少", "4980.00"),  # (8650-350)*60%
    ],
)
def test_home_pays_for_who_works_elsewhere(assistant: Assistant, message: str, amount: str) -> None:
    reply, estimate = last_estimate(assistant, message)
    assert reply.policies == ("yuechi-resident-2009",)
    assert estimate.amount == amount
