"""`mingbai documents`: which documents a procedure needs, as the counter hands them out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from mingbai.cli.console import fail, read_settings

if TYPE_CHECKING:
    from mingbai.assistant.desk import Handout, Procedure


def documents(
    place: Annotated[str, typer.Argument(help="地名或政策编号,例如 重庆、chongqing-resident-2013")] = "",
    words: Annotated[str, typer.Argument(help="要办什么,例如 外伤、转院、特药")] = "",
    holds: Annotated[list[str] | None, typer.Option("--if", help="成立的条件,照清单里的话写;可写几个")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="打印JSON")] = False,
) -> None:
    """办一件事要带哪些材料;说不清是哪一件时列出各件事。"""
    from mingbai.assistant.desk import handout, procedures
    from mingbai.assistant.library import Library

    library = Library.from_settings(read_settings())
    named = [one for one in procedures(library, words=words) if _is_at(one, place)]
    if not named:
        fail("没有找到这样的事。不带参数运行 mingbai documents,列出能查的各件事。", 2)
    if len(named) > 1 and not words:
        typer.echo("\n".join(f"{one.place}  {one.name}({one.policy},{one.year})" for one in named))
        return
    found = [handout(library, one.key, holds or ()) for one in named]
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        typer.echo("\n\n".join("\n".join(_lines(one)) for one in found))


def _is_at(one: Procedure, place: str) -> bool:
    return place in one.place or place in one.policy or place == one.key.partition("#")[0]


def _lines(one: Handout) -> Iterator[str]:
    """What to bring, line by line: always, then under which conditions, then what the source lost."""
    yield f"{one.procedure}" + (f"({one.who})" if one.who else "")
    yield from (f"  {number}. {item.words}" for number, item in enumerate(one.needed, 1))
    yield from (f"  另外,如果{condition}:加 --if {condition} 看要加带什么" for condition in one.conditions)
    yield from (f"  原文没写全:{lost}" for lost in one.lost)
    if one.where:
        yield f"  到哪办:{one.where}"
    yield f"  依据:《{one.policy_title}》(条款 {one.clause});{one.year}的规定,现行标准以当地医保局为准"
