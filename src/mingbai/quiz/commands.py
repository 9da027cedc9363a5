"""`mingbai quiz`: make a quiz, take one in the terminal, practise daily, open a class, see its results."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mingbai.settings import Settings

if TYPE_CHECKING:
    from mingbai.quiz.bank import Bank
    from mingbai.quiz.store.school import School, Taking

app = typer.Typer(no_args_is_help=True, add_completion=False, help="培训测验:题从规则里来,答案由程序算出。")

_Policies = Annotated[list[str] | None, typer.Option("--policy", help="政策编号,可写几个;不写就从全部政策里出题")]
_Topics = Annotated[list[str] | None, typer.Option("--topic", help="专题,例如 报销比例,可写几个")]
_Count = Annotated[int, typer.Option("--items", help="几道题")]
_Seed = Annotated[int, typer.Option("--seed", help="种子;同一个种子出同样的题")]
_Difficulty = Annotated[str, typer.Option("--difficulty", help="难度:易、中或难;不写就都有")]
_Minutes = Annotated[int | None, typer.Option("--minutes", help="限时几分钟,从开始算起;不写就不限")]
_Final = Annotated[bool, typer.Option("--final", help="做完再看对错,默认每题就看")]


@contextmanager
def _told() -> Iterator[None]:
    """What cannot be done is said in one sentence, with exit code 2."""
    from mingbai.quiz.errors import QuizError

    try:
        yield
    except QuizError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None


def _bank(settings: Settings) -> Bank:
    from mingbai.quiz.bank import Bank

    if not (settings.corpus / "vocabulary.yaml").is_file():
        typer.echo(f"找不到语料:{settings.corpus}(可用 MINGBAI_CORPUS 指定)", err=True)
        raise typer.Exit(1)
    return Bank.of_folder(settings.corpus)


def _school(settings: Settings) -> School:
    from mingbai.quiz.store.database import open_database, sqlite_url
    from mingbai.quiz.store.school import School

    return School(open_database(settings.store or sqlite_url(settings.cache)), lambda: datetime.now(UTC))


@app.command()
def new(
    policy: _Policies = None,
    items: _Count = 10,
    seed: _Seed = 0,
    topic: _Topics = None,
    difficulty: _Difficulty = "",
    as_json: Annotated[bool, typer.Option("--json", help="只打印JSON")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="写成文件:.docx .gift .apkg .csv .json")] = None,
    title: Annotated[str, typer.Option("--title", help="试卷的标题")] = "医保培训测验",
    key: Annotated[bool, typer.Option("--key", help="试卷后面附答案和解析")] = False,
) -> None:
    """出一份测验:打印出来,或写成文件。"""
    from mingbai.quiz import terminal
    from mingbai.quiz.export import export
    from mingbai.quiz.export.record import as_json as record
    from mingbai.quiz.export.wording import key_of

    with _told():
        quiz = _bank(Settings()).quiz(policy or (), items, seed, topic or (), difficulty)
        if out is not None:
            export(quiz, out, title, with_key=key)
    if as_json:
        typer.echo(record(quiz))
    elif out is not None:
        typer.echo(f"已写好 {len(quiz.items)} 题:{out}")
    else:
        for number, item in enumerate(quiz.items, 1):
            typer.echo(terminal.question_words(item, number, len(quiz.items)))
            typer.echo(f"  答案:{key_of(item)}\n" if key else "")


@app.command()
def take(
    policy: _Policies = None,
    items: _Count = 10,
    seed: _Seed = 0,
    topic: _Topics = None,
    difficulty: _Difficulty = "",
    minutes: _Minutes = None,
    final: _Final = False,
    name: Annotated[str, typer.Option("--name", help="您的名字")] = "我",
    join: Annotated[str | None, typer.Option("--join", help="班的加入码")] = None,
    resume: Annotated[str | None, typer.Option("--resume", help="接着做:练习编号,或“last”")] = None,
) -> None:
    """在终端里做一份测验;每答一题就存好,随时可以停,下次接着做。"""
    from mingbai.quiz import terminal
    from mingbai.quiz.store.terms import Terms

    settings = Settings()
    with _told():
        school = _school(settings)
        if resume is not None:
            taking = _resumed(school, resume, name)
        elif join is not None:
            taking = school.join(join, name)
        else:
            quiz = _bank(settings).quiz(policy or (), items, seed, topic or (), difficulty)
            taking = school.begin(quiz, name, Terms(minutes, final))
    if terminal.ask_all(school, taking):
        typer.echo(terminal.result_words(school.resume(taking.id)))
    else:
        typer.echo(f"\n已经存好。接着做:mingbai quiz take --resume {taking.id}")


def _resumed(school: School, session: str, name: str) -> Taking:
    from mingbai.quiz.errors import QuizError

    if session != "last":
        return school.resume(session)
    unfinished = school.unfinished(name)
    if not unfinished:
        raise QuizError(f"{name}没有做到一半的练习")
    return unfinished[0]


@app.command()
def practice(
    policy: _Policies = None,
    items: _Count = 10,
    topic: _Topics = None,
    name: Annotated[str, typer.Option("--name", help="您的名字")] = "我",
) -> None:
    """每天练几题:快忘的先回来,不够的添新题。"""
    from mingbai.quiz import terminal
    from mingbai.quiz.store.practice import Practice

    settings = Settings()
    with _told():
        bank = _bank(settings)
        now = datetime.now(UTC)
        cards = Practice(_school(settings).engine, bank.find)
        due = cards.of_today(name, now, items, lambda seed: bank.quiz(policy or (), items, seed, topic or ()))
    for number, item in enumerate(due, 1):
        typer.echo(terminal.question_words(item, number, len(due)))
        told = terminal.ask(item, partial(cards.answer, name, item, now=datetime.now(UTC)))
        if told is None:
            break
        typer.echo(terminal.judgement_words(told))
    typer.echo("今天就到这里,明天再来。")


@app.command("open-class")
def open_class(
    name: Annotated[str, typer.Argument(help="班的名字")],
    policy: _Policies = None,
    items: _Count = 10,
    seed: _Seed = 0,
    topic: _Topics = None,
    difficulty: _Difficulty = "",
    minutes: _Minutes = None,
    final: _Final = False,
) -> None:
    """开一个班:给出加入码,大家用它做同一份测验。"""
    from mingbai.quiz.store.terms import Terms

    settings = Settings()
    with _told():
        quiz = _bank(settings).quiz(policy or (), items, seed, topic or (), difficulty)
        opened = _school(settings).open_class(name, quiz, Terms(minutes, final))
    typer.echo(f"加入码:{opened.code}\n做题:mingbai quiz take --join {opened.code} --name 名字")


@app.command()
def results(
    code: Annotated[str, typer.Argument(help="班的加入码")],
    as_csv: Annotated[bool, typer.Option("--csv", help="打印每一个回答的CSV")] = False,
) -> None:
    """看一个班的成绩:每个人每个专题,每道题的难度和区分度。"""
    from rich.console import Console
    from rich.table import Table

    from mingbai.quiz.store import results as found

    settings = Settings()
    with _told():
        school = _school(settings)
        opened = school.find_class(code)
    answers = found.answers_of(school.engine, opened.code)
    if as_csv:
        typer.echo(found.as_csv(answers), nl=False)
        return
    people = Table("姓名", "专题", "对", "答了", title=opened.name)
    for one in found.by_person_and_topic(answers):
        people.add_row(one.person, one.topic, str(one.right), str(one.answered))
    hardest = Table("题", "答了", "难度(答对的比例)", "区分度", "最常见的错")
    for item in found.by_item(answers):
        figures = (_two(item.difficulty), _two(item.discrimination))
        hardest.add_row(item.question, str(item.answered), *figures, item.commonest_mistake or "")
    Console().print(people, hardest)


def _two(figure: float | None) -> str:
    return "人太少" if figure is None else f"{figure:.2f}"
