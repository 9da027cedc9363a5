"""How an item reads outside of the program, the same in every form."""

from __future__ import annotations

from random import Random

from mingbai.quiz.grading import LETTERS, steps_of
from mingbai.quiz.item import Choice, Item, ItemType

TYPE_NAMES: dict[ItemType, str] = {
    "single_choice": "单选",
    "true_false": "判断",
    "number": "填金额",
    "ordering": "排顺序",
    "documents": "缺什么材料",
}


def shown_choices(item: Item) -> tuple[tuple[str, Choice], ...]:
    """The choices a person sees, each with its letter; none for a number."""
    return () if item.type == "number" else tuple(zip(LETTERS, item.choices, strict=False))


def shown_steps(item: Item) -> tuple[str, ...]:
    """The steps of an item on order as they are shown at first: always the same, never right."""
    steps = list(steps_of(item))
    Random(item.id).shuffle(steps)  # noqa: S311 - no secret
    return tuple(steps if tuple(steps) != steps_of(item) else steps[::-1])


def key_of(item: Item) -> str:
    """The answer with its letter where there are letters."""
    letters = {choice.text: letter for letter, choice in shown_choices(item)}
    letter = letters.get(item.answer)
    if item.type == "true_false" or letter is None:
        return f"{item.answer}元" if item.type == "number" else item.answer
    return f"{letter}. {item.answer}"


def source_of(item: Item) -> str:
    """Where the item comes from, each clause once."""
    places = dict.fromkeys(f"{one.title}(原文 {one.locator})" for one in item.citations)
    return ";".join(places)
