"""What the tab 培训测验 stands on: the bank of items, made when it is first asked for, and the store."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Lock

from mingbai.corpus.reader import Corpus
from mingbai.quiz.bank import Bank
from mingbai.quiz.store.practice import Practice
from mingbai.quiz.store.school import School


class QuizRoom:
    """The bank, the school and the daily practice of one page."""

    def __init__(self, corpus: Corpus, store: str) -> None:
        self.school = School(store, now)
        self._bank = Bank(corpus)
        self._lock = Lock()

    def bank(self) -> Bank:
        """The bank with all it can ask; the first to come has that made, the others wait for it."""
        with self._lock:
            _ = self._bank.policies
        return self._bank

    def practice(self) -> Practice:
        """The practice cards of everybody."""
        return Practice(self.school.engine, self.bank().find)


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)
