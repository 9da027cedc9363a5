"""The tables of the store. Every change to them needs a migration in `migrations/versions`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """All tables."""


class ClassRow(Base):
    """A class: people join it by its code and all get the same quiz, on the same terms."""

    __tablename__ = "quiz_class"

    code: Mapped[str] = mapped_column(String(8), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    minutes: Mapped[int | None] = mapped_column()
    is_final: Mapped[bool] = mapped_column(default=False)
    seed: Mapped[int | None] = mapped_column(BigInteger)


class SessionRow(Base):
    """One person taking one quiz, one for each class; the items are kept as they were when it began."""

    __tablename__ = "quiz_session"
    __table_args__ = (UniqueConstraint("class_code", "person"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person: Mapped[str] = mapped_column(String(200), index=True)
    class_code: Mapped[str | None] = mapped_column(ForeignKey("quiz_class.code"), index=True)
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    begun_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    minutes: Mapped[int | None] = mapped_column()
    is_final: Mapped[bool] = mapped_column(default=False)
    seed: Mapped[int | None] = mapped_column(BigInteger)


class AnswerRow(Base):
    """The answer to one item of one session; there is at most one."""

    __tablename__ = "quiz_answer"

    session_id: Mapped[str] = mapped_column(ForeignKey("quiz_session.id"), primary_key=True)
    item_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    topic: Mapped[str] = mapped_column(String(32))
    policy: Mapped[str] = mapped_column(String(200))
    given: Mapped[str] = mapped_column(Text)
    is_right: Mapped[bool] = mapped_column()
    why: Mapped[str] = mapped_column(Text)
    answered_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class CardRow(Base):
    """How well one person remembers one item, and when it is due again; the item itself comes from the corpus."""

    __tablename__ = "quiz_card"

    person: Mapped[str] = mapped_column(String(200), primary_key=True)
    item_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    card: Mapped[str] = mapped_column(Text)
    due_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)
