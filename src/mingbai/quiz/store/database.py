"""The quiz's database: where it is by default, and which migrations are its own."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from mingbai import database

_MIGRATIONS = Path(__file__).parent / "migrations"


def sqlite_url(folder: Path) -> str:
    """The URL of the default store, a file in a data folder."""
    return f"sqlite:///{folder / 'quiz.sqlite3'}"


def open_database(url: str) -> Engine:
    """The engine of a store, its tables brought up to date; the folder of a SQLite file is made."""
    return database.open_database(url, _MIGRATIONS)
