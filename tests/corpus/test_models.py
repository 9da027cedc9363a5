"""The records of the corpus: the days on which a policy holds."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.corpus.models import InForce

FIRST, LAST, BEFORE, AFTER = date(2013, 1, 1), date(2013, 12, 31), date(2012, 12, 31), date(2014, 1, 1)


@pytest.mark.parametrize(
    ("days", "held", "not_held"),
    [
        ({"from": FIRST, "until": LAST}, (FIRST, LAST), (BEFORE, AFTER)),
        ({"from": FIRST}, (FIRST, AFTER), (BEFORE,)),
        ({"until": LAST}, (BEFORE, LAST), (AFTER,)),
        ({}, (BEFORE, AFTER), ()),
    ],
)
def test_a_policy_holds_on_its_first_and_last_day(
    days: dict[str, date], held: tuple[date, ...], not_held: tuple[date, ...]
) -> None:
    in_force = InForce.model_validate(days)
    assert [in_force.holds_on(day) for day in (*held, *not_held)] == [True] * len(held) + [False] * len(not_held)


def test_an_end_that_is_not_written_lies_at_the_end_of_all_days() -> None:
    assert InForce.model_validate({"from": FIRST}).bounds == (FIRST, date.max)
    assert InForce().bounds == (date.min, date.max)
