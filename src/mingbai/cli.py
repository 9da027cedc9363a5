"""The command line: ask | estimate | search | check | index | serve. Heavy rooms are imported inside the commands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from mingbai.settings import Settings

if TYPE_CHECKING:
    from mingbai.assistant.assistant import Assistant
    from mingbai.assistant.outcome import Computed
    from mingbai.assistant.reply import LineView, Reply

app = typer.Typer(no_args_is_help=True, add_completion=False, help="明白:医保政策问答,算得准,有出处。")


def main() -> None:
    """Run the command line."""
    app()


def _fail(message: str, code: int = 1) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(code)


def _ready(settings: Settings) -> None:
    """Stop with the corpus's mistakes where it has any."""
    if not (settings.corpus / "vocabulary.yaml").is_file():
        _fail(f"找不到语料:{settings.corpus}(可用 MINGBAI_CORPUS 指定)")


@app.command()
def ask(
    turns: Annotated[list[str] | None, typer.Argument(help="问题;后面的参数是同一场对话的后几句")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="只打印最后一个回复的JSON")] = False,
    batch: Annotated[Path | None, typer.Option(help="每行一个 {id, turns} 的JSONL文件")] = None,
) -> None:
    """问一个问题(或一场对话),给出金额、账单、条款和年份提醒。"""
    from mingbai.assistant.assistant import Assistant

    settings = Settings()
    _ready(settings)
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
    for number, line in enumerate(batch.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            identity, turns = record["id"], [str(turn) for turn in record["turns"]]
        except (ValueError, KeyError, TypeError):
            typer.echo(f'第{number}行看不懂,要写成 {{"id": …, "turns": […]}}', err=True)
            is_broken = True
            continue
        replies = [reply.model_dump(mode="json") for reply in _converse(assistant, turns)]
        typer.echo(json.dumps({"id": identity, "replies": replies}, ensure_ascii=False))
    if is_broken:
        raise typer.Exit(1)


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

    settings = Settings()
    _ready(settings)
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

    settings = Settings()
    _ready(settings)
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
def check() -> None:
    """检查语料:写法、指向、分段、算例(算式另算一遍),列出每份政策的数目。"""
    from rich.console import Console
    from rich.table import Table

    from mingbai.corpus.reader import inspect_corpus
    from mingbai.corpus.tally import Tally
    from mingbai.rules.worked import check_worked_cases

    settings = Settings()
    _ready(settings)
    corpus, problems = inspect_corpus(settings.corpus)
    table = Table("政策", "条款", "规则", "算例", "缺失", "界限", "两读", "推断")
    for policy in corpus.policies.values() if corpus else ():
        problems.extend(check_worked_cases(policy, corpus.vocabulary)) if corpus else None
        table.add_row(policy.id, *map(str, Tally.of(policy).numbers))
    Console().print(table)
    for problem in sorted(problems):
        typer.echo(str(problem), err=True)
    if problems:
        _fail(f"共 {len(problems)} 处要改")
    typer.echo("语料没有问题。")


@app.command()
def index() -> None:
    """建好条款索引(语料变了会自动重建)。"""
    from rich.progress import Progress

    from mingbai.assistant.library import Library

    settings = Settings()
    _ready(settings)
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

    settings = Settings()
    _ready(settings)
    serve_page(host or settings.host, port or settings.port)


# -- plain text ------------------------------------------------------------------------------------------------------


def _as_text(reply: Reply, assistant: Assistant) -> str:
    parts = [reply.text.replace("**", "")]
    if reply.estimate and reply.estimate.lines:
        parts.append(_lines_text(reply.estimate.lines))
    cited = dict.fromkeys((one.policy, one.clause) for one in reply.citations)
    for policy, clause in cited:
        view = assistant.clause(policy, clause)
        parts.append("\n  ".join((f"依据:《{view.policy_title}》“{view.title}”", *view.places)))
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
