"""The table of opinions. Every change to it needs a migration in `migrations/versions`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import DateTime, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """All tables of this room."""


class OpinionRow(Base):
    """What was said of one answer; `policies` and `clauses` hold each name between line ends, `earlier` a question."""

    __tablename__ = "feedback_opinion"

    about: Mapped[str] = mapped_column(String(32), primary_key=True)
    said_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)
    thumb: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(String(16))
    words: Mapped[str] = mapped_column(Text)
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    policies: Mapped[str] = mapped_column(Text)
    clauses: Mapped[str] = mapped_column(Text)
    corpus: Mapped[str] = mapped_column(String(64))
    earlier: Mapped[str] = mapped_column(Text)
