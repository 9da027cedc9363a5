"""`mingbai check` and `mingbai new`: the work of a policy expert on the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mingbai.cli.console import fail, read_settings, show, table
from mingbai.corpus.problems import Problem

if TYPE_CHECKING:
    from rich.table import Table

    from mingbai.corpus.reader import Corpus


def check(
    sources: Annotated[Path | None, typer.Option(help="原文(.txt)所在的文件夹;给了就把语料和原文逐条核对")] = None,
) -> None:
    """检查语料:写法、指向、分段、算例(算式另算一遍),列出每份政策的数目;有原文时和原文核对。"""
    from mingbai.audit.holding import hold
    from mingbai.audit.questions import questions
    from mingbai.corpus.reader import inspect_corpus

    settings = read_settings()
    corpus, problems = inspect_corpus(settings.corpus)
    if corpus is None:
        _end(problems)
        return
    problems.extend(_miscalculated(corpus, {problem.file for problem in problems}))
    show(_tallies(corpus))
    if sources:
        problems.extend(hold(corpus, settings.corpus, sources))
    for policy in corpus.policies.values():
        for question in questions(policy):
            typer.echo(f"请核对 {question}")
    typer.echo("已和原文核对。" if sources else "没有给出原文(--sources),跳过和原文的核对。")
    _end(problems)


def _miscalculated(corpus: Corpus, misread: set[str]) -> Iterator[Problem]:
    """The worked cases that come out otherwise; what a mistake left of a misread file cannot be computed."""
    from mingbai.rules.worked import check_worked_cases

    for policy in corpus.policies.values():
        if policy.file not in misread:
            yield from check_worked_cases(policy, corpus.vocabulary)


def _tallies(corpus: Corpus) -> Table:
    """The numbers of each policy, so close together that every id stands in one line of a terminal of 80."""
    from rich.box import SIMPLE_HEAD

    from mingbai.corpus.tally import Tally

    counted = table("政策", "条款", "规则", "算例", "缺失", "界限", "两读", "推断", box=SIMPLE_HEAD, padding=0)
    for policy in corpus.policies.values():
        counted.add_row(policy.id, *map(str, Tally.of(policy).numbers))
    return counted


def _end(problems: list[Problem]) -> None:
    for problem in sorted(problems):
        typer.echo(str(problem), err=True)
    if problems:
        fail(f"共 {len(problems)} 处要改")
    typer.echo("语料没有问题。")


def new(policy: Annotated[str, typer.Argument(help="新政策的编号,例如 shenzhen-resident-2024")]) -> None:
    """在语料里写一份新政策的样子:每种常用规则块各一个示例,能直接通过检查。"""
    from mingbai.corpus.template import TemplateError, write_template

    settings = read_settings()
    try:
        path = write_template(policy, settings.corpus)
    except TemplateError as error:
        fail(str(error), 2)
    typer.echo(f"写好了 {path};里面的数都是示例,逐一换掉以后运行 mingbai check")
