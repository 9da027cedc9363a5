"""A quiz on its way out: paper, Moodle, Anki, table, JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mingbai.quiz.errors import QuizError
from mingbai.quiz.export.anki import write_anki
from mingbai.quiz.export.gift import write_gift
from mingbai.quiz.export.paper import write_key, write_paper
from mingbai.quiz.export.record import write_json
from mingbai.quiz.export.table import write_csv
from mingbai.quiz.item import Quiz

_Write = Callable[[Quiz, Path, str], None]
_BY_ENDING: dict[str, _Write] = {
    ".docx": write_paper,
    ".gift": write_gift,
    ".apkg": write_anki,
    ".csv": write_csv,
    ".json": write_json,
}
ENDINGS = tuple(_BY_ENDING)
"""The endings of the files a quiz can be written to."""


def export(quiz: Quiz, path: Path, title: str, with_key: bool = False) -> None:
    """Write a quiz in the form the file's ending names; `with_key` puts answers and explanations on paper, too.

    Raises:
        QuizError: for an ending that names none.
    """
    write = _BY_ENDING.get(path.suffix.lower())
    if write is None:
        raise QuizError(f"不知道怎么写“{path.suffix or path.name}”文件;可以是:{'、'.join(ENDINGS)}")
    (write_key if with_key and write is write_paper else write)(quiz, path, title)
