"""How an item reads, the same on paper, in the terminal, on the page and in the conversation."""

from typing import get_args

from mingbai.quiz.item import Item, ItemType
from mingbai.quiz.wording import TYPE_NAMES, shown_steps


def test_each_type_has_its_name() -> None:
    assert set(TYPE_NAMES) == set(get_args(ItemType))


def test_steps_are_shown_in_an_order_that_is_always_the_same_and_never_right(drawn: list[Item]) -> None:
    orders = [item for item in drawn if item.type == "ordering"]
    assert orders
    for item in orders:
        steps = shown_steps(item)
        assert steps == shown_steps(item.model_copy())
        assert sorted(steps) == sorted(item.answer.split(" → "))
        assert " → ".join(steps) != item.answer
