"""The store of opinions: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from sqlalchemy import ColumnElement, Engine, Select, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mingbai.database import open_database
from mingbai.feedback.opinion import LONGEST_WORDS, REASONS, THUMBS, Count, Kept, Opinion, Reason, Thumb
from mingbai.feedback.tables import OpinionRow
from mingbai.language.private_numbers import mask_private

_MIGRATIONS = Path(__file__).parent / "migrations"
_LONGEST_QUESTION = 500
_LONGEST_ANSWER = 6000
_LONGEST_EARLIER = 120
_MOST_EARLIER = 6


class Opinions:
    """The door to the store, which is opened when it is first needed; `now` gives times with a zone.

    Numbers of identity cards, phones and bank cards are masked here, whoever sends them.
    """

    def __init__(self, url: str, now: Callable[[], datetime]) -> None:
        self._url = url
        self._now = now

    @cached_property
    def engine(self) -> Engine:
        """The database, its table up to date."""
        return open_database(self._url, _MIGRATIONS)

    def keep(self, opinion: Opinion) -> Opinion:
        """Keep an opinion, and give it as it is kept; what was said before of the same answer is replaced."""
        clean = _clean(opinion)
        try:
            self._write(clean)
        except IntegrityError:  # said twice at once: the other one is there now, and this one replaces it
            self._write(clean)
        return clean

    def _write(self, opinion: Opinion) -> None:
        with Session(self.engine) as store, store.begin():
            store.merge(_row(opinion, self._now().astimezone(UTC)))

    def withdraw(self, about: str) -> None:
        """Forget what was said of an answer."""
        with Session(self.engine) as store, store.begin():
            store.execute(delete(OpinionRow).where(OpinionRow.about == about))

    def newest(self, *, thumb: Thumb | None = None, policy: str = "", most: int | None = None) -> tuple[Kept, ...]:
        """The opinions, the newest first: of one thumb or one policy where it is named, not more than `most`."""
        query = select(OpinionRow).where(*_wanted(thumb, policy))
        query = query.order_by(OpinionRow.said_at.desc(), OpinionRow.about).limit(most)
        with Session(self.engine) as store:
            return tuple(map(_kept, store.scalars(query)))

    def count(self, *, thumb: Thumb | None = None, policy: str = "") -> Count:
        """How many opinions `newest` would give, by thumb and by reason."""
        thumbs = dict(self._counted(OpinionRow.thumb, thumb, policy))
        reasons = dict(self._counted(OpinionRow.reason, thumb, policy))
        return Count(
            {one: thumbs.get(one, 0) for one in THUMBS},
            {one: reasons[one] for one in REASONS if one in reasons},
        )

    def _counted(self, column: Any, thumb: Thumb | None, policy: str) -> Iterable[tuple[Any, int]]:
        query: Select[tuple[Any, int]] = select(column, func.count()).where(*_wanted(thumb, policy)).group_by(column)
        with Session(self.engine) as store:
            return [(value, number) for value, number in store.execute(query)]

    def policies(self) -> tuple[str, ...]:
        """The policies of which something was said, by name."""
        with Session(self.engine) as store:
            lists = store.scalars(select(OpinionRow.policies).distinct()).all()
        return tuple(sorted({policy for one in lists for policy in _names(one)}))


def _wanted(thumb: Thumb | None, policy: str) -> Iterable[ColumnElement[bool]]:
    if thumb:
        yield OpinionRow.thumb == thumb
    if policy:
        yield OpinionRow.policies.contains(f"\n{policy}\n", autoescape=True)


def _row(opinion: Opinion, said_at: datetime) -> OpinionRow:
    return OpinionRow(
        about=opinion.about,
        said_at=said_at,
        thumb=opinion.thumb,
        reason=opinion.reason,
        words=opinion.words,
        question=opinion.question,
        answer=opinion.answer,
        policies=_listed(opinion.policies),
        clauses=_listed(opinion.clauses),
        corpus=opinion.corpus,
        earlier=_listed(opinion.earlier),
    )


def _clean(opinion: Opinion) -> Opinion:
    """The opinion masked and then cut: a number cut in two would not be known for one."""
    return replace(
        opinion,
        words=mask_private(opinion.words)[:LONGEST_WORDS].strip(),
        question=mask_private(opinion.question)[:_LONGEST_QUESTION].strip(),
        answer=mask_private(opinion.answer)[:_LONGEST_ANSWER].strip(),
        earlier=tuple(map(_earlier, opinion.earlier[-_MOST_EARLIER:])),
    )


def _earlier(question: str) -> str:
    """A question before, masked, in one line, and cut where it is long."""
    line = " ".join(mask_private(question).split())
    return line if len(line) <= _LONGEST_EARLIER else f"{line[: _LONGEST_EARLIER - 1]}…"


def _listed(names: Iterable[str]) -> str:
    return "\n".join(("", *names, ""))


def _names(listed: str) -> tuple[str, ...]:
    return tuple(filter(None, listed.split("\n")))


def _kept(row: OpinionRow) -> Kept:
    opinion = Opinion(
        about=row.about,
        thumb=cast(Thumb, row.thumb),
        question=row.question,
        answer=row.answer,
        policies=_names(row.policies),
        clauses=_names(row.clauses),
        corpus=row.corpus,
        reason=cast(Reason | None, row.reason),
        words=row.words,
        earlier=_names(row.earlier),
    )
    # SQLite gives times back without their zone.
    return Kept(row.said_at.replace(tzinfo=UTC) if row.said_at.tzinfo is None else row.said_at, opinion)
