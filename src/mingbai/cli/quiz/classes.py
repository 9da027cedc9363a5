"""`mingbai quiz open-class` and `results`: the trainer's side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from mingbai.cli.console import read_settings, show, table
from mingbai.cli.quiz.options import Count, Difficulty, Final, Minutes, Policies, Seed, Topics
from mingbai.cli.quiz.room import bank_of, refusals_told, school_of

if TYPE_CHECKING:
    from rich.table import Table

    from mingbai.quiz.store.results import ItemResult, TopicResult


def open_class(
    name: Annotated[str, typer.Argument(help="班的名字")],
    policy: Policies = None,
    items: Count = 10,
    seed: Seed = 0,
    topic: Topics = None,
    difficulty: Difficulty = "",
    minutes: Minutes = None,
    final: Final = False,
) -> None:
    """开一个班:给出加入码,大家用它做同一份测验。"""
    from mingbai.quiz.store.terms import Terms

    settings = read_settings()
    with refusals_told():
        quiz = bank_of(settings).quiz(policy or (), items, seed, topic or (), difficulty)
        opened = school_of(settings).open_class(name, quiz, Terms(minutes, final))
    typer.echo(f"加入码:{opened.code}\n做题:mingbai quiz take --join {opened.code} --name 名字")


def results(
    code: Annotated[str, typer.Argument(help="班的加入码")],
    as_csv: Annotated[bool, typer.Option("--csv", help="打印每一个回答的CSV")] = False,
) -> None:
    """看一个班的成绩:每个人每个专题,每道题的难度和区分度。"""
    from mingbai.quiz.store import results as found

    settings = read_settings()
    with refusals_told():
        school = school_of(settings)
        opened = school.find_class(code)
    answers = found.answers_of(school.engine, opened.code)
    if as_csv:
        typer.echo(found.as_csv(answers), nl=False)
    else:
        people = _people(found.by_person_and_topic(answers), opened.name)
        show(people, _hardest(found.by_item(answers)))


def _people(results: Iterable[TopicResult], title: str) -> Table:
    people = table("姓名", "专题", "对", "答了", title=title)
    for one in results:
        people.add_row(one.person, one.topic, str(one.right), str(one.answered))
    return people


def _hardest(results: Iterable[ItemResult]) -> Table:
    items = table("题", "答了", "难度(答对的比例)", "区分度", "最常见的错")
    for one in results:
        figures = (_two_decimals(one.difficulty), _two_decimals(one.discrimination))
        items.add_row(one.question, str(one.answered), *figures, one.commonest_mistake or "")
    return items


def _two_decimals(figure: float | None) -> str:
    return "人太少" if figure is None else f"{figure:.2f}"
