"""`mingbai estimate`: a sum without conversation."""

from __future__ import annotations

from typing import Annotated

import typer

from mingbai.cli.console import fail, read_settings
from mingbai.cli.plain_text import computed_text


def estimate(
    policy: Annotated[str, typer.Argument(help="政策编号,例如 chongqing-resident-2013")],
    facts: Annotated[list[str] | None, typer.Argument(help="事实,写成 键=值,例如 plan=二档 cost=30000")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="打印JSON(就是回复里的 estimate)")] = False,
) -> None:
    """不经对话,直接按事实算一笔账。"""
    from mingbai.assistant.library import Library
    from mingbai.assistant.outcome import Needed, Refused
    from mingbai.assistant.toolbox import Toolbox

    settings = read_settings()
    toolbox = Toolbox(Library.from_settings(settings))
    outcome = toolbox.estimate(policy, dict(_pair(fact) for fact in facts or ()))
    if isinstance(outcome, Refused):
        fail(outcome.message, 2)
    if isinstance(outcome, Needed):
        choices = outcome.all_choices
        lines = [
            f"还缺 {fact}" + (f"(可以是:{'、'.join(choices[fact])})" if choices[fact] else "") for fact in outcome.facts
        ]
        fail("\n".join([*lines, outcome.question]), 2)
    typer.echo(outcome.estimate.model_dump_json(indent=2) if as_json else computed_text(outcome))


def _pair(fact: str) -> tuple[str, str]:
    name, mark, value = fact.partition("=")
    if not mark or not name or not value:
        fail(f"“{fact}”要写成 键=值,例如 cost=30000", 2)
    return name.strip(), value.strip()
