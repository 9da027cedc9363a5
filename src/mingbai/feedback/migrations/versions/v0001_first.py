"""The first table: opinions of answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "feedback_opinion",
        sa.Column("about", sa.String(32), primary_key=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("thumb", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(16)),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("policies", sa.Text(), nullable=False),
        sa.Column("clauses", sa.Text(), nullable=False),
        sa.Column("corpus", sa.String(64), nullable=False),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("feedback_opinion")
