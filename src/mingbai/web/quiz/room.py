"""What the tab 培训测验 stands on: the bank of items, made in the background from the start, and the store."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from datetime import UTC, datetime
from threading import Thread

from mingbai.corpus.reader import Corpus
from mingbai.quiz.bank import Bank
from mingbai.quiz.store.database import open_database
from mingbai.quiz.store.practice import Practice
from mingbai.quiz.store.school import School

_LOG = logging.getLogger(__name__)
_MOST_AT_ONCE = 50


class QuizRoom:
    """The bank, the school and the daily practice of one page."""

    def __init__(self, corpus: Corpus, store: str) -> None:
        self.school = School(lambda: open_database(store), now)
        self._bank: Future[Bank] = Future()
        Thread(target=self._prepare, args=(corpus,), daemon=True).start()

    def bank(self) -> Bank:
        """The bank, once it is made."""
        return self._bank.result()

    def practice(self) -> Practice:
        """The practice cards of everybody."""
        return Practice(self.school.engine, self.bank().find)

    def _prepare(self, corpus: Corpus) -> None:
        """Make everything that the first quiz would otherwise wait for."""
        try:
            bank = Bank(corpus)
            bank.quiz(items=min(_MOST_AT_ONCE, sum(len(bank.prompts(policy.id)) for policy in bank.policies)))
        except Exception as error:  # told to whoever asks for the bank
            self._bank.set_exception(error)
            return
        self._bank.set_result(bank)
        try:
            _ = self.school.engine
        except Exception:
            _LOG.exception("the store of quizzes could not be opened; it is tried again when it is needed")


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)
