"""`mingbai quiz`: new | take | practice | open-class | results."""

from __future__ import annotations

import typer

from mingbai.cli.quiz.classes import open_class, results
from mingbai.cli.quiz.new import new
from mingbai.cli.quiz.taking import practice, take

app = typer.Typer(no_args_is_help=True, add_completion=False, help="培训测验:题从规则里来,答案由程序算出。")
for command in (new, take, practice):
    app.command()(command)
app.command("open-class")(open_class)
app.command()(results)
