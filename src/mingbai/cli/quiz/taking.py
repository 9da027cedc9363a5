"""`mingbai quiz take` and `practice`: answering in the terminal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from mingbai.cli.console import read_settings
from mingbai.cli.quiz.options import Count, Difficulty, Final, Minutes, Person, Policies, Seed, Topics
from mingbai.cli.quiz.room import bank_of, now, refusals_told, school_of

if TYPE_CHECKING:
    from mingbai.quiz.store.school import School, Taking

_MYSELF = "我"


def take(
    policy: Policies = None,
    items: Count = 10,
    seed: Seed = 0,
    topic: Topics = None,
    difficulty: Difficulty = "",
    minutes: Minutes = None,
    final: Final = False,
    name: Person = _MYSELF,
    join: Annotated[str | None, typer.Option("--join", help="班的加入码")] = None,
    resume: Annotated[str | None, typer.Option("--resume", help="接着做:练习编号,或“last”")] = None,
) -> None:
    """在终端里做一份测验;每答一题就存好,随时可以停,下次接着做。"""
    from mingbai.quiz.store.terms import Terms

    settings = read_settings()
    with refusals_told():
        school = school_of(settings)
        if resume is not None:
            taking = _resumed(school, resume, name)
        elif join is not None:
            taking = school.join(join, name)
        else:
            quiz = bank_of(settings).quiz(policy or (), items, seed, topic or (), difficulty)
            taking = school.begin(quiz, name, Terms(minutes, final))
    _go_on(school, taking)


def _resumed(school: School, session: str, name: str) -> Taking:
    from mingbai.quiz.errors import QuizError

    if session != "last":
        return school.resume(session)
    unfinished = school.unfinished(name)
    if not unfinished:
        raise QuizError(f"{name}没有做到一半的练习")
    return unfinished[0]


def _go_on(school: School, taking: Taking) -> None:
    from mingbai.cli.quiz.terminal import ask_all, result_words

    if ask_all(school, taking):
        typer.echo(result_words(school.resume(taking.id)))
    else:
        typer.echo(f"\n已经存好。接着做:mingbai quiz take --resume {taking.id}")


def practice(policy: Policies = None, items: Count = 10, topic: Topics = None, name: Person = _MYSELF) -> None:
    """每天练几题:快忘的先回来,不够的添新题。"""
    from mingbai.cli.quiz.terminal import ask, judgement_words, question_words
    from mingbai.quiz.store.practice import Practice

    settings = read_settings()
    with refusals_told():
        bank = bank_of(settings)
        cards = Practice(school_of(settings).engine, bank.find)
        due = cards.of_today(name, now(), items, lambda seed: bank.quiz(policy or (), items, seed, topic or ()))
    for number, item in enumerate(due, 1):
        typer.echo(question_words(item, number, len(due)))
        told = ask(item, partial(cards.answer, name, item, now=now()))
        if told is None:
            break
        typer.echo(judgement_words(told))
    typer.echo("今天就到这里,明天再来。")
