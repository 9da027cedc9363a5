"""Classes and quizzes being taken: each answer is committed before anything is told about it."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mingbai.database import open_database
from mingbai.quiz.errors import QuizError, TimeOverError, UnknownClassError, UnknownItemError, UnknownSessionError
from mingbai.quiz.grading import Feedback, Score, feedback, score
from mingbai.quiz.item import Item, Quiz
from mingbai.quiz.store.records import dump, load
from mingbai.quiz.store.tables import AnswerRow, ClassRow, SessionRow
from mingbai.quiz.store.terms import Terms

_MIGRATIONS = Path(__file__).parent / "migrations"
_CODE_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Signs of a join code: none that are taken for each other when read aloud."""
_CODE_LENGTH = 6
_TRIES = 20
_FREELY = Terms()


@dataclass(frozen=True)
class SchoolClass:
    """A class with its join code, its quiz and how it is taken."""

    code: str
    name: str
    items: tuple[Item, ...]
    terms: Terms = _FREELY


@dataclass(frozen=True)
class Taking:
    """A quiz being taken: its items, and the answers given so far in the order of the items.

    `seconds_left` is what was left of its time when it was read, 0 once it is over, None without a limit; `seed` draws
    its items again, None where they were put together.
    """

    id: str
    person: str
    class_code: str | None
    items: tuple[Item, ...]
    answers: tuple[Feedback, ...]
    terms: Terms = _FREELY
    seconds_left: float | None = None
    seed: int | None = None

    @property
    def next_item(self) -> Item | None:
        """The first item without an answer, or None at the end: all answered, or the time is over."""
        if self.seconds_left == 0:
            return None
        answered = {one.item for one in self.answers}
        return next((item for item in self.items if item.id not in answered), None)

    @property
    def score(self) -> Score:
        """The score so far."""
        return score(self.items, self.answers)


