"""`mingbai check`, `mingbai proofread` and `mingbai new`: the work of a policy expert on the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mingbai.cli.console import fail, read_settings, show, table
from mingbai.corpus.problems import Problem

if TYPE_CHECKING:
    from rich.table import Table

    from mingbai.corpus.models import Policy
    from mingbai.corpus.reader import Corpus
    from mingbai.corpus.sources.originals import Originals


def check(
    sources: Annotated[Path | None, typer.Option(help="原文(.txt)所在的文件夹;给了就把语料和原文逐条核对")] = None,
) -> None:
    """检查语料:写法、指向、分段、算例(算式另算一遍),列出每份政策的数目;有原文时和原文核对。"""
    from mingbai.audit.holding import hold
    from mingbai.audit.proofreading import unread
    from mingbai.audit.questions import questions
    from mingbai.corpus.reader import inspect_corpus

    settings = read_settings()
    corpus, problems = inspect_corpus(settings.corpus)
    if corpus is None:
        _end(problems)
        return
    problems.extend(_miscalculated(corpus, {problem.file for problem in problems}))
    problems.extend(one for policy in corpus.policies.values() for one in unread(settings.corpus, policy))
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
    _stop_at(problems)
    typer.echo("语料没有问题。")


def _stop_at(problems: list[Problem]) -> None:
    for problem in sorted(problems):
        typer.echo(str(problem), err=True)
    if problems:
        fail(f"共 {len(problems)} 处要改")


def proofread(
    sources: Annotated[Path, typer.Option(help="原文(.txt)所在的文件夹")],
    policies: Annotated[list[str] | None, typer.Argument(help="政策编号;不写就是全部")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="都对过了,不再一条一条问")] = False,
) -> None:
    """改过数的条款,一条一条和原文对:列出改了哪些数、原文怎么写;都确认了才记下,以后再有改动 mingbai check 会说。"""
    from mingbai.audit.holding import hold
    from mingbai.audit.proofreading import keep
    from mingbai.corpus.reader import read_corpus
    from mingbai.corpus.sources.originals import Originals

    settings = read_settings()
    corpus = read_corpus(settings.corpus)
    unknown = [one for one in policies or () if one not in corpus.policies]
    if unknown:
        fail(f"没有这份政策:{'、'.join(unknown)}", 2)
    chosen = [corpus.policies[one] for one in policies or corpus.policies]
    files = {policy.file for policy in chosen}
    _stop_at([one for one in hold(corpus, settings.corpus, sources) if one.file in files])
    originals = Originals.read(sources, settings.corpus)
    for policy in chosen:
        if _is_confirmed(settings.corpus, originals, policy, yes=yes):
            typer.echo(f"记下了:{keep(settings.corpus, policy)}")


def _is_confirmed(folder: Path, originals: Originals, policy: Policy, *, yes: bool) -> bool:
    """Whether somebody has read every changed clause of a policy; False where none has changed."""
    from mingbai.audit.proofreading import differences
    from mingbai.corpus.sources.originals import original_passage

    clauses = {clause.id: clause for clause in policy.clauses}
    changed = list(differences(folder, policy))
    for one in changed:
        clause = clauses.get(one.clause)
        typer.echo(f"{policy.file}:{one.line} {one.clause}:{one.changes}")
        typer.echo(f"原文:{(original_passage(originals, policy, clause) if clause else None) or '看整份原文'}")
        if not (yes or typer.confirm("和原文一样吗?")):
            fail(f"{policy.id} 没有记下。")
    return bool(changed)


def new(policy: Annotated[str, typer.Argument(help="新政策的编号,例如 shenzhen-resident-2024")]) -> None:
    """在语料里写一份新政策的样子:每种常用规则块各一个示例,能直接通过检查。"""
    from mingbai.corpus.template import TemplateError, write_template

    settings = read_settings()
    try:
        path = write_template(policy, settings.corpus)
    except TemplateError as error:
        fail(str(error), 2)
    typer.echo(f"写好了 {path};里面的数都是示例,逐一换掉以后运行 mingbai check")
