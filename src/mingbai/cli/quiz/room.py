"""What the commands of `mingbai quiz` stand on: the bank and the store, and a word where a wish cannot be met."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mingbai.cli.console import fail

if TYPE_CHECKING:
    from mingbai.quiz.bank import Bank
    from mingbai.quiz.store.school import School
    from mingbai.settings import Settings


@contextmanager
def refusals_told() -> Iterator[None]:
    """What cannot be done is said in one sentence, with exit code 2."""
    from mingbai.quiz.errors import QuizError

    try:
        yield
    except QuizError as error:
        fail(str(error), 2)


def bank_of(settings: Settings) -> Bank:
    """All that can be asked of the corpus."""
    from mingbai.quiz.bank import Bank

    return Bank.of_folder(settings.corpus)


def school_of(settings: Settings) -> School:
    """The store of classes and of quizzes being taken."""
    from mingbai.quiz.store.school import School

    return School(settings.store_url("quiz"), now)


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)
