"""Daily practice of one person: what was answered comes back when it is about to be forgotten (FSRS)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from fsrs import Card, Rating, Scheduler
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from mingbai.quiz.grading import Feedback, feedback
from mingbai.quiz.item import Item, Quiz
from mingbai.quiz.store.tables import CardRow

_SCHEDULER = Scheduler(enable_fuzzing=False)


class Practice:
    """The practice cards of everybody; times are with a time zone.

    `find` gives the item of an id as the rules are today, or None where its rule has changed or gone: such a card is
    never asked again.
    """

    def __init__(self, engine: Engine, find: Callable[[str], Item | None]) -> None:
        self._engine = engine
        self._find = find

    def due(self, person: str, now: datetime, most: int = 20) -> tuple[Item, ...]:
        """The items a person should repeat now, the longest overdue first."""
        query = select(CardRow.item_id).where(CardRow.person == person, CardRow.due_at <= now.astimezone(UTC))
        with Session(self._engine) as store:
            ids = store.scalars(query.order_by(CardRow.due_at, CardRow.item_id)).all()
        return tuple(item for id_ in ids if (item := self._find(id_)))[:most]

    def of_today(self, person: str, now: datetime, count: int, draw: Callable[[int], Quiz]) -> tuple[Item, ...]:
        """The items of a person's day: those due, filled up to `count` with new ones that `draw` gives for a seed.

        The seed is the day's, so that what was answered today is not followed by more new ones.
        """
        due = self.due(person, now, count)
        if len(due) < count:
            self.add(person, draw(now.date().toordinal()).items[: count - len(due)], now)
            due = self.due(person, now, count)
        return due

    def add(self, person: str, items: Iterable[Item], now: datetime) -> None:
        """Take items into a person's practice, due at once; those known already keep their place."""
        with Session(self._engine) as store, store.begin():
            for item in items:
                if store.get(CardRow, (person, item.id)) is None:
                    store.add(_row(person, item, _new_card(item, now)))

    def answer(self, person: str, item: Item, given: str, now: datetime) -> Feedback:
        """Keep an answer, and with it when the item is due again.

        Raises:
            QuizError: for an answer that cannot be read; nothing is kept then.
        """
        told = feedback(item, given)
        with Session(self._engine) as store, store.begin():
            row = store.get(CardRow, (person, item.id), with_for_update=True)
            card = Card.from_json(row.card) if row else _new_card(item, now)
            rating = Rating.Good if told.is_right else Rating.Again
            card, _ = _SCHEDULER.review_card(card, rating, now.astimezone(UTC))
            store.merge(_row(person, item, card))
        return told


def _new_card(item: Item, now: datetime) -> Card:
    return Card(card_id=int(item.id[:12], 16), due=now.astimezone(UTC))


def _row(person: str, item: Item, card: Card) -> CardRow:
    return CardRow(person=person, item_id=item.id, card=card.to_json(), due_at=card.due)
