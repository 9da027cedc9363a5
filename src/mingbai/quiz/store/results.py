"""What a trainer sees: results per person and topic, how hard each item is and whether it tells people apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from mingbai.quiz.item import TOPICS
from mingbai.quiz.store.tables import AnswerRow, ClassRow, SessionRow
from mingbai.spreadsheet import csv_text

ENOUGH_ANSWERS = 5
"""Fewer people than this say nothing about an item."""


@dataclass(frozen=True)
class Answered:
    """One answer with who gave it."""

    person: str
    session: str
    item: str
    question: str
    topic: str
    policy: str
    given: str
    is_right: bool
    why: str
    answered_at: str


@dataclass(frozen=True)
class TopicResult:
    """How many answers of one person to one topic were right."""

    person: str
    topic: str
    right: int
    answered: int


@dataclass(frozen=True)
class ItemResult:
    """One item over all who answered it.

    `difficulty` is the part that got it right; `discrimination` the correlation of getting it right with the rest of
    the score (-1 to 1). Both are None before enough people have answered, the latter also where all did alike.
    """

    item: str
    question: str
    answered: int
    difficulty: float | None
    discrimination: float | None
    commonest_mistake: str | None


@dataclass(frozen=True)
class ClassSummary:
    """One class: how many items its quiz has, how many people began it and how many of them finished."""

    code: str
    name: str
    items: int
    people: int
    finished: int


def classes(engine: Engine) -> tuple[ClassSummary, ...]:
    """Every class, the newest first."""
    answered = (
        select(SessionRow.class_code, SessionRow.id, func.count(AnswerRow.item_id).label("answers"))
        .outerjoin(AnswerRow, AnswerRow.session_id == SessionRow.id)
        .where(SessionRow.class_code.is_not(None))
        .group_by(SessionRow.class_code, SessionRow.id)
    )
    with Session(engine) as store:
        begun: dict[str, list[int]] = defaultdict(list)
        for code, _, answers in store.execute(answered):
            begun[str(code)].append(answers)
        rows = store.scalars(select(ClassRow).order_by(ClassRow.made_at.desc(), ClassRow.code)).all()
        return tuple(_summary(row, begun[row.code]) for row in rows)


def _summary(row: ClassRow, answers: Sequence[int]) -> ClassSummary:
    finished = sum(count >= len(row.items) for count in answers)
    return ClassSummary(row.code, row.name, len(row.items), len(answers), finished)


def answers_of(engine: Engine, class_code: str | None = None) -> tuple[Answered, ...]:
    """Every answer, of one class where its code is given, in the order they were given."""
    sessions = select(SessionRow)
    if class_code is not None:
        sessions = sessions.where(SessionRow.class_code == class_code.strip().upper())
    answers = select(AnswerRow).order_by(AnswerRow.answered_at, AnswerRow.session_id, AnswerRow.item_id)
    with Session(engine) as store:
        persons: dict[str, str] = {}
        questions: dict[str, str] = {}
        for row in store.scalars(sessions):
            persons[row.id] = row.person
            questions.update((one["id"], one["question"]) for one in row.items)
        if class_code is not None:
            answers = answers.join(SessionRow).where(SessionRow.class_code == class_code.strip().upper())
        given = store.scalars(answers).all()
        return tuple(_answered(one, persons[one.session_id], questions[one.item_id]) for one in given)


def _answered(row: AnswerRow, person: str, question: str) -> Answered:
    return Answered(
        person=person,
        session=row.session_id,
        item=row.item_id,
        question=question,
        topic=TOPICS.get(row.topic, row.topic),
        policy=row.policy,
        given=row.given,
        is_right=row.is_right,
        why=row.why,
        answered_at=row.answered_at.isoformat(),
    )


def by_person_and_topic(answers: Iterable[Answered]) -> tuple[TopicResult, ...]:
    """Each person's score by topic."""
    counted: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for one in answers:
        counted[one.person, one.topic].append(one.is_right)
    return tuple(TopicResult(*key, sum(rights), len(rights)) for key, rights in sorted(counted.items()))


def by_item(answers: Sequence[Answered]) -> tuple[ItemResult, ...]:
    """Each item's difficulty and discrimination, the hardest first."""
    by_id: dict[str, list[Answered]] = defaultdict(list)
    by_session: dict[str, list[Answered]] = defaultdict(list)
    for one in answers:
        by_id[one.item].append(one)
        by_session[one.session].append(one)
    results = [_item_result(given, by_session) for given in by_id.values()]
    return tuple(sorted(results, key=lambda one: (one.difficulty is None, one.difficulty or 0, one.item)))


def _item_result(given: list[Answered], by_session: dict[str, list[Answered]]) -> ItemResult:
    enough = len(given) >= ENOUGH_ANSWERS
    wrong = [one.why for one in given if not one.is_right]
    return ItemResult(
        item=given[0].item,
        question=given[0].question,
        answered=len(given),
        difficulty=sum(one.is_right for one in given) / len(given) if enough else None,
        discrimination=_discrimination(given, by_session) if enough else None,
        commonest_mistake=max(sorted(set(wrong)), key=wrong.count) if wrong else None,
    )


def _discrimination(given: list[Answered], by_session: dict[str, list[Answered]]) -> float | None:
    rights, rests = [], []
    for one in given:
        others = [other.is_right for other in by_session[one.session] if other.item != one.item]
        if others:
            rights.append(float(one.is_right))
            rests.append(sum(others) / len(others))
    try:
        return correlation(rights, rests)
    except StatisticsError:
        return None


_COLUMNS = {
    "person": "姓名",
    "topic": "专题",
    "policy": "政策",
    "item": "题号",
    "question": "题目",
    "given": "回答",
    "is_right": "对错",
    "why": "原因",
    "answered_at": "时间",
}


def as_csv(answers: Iterable[Answered]) -> str:
    """The answers as CSV for spreadsheet programs: with a byte order mark, and nothing they take for a formula."""
    return csv_text(_COLUMNS.values(), ([_cell(getattr(one, name)) for name in _COLUMNS] for one in answers))


def _cell(value: object) -> object:
    return {True: "对", False: "错"}[value] if isinstance(value, bool) else value
