"""What every command needs: the settings, a table, and a word in Chinese when something cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import typer
from pydantic import ValidationError

from mingbai.settings import Settings

if TYPE_CHECKING:
    from rich.table import Table


def fail(message: str, code: int = 1) -> NoReturn:
    """Say `message` on the error stream and end with `code`."""
    typer.echo(message, err=True)
    raise typer.Exit(code)


def table(*headings: str, **looks: Any) -> Table:
    """A table of these columns, with what rich is told of its looks; what is too long for a cell is folded, not cut."""
    from rich.table import Column, Table

    return Table(*(Column(heading, overflow="fold") for heading in headings), **looks)


def show(*tables: Table) -> None:
    """Print tables; brackets and colons in them are text, whatever rich would take them for."""
    from rich.console import Console

    Console(markup=False, emoji=False).print(*tables)


def read_settings() -> Settings:
    """The settings; stops where one cannot be read or there is no corpus."""
    try:
        settings = Settings()
    except ValidationError as error:
        fail(
            "\n".join(
                f"环境变量 MINGBAI_{str(one['loc'][0]).upper()} 的值「{one['input']}」读不懂。"
                for one in error.errors()
            )
        )
    if not (settings.corpus / "vocabulary.yaml").is_file():
        fail(f"找不到语料:{settings.corpus}(可用 MINGBAI_CORPUS 指定)")
    return settings
