"""Classes and quizzes being taken: each answer is committed before anything is told about it."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mingbai.quiz.errors import QuizError, UnknownClassError, UnknownItemError, UnknownSessionError
from mingbai.quiz.grading import Feedback, Score, feedback, score
from mingbai.quiz.item import Item, Quiz
from mingbai.quiz.store.records import dump, load
from mingbai.quiz.store.tables import AnswerRow, ClassRow, SessionRow

_CODE_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Signs of a join code: none that are taken for each other when read aloud."""
_CODE_LENGTH = 6
_TRIES = 20


@dataclass(frozen=True)
class SchoolClass:
    """A class with its join code and its quiz."""

    code: str
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Taking:
    """A quiz being taken: its items, and the answers given so far in the order of the items."""

    id: str
    person: str
    class_code: str | None
    items: tuple[Item, ...]
    answers: tuple[Feedback, ...]

    @property
    def next_item(self) -> Item | None:
        """The first item without an answer, or None at the end."""
        answered = {one.item for one in self.answers}
        return next((item for item in self.items if item.id not in answered), None)

    @property
    def score(self) -> Score:
        """The score so far."""
        return score(self.items, self.answers)


class School:
    """The door to the store for people who take quizzes and for their trainer."""

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        self.engine = engine
        self._now = now

    def open_class(self, name: str, quiz: Quiz) -> SchoolClass:
        """A new class; its code lets people join without an account.

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
                    store.add(ClassRow(code=code, name=name.strip(), items=items, made_at=self._now()))
            except IntegrityError:
                continue
            return SchoolClass(code, name.strip(), quiz.items)
        raise QuizError("没能分配到加入码,请再试一次")

    def find_class(self, code: str) -> SchoolClass:
        """The class of a join code, however it is spelled.

        Raises:
            UnknownClassError: where there is none.
        """
        with Session(self.engine) as store:
            row = store.get(ClassRow, code.strip().upper())
            if row is None:
                raise UnknownClassError(code)
            return SchoolClass(row.code, row.name, tuple(map(load, row.items)))

    def join(self, code: str, person: str) -> Taking:
        """A person's quiz in a class: the one begun before, else a new one.

        Raises:
            UnknownClassError: where there is no such class.
            QuizError: for a person without a name.
        """
        found = self.find_class(code)
        try:
            return self._begun(found.code, person) or self._begin(found.items, person, found.code)
        except IntegrityError:  # joined from two places at once
            begun = self._begun(found.code, person)
            assert begun is not None
            return begun

    def _begun(self, code: str, person: str) -> Taking | None:
        query = select(SessionRow.id).where(SessionRow.class_code == code, SessionRow.person == person.strip())
        with Session(self.engine) as store:
            earlier = store.scalars(query).first()
        return self.resume(earlier) if earlier else None

    def begin(self, quiz: Quiz, person: str) -> Taking:
        """A person takes a quiz alone.

        Raises:
            QuizError: for a person without a name.
        """
        return self._begin(quiz.items, person, None)

    def _begin(self, items: Sequence[Item], person: str, code: str | None) -> Taking:
        if not person.strip():
            raise QuizError("请写上您的名字")
        id_ = uuid.uuid4().hex
        with Session(self.engine) as store, store.begin():
            plain = [dump(item) for item in items]
            store.add(SessionRow(id=id_, person=person.strip(), class_code=code, items=plain, begun_at=self._now()))
        return Taking(id_, person.strip(), code, tuple(items), ())

    def resume(self, session: str) -> Taking:
        """A quiz as far as it was taken.

        Raises:
            UnknownSessionError: where there is none of this id.
        """
        with Session(self.engine) as store:
            row = store.get(SessionRow, session)
            if row is None:
                raise UnknownSessionError(session)
            items = tuple(map(load, row.items))
            answers = store.scalars(select(AnswerRow).where(AnswerRow.session_id == session)).all()
            by_item = {one.item_id: one for one in answers}
            told = tuple(_told(item, by_item[item.id]) for item in items if item.id in by_item)
            return Taking(row.id, row.person, row.class_code, items, told)

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
            QuizError: for an answer that cannot be read; nothing is kept then.
        """
        with Session(self.engine) as store:
            row = store.get(SessionRow, session)
            if row is None:
                raise UnknownSessionError(session)
            record = next((one for one in row.items if one["id"] == item_id), None)
        if record is None:
            raise UnknownItemError(item_id)
        item = load(record)
        told = feedback(item, given)
        try:
            with Session(self.engine) as store, store.begin():
                store.add(_row(session, item, told, self._now()))
        except IntegrityError:
            with Session(self.engine) as store:
                kept = store.get_one(AnswerRow, (session, item_id))
                return _told(item, kept)
        return told


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
