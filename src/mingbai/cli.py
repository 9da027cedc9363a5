"""The command line: ask | estimate | search | check | new | import | quiz | index | serve.

Heavy rooms are imported inside the commands.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from pydantic import ValidationError

from mingbai.corpus.problems import CorpusError
from mingbai.environment import close_outside_doors
from mingbai.quiz.commands import app as quiz_commands
from mingbai.settings import Settings

if TYPE_CHECKING:
    from mingbai.assistant.assistant import Assistant
    from mingbai.assistant.outcome import Computed
    from mingbai.assistant.reply import LineView, Reply
    from mingbai.importing import ImportStore

app = typer.Typer(no_args_is_help=True, add_completion=False, help="明白:医保政策问答,算得准,有出处。")
app.add_typer(quiz_commands, name="quiz")


def main() -> None:
    """Run the command line; the mistakes of a corpus are listed without a stack trace."""
    close_outside_doors()
    try:
        app()
    except CorpusError as error:
        sys.exit(str(error))


def _fail(message: str, code: int = 1) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(code)


def _settings() -> Settings:
    """The settings; stops where one cannot be read or there is no corpus."""
    try:
        settings = Settings()
    except ValidationError as error:
        _fail(
            "\n".join(
                f"环境变量 MINGBAI_{str(one['loc'][0]).upper()} 的值「{one['input']}」读不懂。"
                for one in error.errors()
            )
        )
    if not (settings.corpus / "vocabulary.yaml").is_file():
        _fail(f"找不到语料:{settings.corpus}(可用 MINGBAI_CORPUS 指定)")
    return settings


@app.command()
def ask(
    turns: Annotated[list[str] | None, typer.Argument(help="问题;后面的参数是同一场对话的后几句")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="只打印最后一个回复的JSON")] = False,
    batch: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="每行一个 {id, turns} 的JSONL文件")
    ] = None,
) -> None:
    """问一个问题(或一场对话),给出金额、账单、条款和年份提醒。"""
    from mingbai.assistant.assistant import Assistant

    settings = _settings()
    if batch is not None:
        _ask_batch(Assistant.from_settings(settings), batch)
        return
    if not turns:
        _fail('请写上要问的话,例如:mingbai ask "重庆居民医保二档,三甲住院花了3万,能报多少?"', 2)
    assistant = Assistant.from_settings(settings)
    reply = list(_converse(assistant, turns))[-1]
    if as_json:
        typer.echo(reply.model_dump_json(indent=2))
    else:
        typer.echo(_as_text(reply, assistant))


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


@app.command()
def estimate(
    policy: Annotated[str, typer.Argument(help="政策编号,例如 chongqing-resident-2013")],
    facts: Annotated[list[str] | None, typer.Argument(help="事实,写成 键=值,例如 plan=二档 cost=30000")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="打印JSON(就是回复里的 estimate)")] = False,
) -> None:
    """不经对话,直接按事实算一笔账。"""
    from mingbai.assistant.library import Library
    from mingbai.assistant.outcome import Needed, Refused
    from mingbai.assistant.toolbox import Toolbox

    settings = _settings()
    toolbox = Toolbox(Library.from_settings(settings))
    outcome = toolbox.estimate(policy, dict(_pair(fact) for fact in facts or ()))
    if isinstance(outcome, Refused):
        _fail(outcome.message, 2)
    if isinstance(outcome, Needed):
        choices = outcome.all_choices
        lines = [
            f"还缺 {fact}" + (f"(可以是:{'、'.join(choices[fact])})" if choices[fact] else "") for fact in outcome.facts
        ]
        _fail("\n".join([*lines, outcome.question]), 2)
    typer.echo(outcome.estimate.model_dump_json(indent=2) if as_json else _computed_text(outcome))


def _pair(fact: str) -> tuple[str, str]:
    name, mark, value = fact.partition("=")
    if not mark or not name or not value:
        _fail(f"“{fact}”要写成 键=值,例如 cost=30000", 2)
    return name.strip(), value.strip()


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="要找的话")],
    k: Annotated[int, typer.Option(help="给出几条", min=1, max=50)] = 5,
) -> None:
    """查条款,并列出各个索引的名次和得分。"""
    from mingbai.assistant.library import Library

    settings = _settings()
    library = Library.from_settings(settings)
    from rich.console import Console
    from rich.table import Table

    table = Table("条款", "综合", "向量", "字对", "词", title=query)
    for hit in library.search(query, k=k):
        standings = [f"第{one.rank}名 {one.score:.3f}" if one else "—" for one in (hit.dense, hit.bigrams, hit.words)]
        title = hit.text.split("\n", 1)[0]
        table.add_row(f"{title}\n[dim]{hit.id}[/dim]", f"{hit.score:.4f}", *standings)
    Console().print(table)


@app.command()
def check(
    sources: Annotated[Path | None, typer.Option(help="原文(.txt)所在的文件夹;给了就把语料和原文逐条核对")] = None,
) -> None:
    """检查语料:写法、指向、分段、算例(算式另算一遍),列出每份政策的数目;有原文时和原文核对。"""
    from rich.console import Console
    from rich.table import Table

    from mingbai.audit.holding import hold
    from mingbai.audit.questions import questions
    from mingbai.corpus.reader import inspect_corpus
    from mingbai.corpus.tally import Tally
    from mingbai.rules.worked import check_worked_cases

    settings = _settings()
    corpus, problems = inspect_corpus(settings.corpus)
    table = Table("政策", "条款", "规则", "算例", "缺失", "界限", "两读", "推断")
    for policy in corpus.policies.values() if corpus else ():
        problems.extend(check_worked_cases(policy, corpus.vocabulary)) if corpus else None
        table.add_row(policy.id, *map(str, Tally.of(policy).numbers))
    if corpus and sources:
        problems.extend(hold(corpus, settings.corpus, sources))
    Console().print(table)
    for question in (one for policy in corpus.policies.values() for one in questions(policy)) if corpus else ():
        typer.echo(f"请核对 {question}")
    typer.echo("已和原文核对。" if sources else "没有给出原文(--sources),跳过和原文的核对。")
    for problem in sorted(problems):
        typer.echo(str(problem), err=True)
    if problems:
        _fail(f"共 {len(problems)} 处要改")
    typer.echo("语料没有问题。")


@app.command()
def new(policy: Annotated[str, typer.Argument(help="新政策的编号,例如 shenzhen-resident-2024")]) -> None:
    """在语料里写一份新政策的样子:每种常用规则块各一个示例,能直接通过检查。"""
    from mingbai.corpus.template import TemplateError, write_template

    settings = _settings()
    try:
        path = write_template(policy, settings.corpus)
    except TemplateError as error:
        _fail(str(error), 2)
    typer.echo(f"写好了 {path};里面的数都是示例,逐一换掉以后运行 mingbai check")


@app.command("import")
def import_files(
    files: Annotated[list[Path] | None, typer.Argument(help="自己的文件:.txt .md .docx .pdf(有文字的) .html")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="看过条款不用再问,直接存")] = False,
    remove: Annotated[str | None, typer.Option(help="删掉导入过的一份,写它的名字")] = None,
    listed: Annotated[bool, typer.Option("--list", help="列出导入过的文件")] = False,
) -> None:
    """导入自己的文件作为条款:逐字查、逐字引,从不用来算。先列出条款,再存。"""
    from mingbai.importing import ImportStore

    store = ImportStore(_settings().imports)
    if remove is not None:
        _remove_import(store, remove)
    if listed:
        _list_imports(store)
    if files:
        _import(store, files, yes)
    elif remove is None and not listed:
        _fail("请写上要导入的文件,例如:mingbai import 办法.docx 通知.pdf", 2)


def _remove_import(store: ImportStore, name: str) -> None:
    from mingbai.importing import ImportingError

    try:
        typer.echo(f"删掉了 {store.remove(name)}。")
    except ImportingError as error:
        _fail(str(error), 2)


def _list_imports(store: ImportStore) -> None:
    from rich.console import Console

    from mingbai.importing import ImportedDocument
    from mingbai.importing.preview import listing

    stored = list(store.documents())
    Console().print(listing([one for one in stored if isinstance(one, ImportedDocument)]))
    for one in stored:
        if not isinstance(one, ImportedDocument):
            typer.echo(str(one), err=True)


def _import(store: ImportStore, files: list[Path], yes: bool) -> None:
    """Read, show, ask, store; files that cannot be read are named and the rest goes on."""
    from rich.console import Console
    from rich.progress import Progress

    from mingbai.importing import read_all
    from mingbai.importing.preview import preview

    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("读文件", total=len(files))
        batch = read_all(files, date.today(), lambda: progress.advance(task))  # noqa: DTZ011 - the day where one is
    for document in batch.documents:
        Console().print(preview(document, store.find_readable(document.name)))
    for path, error in batch.failures:
        typer.echo(f"{path.name}:{error}", err=True)
    if batch.documents and _may_store(len(batch.documents), yes):
        for document in batch.documents:
            store.save(document)
        typer.echo(f"存好了 {len(batch.documents)} 份,下次查询就能找到。")
    if batch.failures:
        raise typer.Exit(1)


def _may_store(count: int, yes: bool) -> bool:
    if yes:
        return True
    if not sys.stdin.isatty():
        typer.echo("只是预览,没有存;加上 --yes 才存。")
        return False
    return typer.confirm(f"以上 {count} 份按这些条款存下来吗?")


@app.command()
def index() -> None:
    """建好条款索引(语料变了会自动重建)。"""
    from rich.progress import Progress

    from mingbai.assistant.library import Library

    settings = _settings()
    library = Library.from_settings(settings)
    with Progress() as progress:
        task = progress.add_task("建索引", total=None)
        built = library.index(lambda done, total: progress.update(task, completed=done, total=total))
    typer.echo(f"索引里有 {len(built)} 个条款。")


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="监听地址,默认 127.0.0.1")] = None,
    port: Annotated[int | None, typer.Option(help="端口,默认 7860")] = None,
) -> None:
    """打开问答页面。"""
    from mingbai.web import serve as serve_page
    from mingbai.web.serving import CannotListenError

    settings = _settings()
    try:
        serve_page(host or settings.host, settings.port if port is None else port)
    except CannotListenError as error:
        _fail(str(error))


# -- plain text ------------------------------------------------------------------------------------------------------


def _as_text(reply: Reply, assistant: Assistant) -> str:
    parts = [reply.text.replace("**", "")]
    if reply.estimate and reply.estimate.lines:
        parts.append(_lines_text(reply.estimate.lines))
    cited = dict.fromkeys((one.policy, one.clause) for one in reply.citations)
    for policy, clause in cited:
        view = assistant.clause(policy, clause)
        original = (f"原文:{view.original}",) if view.original else ()
        parts.append("\n  ".join((f"依据:《{view.policy_title}》“{view.title}”", *view.places, *original)))
    parts.extend(f"提醒:{warning}。" for warning in reply.warnings)
    return "\n\n".join(parts)


def _computed_text(outcome: Computed) -> str:
    from mingbai.assistant.wording import word

    parts = [word(outcome).replace("**", ""), _lines_text(outcome.estimate.lines)]
    parts.extend(f"提醒:{warning}。" for warning in outcome.warnings)
    return "\n\n".join(parts)


def _lines_text(lines: tuple[LineView, ...]) -> str:
    from mingbai.assistant.wording import yuan

    return "\n".join(
        f"  {one.payer}  {yuan(one.amount)}  {one.label}:{one.formula}(条款 {one.clause})" for one in lines
    )


if __name__ == "__main__":
    main()
