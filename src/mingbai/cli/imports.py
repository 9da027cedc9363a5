"""`mingbai import`: a bureau's own documents, to search and cite."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mingbai.cli.console import fail, read_settings, show, table

if TYPE_CHECKING:
    from rich.table import Table

    from mingbai.importing import ImportedDocument, ImportStore

_FIRST_WORDS = 30


def import_files(
    files: Annotated[list[Path] | None, typer.Argument(help="自己的文件:.txt .md .docx .pdf(有文字的) .html")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="看过条款不用再问,直接存")] = False,
    remove: Annotated[str | None, typer.Option(help="删掉导入过的一份,写它的名字")] = None,
    listed: Annotated[bool, typer.Option("--list", help="列出导入过的文件")] = False,
) -> None:
    """导入自己的文件作为条款:逐字查、逐字引,从不用来算。先列出条款,再存。"""
    from mingbai.importing import ImportStore

    store = ImportStore(read_settings().imports)
    if remove is not None:
        _remove_import(store, remove)
    if listed:
        _list_imports(store)
    if files:
        _import(store, files, yes)
    elif remove is None and not listed:
        fail("请写上要导入的文件,例如:mingbai import 办法.docx 通知.pdf", 2)


def _remove_import(store: ImportStore, name: str) -> None:
    from mingbai.importing import ImportingError

    try:
        typer.echo(f"删掉了 {store.remove(name)}。")
    except ImportingError as error:
        fail(str(error), 2)


def _list_imports(store: ImportStore) -> None:
    from mingbai.importing import ImportedDocument

    stored = list(store.documents())
    show(_listing(one for one in stored if isinstance(one, ImportedDocument)))
    for one in stored:
        if not isinstance(one, ImportedDocument):
            typer.echo(str(one), err=True)


def _listing(documents: Iterable[ImportedDocument]) -> Table:
    listed = table("名字", "标题", "文件", "条数", "导入日期")
    for one in documents:
        listed.add_row(one.name, one.title, one.file, str(len(one.clauses)), str(one.imported_on))
    return listed


def _import(store: ImportStore, files: list[Path], yes: bool) -> None:
    """Read, show, ask, store; files that cannot be read are named and the rest goes on."""
    from rich.console import Console
    from rich.progress import Progress

    from mingbai.importing import read_all

    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("读文件", total=len(files))
        batch = read_all(files, date.today(), lambda: progress.advance(task))  # noqa: DTZ011 - the day where one is
    for document in batch.documents:
        show(_preview(document, store.find_readable(document.name)))
    for path, error in batch.failures:
        typer.echo(f"{path.name}:{error}", err=True)
    if batch.documents and _may_store(len(batch.documents), yes):
        for document in batch.documents:
            store.save(document)
        typer.echo(f"存好了 {len(batch.documents)} 份,现在就能查到,开着的页面也一样。")
    if batch.failures:
        raise typer.Exit(1)


def _preview(document: ImportedDocument, replaces: ImportedDocument | None) -> Table:
    """What will be stored: each clause in order with its first words."""
    from mingbai.importing.text import one_line

    title = f"《{document.title}》({document.file},{len(document.clauses)}条)"
    if replaces is not None:
        title += f",替换 {replaces.imported_on} 导入的 {replaces.file}"
    clauses = table("出处", "标题", "开头", "字数", title=title, caption=";".join(document.notes) or None)
    for clause in document.clauses:
        first_words = one_line(clause.text)[:_FIRST_WORDS]
        clauses.add_row(clause.locator, clause.title, first_words, str(len(clause.text)))
    return clauses


def _may_store(count: int, yes: bool) -> bool:
    if yes:
        return True
    if not sys.stdin.isatty():
        typer.echo("只是预览,没有存;加上 --yes 才存。")
        return False
    return typer.confirm(f"以上 {count} 份按这些条款存下来吗?")
