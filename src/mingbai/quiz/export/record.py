"""The quiz as JSON."""

from __future__ import annotations

from pathlib import Path

from mingbai.quiz.item import Quiz


def as_json(quiz: Quiz) -> str:
    """The public form: `{"items": [...]}`."""
    return quiz.model_dump_json(indent=2)


def write_json(quiz: Quiz, path: Path, title: str) -> None:
    """The public form in a file; it holds no title."""
    path.write_text(as_json(quiz) + "\n", encoding="utf-8")
