"""How a quiz is taken: its time limit, feedback at the end only; and the seed it was drawn with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TABLES = ("quiz_class", "quiz_session")


def upgrade() -> None:
    """Add the columns; quizzes begun before go on without a limit and with feedback at once."""
    for table in _TABLES:
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column("minutes", sa.Integer(), nullable=True))
            changed.add_column(sa.Column("is_final", sa.Boolean(), nullable=False, server_default=sa.false()))
            changed.add_column(sa.Column("seed", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """Drop the columns."""
    for table in _TABLES:
        with op.batch_alter_table(table) as changed:
            for column in ("seed", "is_final", "minutes"):
                changed.drop_column(column)
