"""Alembic's entry: runs the migrations on the connection it is given."""

from alembic import context
from sqlalchemy import Connection

from mingbai.feedback.tables import Base


def _run(connection: Connection) -> None:
    # Another room may share the database and counts its own migrations.
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        version_table="feedback_version",
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


_run(context.config.attributes["connection"])
