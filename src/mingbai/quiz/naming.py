"""Finding what a person names by its id or by its Chinese name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from mingbai.quiz.errors import QuizError

_Id = TypeVar("_Id", bound=str)


def id_named(word: str, names: Mapping[_Id, str], unknown: Callable[[str, Iterable[str]], QuizError]) -> _Id:
    """The id that `word` is, or whose name it is.

    Raises:
        QuizError: made by `unknown` from the word and all that can be written, for any other word.
    """
    for id_, name in names.items():
        if word in (id_, name):
            return id_
    raise unknown(word, [f"{name}({id_})" for id_, name in names.items()])
