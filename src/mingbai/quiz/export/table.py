"""A table (.csv), one item a line."""

from __future__ import annotations

import csv
from pathlib import Path

from mingbai.quiz.export.wording import TYPE_NAMES, shown_choices, source_of
from mingbai.quiz.item import TOPICS, Quiz

_LETTERS = "ABCD"
_COLUMNS = ("题号", "题型", "专题", "题目", *_LETTERS, "答案", "解析", "政策", "出处")


def write_csv(quiz: Quiz, path: Path, title: str) -> None:
    """The quiz as a table; the byte order mark lets spreadsheet programs read the Chinese."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(_COLUMNS)
        for item in quiz.items:
            choices = dict(shown_choices(item))
            shown = [choices[letter].text if letter in choices else "" for letter in _LETTERS]
            kind, topic = TYPE_NAMES[item.type], TOPICS[item.topic]
            tail = [item.answer, item.explanation, item.policy, source_of(item)]
            writer.writerow([item.id, kind, topic, item.question, *shown, *tail])
