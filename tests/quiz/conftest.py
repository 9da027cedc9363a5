"""The bank of the real corpus, made once, and an empty store for each test."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from mingbai.corpus.reader import Corpus
from mingbai.quiz.bank import Bank
from mingbai.quiz.item import Item
from mingbai.quiz.store.school import School

QUIZZES, ITEMS = 200, 50


class Clock:
    """A clock that goes on by a second whenever it is read."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture(scope="session")
def bank(corpus: Corpus) -> Bank:
    return Bank(corpus)


@pytest.fixture(scope="session")
def drawn(bank: Bank) -> list[Item]:
    """10,000 items as quizzes draw them from all policies."""
    return [item for seed in range(QUIZZES) for item in bank.quiz(items=ITEMS, seed=seed).items]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'quiz.sqlite3'}"


@pytest.fixture
def school(url: str) -> School:
    made = School(url, Clock())
    yield made
    made.engine.dispose()


@pytest.fixture
def engine(school: School) -> Engine:
    return school.engine
