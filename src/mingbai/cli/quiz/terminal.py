"""A quiz taken in the terminal: a question, an answer, what there is to say to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import typer

from mingbai.quiz.errors import QuizError, TimeOverError
from mingbai.quiz.grading import Feedback
from mingbai.quiz.item import TOPICS, Item
from mingbai.quiz.store.school import School, Taking
from mingbai.quiz.wording import TYPE_NAMES, shown_choices

_STOP = ("q", "Q", "退出")
_OPEN = ("?", "\uff1f")


def ask_all(school: School, taking: Taking) -> bool:
    """Ask every item that has no answer yet while there is time; False where the person stops."""
    if taking.seconds_left is not None:
        typer.echo(f"限时{taking.terms.minutes}分钟,还剩{_time_words(taking.seconds_left)}。")
    answered = {one.item for one in taking.answers}
    for number, item in enumerate(taking.items, 1):
        if item.id in answered or taking.next_item is None:
            continue
        typer.echo(question_words(item, number, len(taking.items)))
        try:
            told = ask(item, partial(school.answer, taking.id, item.id))
        except TimeOverError as over:
            typer.echo(f"{over}。")
            return True
        if told is None:
            return False
        if not taking.terms.is_final:
            typer.echo(judgement_words(told))
    return True


def ask(item: Item, answer: Callable[[str], Feedback]) -> Feedback | None:
    """The feedback to an answer; an unreadable one is asked for again. None where the person stops."""
    while True:
        try:
            given = input("答案(? 看条款,q 停下):").strip()
        except (EOFError, KeyboardInterrupt):
            return None
        if given in _STOP:
            return None
        try:
            if given not in _OPEN:
                return answer(given)
            typer.echo("\n".join(dict.fromkeys(f"“{one.title}”:{one.quote}" for one in item.citations)))
        except TimeOverError:
            raise
        except QuizError as error:
            typer.echo(str(error))


def _time_words(seconds: float) -> str:
    return f"{int(seconds) // 60}分{int(seconds) % 60}秒"


def question_words(item: Item, number: int, of: int) -> str:
    """A question with its choices, under its number among all of them."""
    head = f"第{number}题/共{of}题〔{TYPE_NAMES[item.type]}·{TOPICS[item.topic]}〕"
    choices = (f"  {letter}. {choice.text}" for letter, choice in shown_choices(item))
    return "\n".join((head, item.question, *choices))


def judgement_words(told: Feedback) -> str:
    """Right or wrong, the mistake and the answer, the explanation."""
    head = "✓ 对。" if told.is_right else f"✗ 不对:{told.why}\n正确答案:{told.answer}"
    return f"{head}\n{told.explanation}\n"


def result_words(taking: Taking) -> str:
    """The score by topic; where feedback waited for the end, what was wrong as well."""
    score = taking.score
    unanswered = score.asked - score.answered
    rest = f",还有{unanswered}题没来得及答" if unanswered else ""
    lines = [f"做完了:{score.answered}题对了{score.right}题{rest}。"]
    lines += [f"  {topic}:{right}/{asked}" for topic, (right, asked) in score.by_topic.items()]
    if taking.terms.is_final:
        questions = {item.id: item.question for item in taking.items}
        lines += [f"\n{questions[one.item]}\n{judgement_words(one)}" for one in taking.answers if not one.is_right]
    return "\n".join(lines)
