"""The options that several commands of `mingbai quiz` share."""

from __future__ import annotations

from typing import Annotated

import typer

Policies = Annotated[list[str] | None, typer.Option("--policy", help="政策编号,可写几个;不写就从全部政策里出题")]
Topics = Annotated[list[str] | None, typer.Option("--topic", help="专题,例如 报销比例,可写几个")]
Count = Annotated[int, typer.Option("--items", help="几道题")]
Seed = Annotated[int, typer.Option("--seed", help="种子;同一个种子出同样的题")]
Difficulty = Annotated[str, typer.Option("--difficulty", help="难度:易、中或难;不写就都有")]
Minutes = Annotated[int | None, typer.Option("--minutes", help="限时几分钟,从开始算起;不写就不限")]
Final = Annotated[bool, typer.Option("--final", help="做完再看对错,默认每题就看")]
Person = Annotated[str, typer.Option("--name", help="您的名字")]
