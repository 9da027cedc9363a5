"""Moodle's GIFT text: https://docs.moodle.org/en/GIFT_format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mingbai.quiz.item import RIGHT, Item, Quiz

_SPECIAL = re.compile(r"([~=#{}:\\])")


def write_gift(quiz: Quiz, path: Path, title: str) -> None:
    """The quiz as a question bank; the title becomes the category."""
    path.write_text(gift(quiz, title), encoding="utf-8")


def gift(quiz: Quiz, title: str) -> str:
    """The quiz as GIFT text; each question is named by its id, each wrong answer tells its mistake."""
    category = title.replace("\n", " ").replace("/", "//")
    return "\n\n".join((f"$CATEGORY: {category}", *map(_question, quiz.items))) + "\n"


def _question(item: Item) -> str:
    answers = "\n".join((*_answers(item), f"####{_escaped(item.explanation)}"))
    return f"::{item.id}::[plain]{_escaped(item.question)} {{{answers}\n}}"


def _answers(item: Item) -> Iterator[str]:
    if item.type == "true_false":
        right = next(choice for choice in item.choices if choice.right)
        wrong = next(choice for choice in item.choices if not choice.right)
        yield f"{'TRUE' if item.answer == RIGHT else 'FALSE'}#{_escaped(wrong.why)}#{_escaped(right.why)}"
        return
    is_number = item.type == "number"
    yield "#" if is_number else ""
    for choice in item.choices:
        if is_number:
            weight = "=" if choice.right else "=%0%"
            yield f"{weight}{choice.text}:0#{_escaped(choice.why)}"
        else:
            yield f"{'=' if choice.right else '~'}{_escaped(choice.text)}#{_escaped(choice.why)}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "\\n")
