"""The questions before the one that was answered, without which a follow-up says little."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what was said before this has none."""
    with op.batch_alter_table("feedback_opinion") as table:
        table.add_column(sa.Column("earlier", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop the column."""
    with op.batch_alter_table("feedback_opinion") as table:
        table.drop_column("earlier")
