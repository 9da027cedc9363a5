"""How far payments lie apart, told from worlds made by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.rules.doubt import Choice, World
from mingbai.rules.run import Outcome
from mingbai.rules.spread import bounds, doubts_that_matter, matters, spread


def world(payment: int, **taken: int) -> World[Outcome]:
    """A world of two possibilities to each doubt; a doubt `lost…` is open at its second."""
    return World(Outcome(Decimal(payment), (), ()), tuple(_choice(key, at) for key, at in taken.items()))


def _choice(key: str, taken: int) -> Choice:
    is_lost = key.startswith("lost")
    return Choice(key, "lost" if is_lost else "reading", taken, 2, f"{key}{taken}", is_lost and taken == 1)


@pytest.mark.parametrize(
    ("worlds", "told"),
    [
        ((world(50),), ("exact", 50, 50)),
        ((world(50, lost=0), world(50, lost=1)), ("exact", 50, 50)),
        ((world(30, read=0), world(50, read=1)), ("range", 30, 50)),
        ((world(30, lost=0), world(50, lost=1)), ("at_least", 30, None)),
        ((world(30, lost=1), world(50, lost=0)), ("range", 30, 50)),  # nothing open pays less than nothing
        ((world(0, lost=1), world(50, lost=0)), ("at_most", None, 50)),
        ((world(0, lost=1, lost_too=0), world(50, lost=0, lost_too=1)), ("unknown", None, None)),
    ],
)
def test_a_bound_is_known_where_no_open_figure_leads_to_it(
    worlds: tuple[World[Outcome], ...], told: tuple[str, int | None, int | None]
) -> None:
    assert bounds(worlds) == told


BOTH = (world(10, a=0, b=0), world(12, a=0, b=1), world(30, a=1, b=0), world(35, a=1, b=1))


def test_a_doubt_moves_the_payment_by_the_most_while_the_others_stay() -> None:
    assert spread(BOTH, "a") == 23  # 35-12
    assert spread(BOTH, "b") == 5  # 35-30


def test_a_doubt_that_arises_on_one_side_of_another_is_not_held_against_it() -> None:
    worlds = (world(10, a=0), world(30, a=1, b=0), world(35, a=1, b=1))
    assert spread(worlds, "a") == 25  # 35-10, though b is met on one side only
    assert spread(worlds, "b") == 5


def test_a_doubt_that_moves_nothing_does_not_matter() -> None:
    worlds = (world(10, a=0, b=0), world(10, a=1, b=0), world(12, a=0, b=1), world(12, a=1, b=1))
    assert not matters(worlds, "a")
    assert matters(worlds, "b")
    assert [one.key for one in doubts_that_matter(worlds, "reading")] == ["b"]
    assert not list(doubts_that_matter(worlds, "lost"))
