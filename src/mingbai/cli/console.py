"""What every command needs: the settings, and a word in Chinese when something cannot be done."""

from __future__ import annotations

from typing import NoReturn

import typer
from pydantic import ValidationError

from mingbai.settings import Settings


def fail(message: str, code: int = 1) -> NoReturn:
    """Say `message` on the error stream and end with `code`."""
    typer.echo(message, err=True)
    raise typer.Exit(code)


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
