"""Opening a database: the engine with what concurrency needs, and a room's migrations brought up to date.

Rooms that keep something share one database where one is configured; each has its own migrations, its own table that
says how far they went, and by default its own SQLite file.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

_PATIENCE_SECONDS = 30
_PRAGMAS = (f"busy_timeout={_PATIENCE_SECONDS * 1000}", "journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL")
_LOCK = 20_130_101
"""The number under which PostgreSQL keeps two processes from migrating at once."""


def open_database(url: str, migrations: Path) -> Engine:
    """The engine of a database, the tables of `migrations` brought up to date; the folder of a SQLite file is made."""
    parsed = make_url(url)
    is_file = parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:")
    if is_file:
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    if parsed.drivername in ("postgresql", "postgres"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    engine = create_engine(parsed, pool_pre_ping=True)
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    lock: AbstractContextManager[object] = FileLock(f"{parsed.database}.lock") if is_file else nullcontext()
    with lock:
        _migrate(engine, migrations)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    """Readers beside a writer, patience for other writers, and nothing lost that was committed."""
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _migrate(engine: Engine, migrations: Path) -> None:
    # Imported here: the page opens its stores when they are first needed, long after it is shown.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
