"""Items as the store keeps them: with the topic, which the public JSON leaves out."""

from __future__ import annotations

from typing import Any

from mingbai.quiz.item import Item


def dump(item: Item) -> dict[str, Any]:
    """An item as plain data."""
    return {
        **item.model_dump(mode="json"),
        "topic": item.topic,
        "rule_kind": item.rule_kind,
        "facts": [list(pair) for pair in item.facts],
        "difficulty": item.difficulty,
    }


def load(record: dict[str, Any]) -> Item:
    """The item of its plain data."""
    return Item.model_validate(record)
