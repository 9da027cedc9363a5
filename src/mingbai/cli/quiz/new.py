"""`mingbai quiz new`: a quiz printed, or written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mingbai.cli.console import read_settings
from mingbai.cli.quiz.options import Count, Difficulty, Policies, Seed, Topics
from mingbai.cli.quiz.room import bank_of, refusals_told

if TYPE_CHECKING:
    from mingbai.quiz.item import Quiz


def new(
    policy: Policies = None,
    items: Count = 10,
    seed: Seed = 0,
    topic: Topics = None,
    difficulty: Difficulty = "",
    as_json: Annotated[bool, typer.Option("--json", help="只打印JSON")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="写成文件:.docx .gift .apkg .csv .json")] = None,
    title: Annotated[str, typer.Option("--title", help="试卷的标题")] = "医保培训测验",
    key: Annotated[bool, typer.Option("--key", help="试卷后面附答案和解析")] = False,
) -> None:
    """出一份测验:打印出来,或写成文件。"""
    from mingbai.quiz.export import export
    from mingbai.quiz.export.record import as_json as record

    settings = read_settings()
    with refusals_told():
        quiz = bank_of(settings).quiz(policy or (), items, seed, topic or (), difficulty)
        if out is not None:
            export(quiz, out, title, with_key=key)
    if as_json:
        typer.echo(record(quiz))
    elif out is not None:
        typer.echo(f"已写好 {len(quiz.items)} 题:{out}")
    else:
        _print(quiz, with_key=key)


def _print(quiz: Quiz, *, with_key: bool) -> None:
    from mingbai.cli.quiz.terminal import question_words
    from mingbai.quiz.wording import key_of

    for number, item in enumerate(quiz.items, 1):
        typer.echo(question_words(item, number, len(quiz.items)))
        typer.echo(f"  答案:{key_of(item)}\n" if with_key else "")
