"""A table (.csv), one item a line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mingbai.quiz.item import TOPICS, Item, Quiz
from mingbai.quiz.wording import TYPE_NAMES, shown_choices, source_of
from mingbai.spreadsheet import csv_text

_LETTERS = "ABCD"
_COLUMNS = ("题号", "题型", "专题", "题目", *_LETTERS, "答案", "解析", "政策", "出处")


def write_csv(quiz: Quiz, path: Path, title: str) -> None:
    """The quiz as a table for spreadsheet programs; it holds no title."""
    path.write_text(csv_text(_COLUMNS, map(_row, quiz.items)), encoding="utf-8", newline="")


def _row(item: Item) -> Iterable[str]:
    choices = dict(shown_choices(item))
    shown = [choices[letter].text if letter in choices else "" for letter in _LETTERS]
    head = (item.id, TYPE_NAMES[item.type], TOPICS[item.topic], item.question)
    return (*head, *shown, item.answer, item.explanation, item.policy, source_of(item))
