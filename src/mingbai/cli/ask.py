"""`mingbai ask`: one conversation, or a file of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mingbai.cli.console import fail, read_settings
from mingbai.cli.plain_text import as_text

if TYPE_CHECKING:
    from mingbai.assistant.assistant import Assistant
    from mingbai.assistant.reply import Reply


def ask(
    turns: Annotated[list[str] | None, typer.Argument(help="问题;后面的参数是同一场对话的后几句")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="只打印最后一个回复的JSON")] = False,
    batch: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="每行一个 {id, turns} 的JSONL文件")
    ] = None,
) -> None:
    """问一个问题(或一场对话),给出金额、账单、条款和年份提醒。"""
    from mingbai.assistant.assistant import Assistant

    settings = read_settings()
    if batch is not None:
        _ask_batch(Assistant.from_settings(settings), batch)
        return
    if not turns:
        fail('请写上要问的话,例如:mingbai ask "重庆居民医保二档,三甲住院花了3万,能报多少?"', 2)
    assistant = Assistant.from_settings(settings)
    reply = list(_converse(assistant, turns))[-1]
    if as_json:
        typer.echo(reply.model_dump_json(indent=2))
    else:
        typer.echo(as_text(reply, assistant))


def _converse(assistant: Assistant, turns: list[str]) -> Iterator[Reply]:
    from mingbai.assistant.reply import ChatTurn

    history: list[ChatTurn] = []
    for turn in turns:
        history.append(ChatTurn(role="user", text=turn))
        reply = assistant.reply(history)
        history.append(ChatTurn(role="assistant", text=reply.text))
        yield reply


def _ask_batch(assistant: Assistant, batch: Path) -> None:
    """Answer one conversation a line; a line that cannot be read is named and the rest goes on."""
    is_broken = False
    for number, line in enumerate(batch.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            identity, turns = _conversation(json.loads(line))
        except (ValueError, KeyError, TypeError):
            typer.echo(f'第{number}行看不懂,要写成 {{"id": …, "turns": […]}}', err=True)
            is_broken = True
            continue
        replies = [reply.model_dump(mode="json") for reply in _converse(assistant, turns)]
        typer.echo(json.dumps({"id": identity, "replies": replies}, ensure_ascii=False))
    if is_broken:
        raise typer.Exit(1)


def _conversation(record: dict[str, Any]) -> tuple[Any, list[str]]:
    """The id and the turns of a line of a batch; raises where they are not an id and a list of texts."""
    turns = record["turns"]
    if not isinstance(turns, list) or not all(isinstance(turn, str) for turn in turns):
        raise TypeError("turns must be a list of texts")
    return record["id"], turns