class School:
    """The door to the store for people who take quizzes and for their trainer.

    The store is opened when it is first needed; `now` gives times with a zone.
    """

    def __init__(self, url: str, now: Callable[[], datetime]) -> None:
        self._url = url
        self._now = now

    @cached_property
    def engine(self) -> Engine:
        """The database, its tables up to date."""
        return open_database(self._url, _MIGRATIONS)

    def open_class(self, name: str, quiz: Quiz, terms: Terms = _FREELY) -> SchoolClass:
        """A new class; its code lets people join without an account, and each has the whole time of the terms.

        Raises:
            QuizError: for a class without a name.
        """
        if not name.strip():
            raise QuizError("请给这个班起个名字")
        items = [dump(item) for item in quiz.items]
        for _ in range(_TRIES):
            code = "".join(secrets.choice(_CODE_SIGNS) for _ in range(_CODE_LENGTH))
            try:
                with Session(self.engine) as store, store.begin():
                    row = ClassRow(code=code, name=name.strip(), items=items, made_at=self._utc(), seed=quiz.seed)
                    row.minutes, row.is_final = terms.minutes, terms.is_final
                    store.add(row)
            except IntegrityError:
                continue
            return SchoolClass(code, name.strip(), quiz.items, terms)
        raise QuizError("没能分配到加入码,请再试一次")

    def find_class(self, code: str) -> SchoolClass:
        """The class of a join code, however it is spelled.

        Raises:
            UnknownClassError: where there is none.
        """
        with Session(self.engine) as store:
            row = self._class_row(store, code)
            return SchoolClass(row.code, row.name, tuple(map(load, row.items)), _terms(row))

    def _class_row(self, store: Session, code: str) -> ClassRow:
        row = store.get(ClassRow, code.strip().upper())
        if row is None:
            raise UnknownClassError(code)
        return row

    def join(self, code: str, person: str) -> Taking:
        """A person's quiz in a class: the one begun before, else a new one.

        Raises:
            UnknownClassError: where there is no such class.
            QuizError: for a person without a name.
        """
        with Session(self.engine) as store:
            found = self._class_row(store, code)
        quiz = Quiz(items=tuple(map(load, found.items)), seed=found.seed)
        try:
            return self._begun(found.code, person) or self._begin(quiz, person, _terms(found), found.code)
        except IntegrityError:  # joined from two places at once
            begun = self._begun(found.code, person)
            assert begun is not None
            return begun

    def _begun(self, code: str, person: str) -> Taking | None:
        query = select(SessionRow.id).where(SessionRow.class_code == code, SessionRow.person == person.strip())
        with Session(self.engine) as store:
            earlier = store.scalars(query).first()
        return self.resume(earlier) if earlier else None

    def begin(self, quiz: Quiz, person: str, terms: Terms = _FREELY) -> Taking:
        """A person takes a quiz alone.

        Raises:
            QuizError: for a person without a name.
        """
        return self._begin(quiz, person, terms, None)

    def _begin(self, quiz: Quiz, person: str, terms: Terms, code: str | None) -> Taking:
        if not person.strip():
            raise QuizError("请写上您的名字")
        id_ = uuid.uuid4().hex
        with Session(self.engine) as store, store.begin():
            row = SessionRow(id=id_, person=person.strip(), class_code=code, items=list(map(dump, quiz.items)))
            row.begun_at = begun_at = self._utc()
            row.minutes, row.is_final, row.seed = terms.minutes, terms.is_final, quiz.seed
            store.add(row)
        left = terms.seconds_left(begun_at, begun_at)
        return Taking(id_, person.strip(), code, quiz.items, (), terms, left, quiz.seed)

    def resume(self, session: str) -> Taking:
        """A quiz as far as it was taken.

        Raises:
            UnknownSessionError: where there is none of this id.
        """
        with Session(self.engine) as store:
            row = _session_row(store, session)
            items = tuple(map(load, row.items))
            answers = store.scalars(select(AnswerRow).where(AnswerRow.session_id == session)).all()
            by_item = {one.item_id: one for one in answers}
            told = tuple(_told(item, by_item[item.id]) for item in items if item.id in by_item)
            left = _terms(row).seconds_left(row.begun_at, self._utc())
            return Taking(row.id, row.person, row.class_code, items, told, _terms(row), left, row.seed)

    def unfinished(self, person: str) -> tuple[Taking, ...]:
        """The quizzes a person has begun and not finished, the last one first."""
        with Session(self.engine) as store:
            begun = select(SessionRow.id).where(SessionRow.person == person.strip())
            ids = store.scalars(begun.order_by(SessionRow.begun_at.desc())).all()
        return tuple(one for one in map(self.resume, ids) if one.next_item is not None)

    def answer(self, session: str, item_id: str, given: str) -> Feedback:
        """Keep an answer, then say what there is to say to it; an item answered before keeps its first answer.

        Raises:
            UnknownSessionError, UnknownItemError: where there is no such quiz, or no such item in it.
            TimeOverError: where its time is over, for an item that has no answer yet; nothing is kept then.
            QuizError: for an answer that cannot be read; nothing is kept then.
        """
        now = self._utc()
        with Session(self.engine) as store:
            row = _session_row(store, session)
            item = _item_of(row, item_id)
            if _terms(row).seconds_left(row.begun_at, now) == 0:
                early = store.get(AnswerRow, (session, item_id))
                if early is None:
                    raise TimeOverError
                return _told(item, early)
        told = feedback(item, given)
        try:
            with Session(self.engine) as store, store.begin():
                store.add(_row(session, item, told, now))
        except IntegrityError:
            with Session(self.engine) as store:
                return _told(item, store.get_one(AnswerRow, (session, item_id)))
        return told

    def _utc(self) -> datetime:
        return self._now().astimezone(UTC)


def _session_row(store: Session, session: str) -> SessionRow:
    row = store.get(SessionRow, session)
    if row is None:
        raise UnknownSessionError(session)
    return row


def _item_of(row: SessionRow, id_: str) -> Item:
    record = next((one for one in row.items if one["id"] == id_), None)
    if record is None:
        raise UnknownItemError(id_)
    return load(record)


def _terms(row: ClassRow | SessionRow) -> Terms:
    return Terms(row.minutes, row.is_final)


def _row(session: str, item: Item, told: Feedback, now: datetime) -> AnswerRow:
    return AnswerRow(
        session_id=session,
        item_id=item.id,
        topic=item.topic,
        policy=item.policy,
        given=told.given,
        is_right=told.is_right,
        why=told.why,
        answered_at=now,
    )


def _told(item: Item, row: AnswerRow) -> Feedback:
    return Feedback(item.id, row.given, row.is_right, row.why, item.answer, item.explanation)
