"""`mingbai search` and `mingbai index`: the clauses found, and the index they are found in."""

from __future__ import annotations

from typing import Annotated

import typer

from mingbai.cli.console import read_settings, show, table


def search(
    query: Annotated[str, typer.Argument(help="要找的话")],
    k: Annotated[int, typer.Option(help="给出几条", min=1, max=50)] = 5,
) -> None:
    """查条款,并列出各个索引的名次和得分。"""
    from mingbai.assistant.library import Library

    library = Library.from_settings(read_settings())
    found = table("条款", "综合", "向量", "字对", "词", title=query)
    for hit in library.search(query, k=k):
        standings = [f"第{one.rank}名 {one.score:.3f}" if one else "—" for one in (hit.dense, hit.bigrams, hit.words)]
        title = hit.text.split("\n", 1)[0]
        found.add_row(f"{title}\n{hit.id}", f"{hit.score:.4f}", *standings)
    show(found)


def index() -> None:
    """建好条款索引(语料变了会自动重建)。"""
    from rich.progress import Progress

    from mingbai.assistant.library import Library

    library = Library.from_settings(read_settings())
    with Progress() as progress:
        task = progress.add_task("建索引", total=None)
        built = library.index(lambda done, total: progress.update(task, completed=done, total=total))
    typer.echo(f"索引里有 {len(built)} 个条款。")
