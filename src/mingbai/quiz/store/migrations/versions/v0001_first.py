"""The first tables: classes, sessions, answers, practice cards."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "quiz_class",
        sa.Column("code", sa.String(8), primary_key=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("made_at", _TIME, nullable=False),
    )
    op.create_table(
        "quiz_session",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("person", sa.String(200), nullable=False, index=True),
        sa.Column("class_code", sa.String(8), sa.ForeignKey("quiz_class.code"), index=True),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("begun_at", _TIME, nullable=False),
        sa.UniqueConstraint("class_code", "person"),
    )
    op.create_table(
        "quiz_answer",
        sa.Column("session_id", sa.String(32), sa.ForeignKey("quiz_session.id"), primary_key=True),
        sa.Column("item_id", sa.String(32), primary_key=True),
        sa.Column("topic", sa.String(32), nullable=False),
        sa.Column("policy", sa.String(200), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("is_right", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("answered_at", _TIME, nullable=False),
    )
    op.create_table(
        "quiz_card",
        sa.Column("person", sa.String(200), primary_key=True),
        sa.Column("item_id", sa.String(32), primary_key=True),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("due_at", _TIME, nullable=False, index=True),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("quiz_card", "quiz_answer", "quiz_session", "quiz_class"):
        op.drop_table(table)
