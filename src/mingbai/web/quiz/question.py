"""One question on the page: how far one is, the time left, and the ways to answer it."""

from __future__ import annotations

from mingbai.quiz.difficulty import DIFFICULTIES
from mingbai.quiz.errors import QuizError
from mingbai.quiz.item import THEN, TOPICS, Item
from mingbai.quiz.store.school import Taking
from mingbai.quiz.wording import TYPE_NAMES, shown_choices, shown_steps
from mingbai.web.fields import box_html
from mingbai.web.markup import button_html, text_html
from mingbai.web.quiz import words


def question_html(item: Item, head: str) -> str:
    """The question with its answers to choose from, under the `head` that says how far one is."""
    return (
        f'<section class="mb-quiz-card mb-quiz-question" data-question data-item="{item.id}">{head}'
        f'<form data-act="answer"><fieldset class="mb-field">'
        f'<legend tabindex="-1" data-focus>{about_html(item)}{text_html(item.question)}</legend>'
        f'{_answers_html(item)}</fieldset><p class="mb-notice" role="alert" data-pick hidden>{words.QUIZ_PICK}</p>'
        f'<button type="submit" class="mb-quiz-go">{words.QUIZ_CONFIRM}</button></form></section>'
    )


def about_html(item: Item) -> str:
    """The type of an item, its topic and how hard it is."""
    tags = (TYPE_NAMES[item.type], TOPICS[item.topic], DIFFICULTIES[item.difficulty])
    return "".join(f'<span class="mb-nature">{tag}</span>' for tag in tags)


def head_html(taking: Taking, number: int) -> str:
    """Which question this is (the first is 1), how many are answered, and the time that is left."""
    asked, answered = len(taking.items), len(taking.answers)
    said = words.QUIZ_COUNT.format(number=number, asked=asked)
    return (
        f'<div class="mb-quiz-head"><p class="mb-quiz-count">{said}</p>{_clock_html(taking)}'
        f"{button_html(words.QUIZ_PAUSE, css='mb-other', act='pause')}</div>"
        f'<div class="mb-quiz-bar" role="progressbar" aria-label="{words.QUIZ_PROGRESS}" aria-valuemin="0" '
        f'aria-valuemax="{asked}" aria-valuenow="{answered}"><i style="width:{answered / asked:.1%}"></i></div>'
    )


def _clock_html(taking: Taking) -> str:
    if taking.seconds_left is None:
        return ""
    minutes, seconds = divmod(int(taking.seconds_left), 60)
    return (
        f'<p class="mb-quiz-clock">{words.QUIZ_LEFT} <b role="timer" data-left="{taking.seconds_left:.1f}">'
        f'{minutes}:{seconds:02}</b><span class="mb-unseen" role="status" data-soon="{words.QUIZ_SOON}"></span></p>'
    )


def _answers_html(item: Item) -> str:
    match item.type:
        case "number":
            amount, hint = words.QUIZ_AMOUNT, words.QUIZ_AMOUNT_HINT
            return box_html("given", amount, "", kind="number", unit="元", hint=hint)
        case "ordering":
            return _order_html(shown_steps(item))
        case "documents":
            missing = f'<p class="mb-hint">{words.QUIZ_MISSING}</p>'
            return missing + "".join(_row_html(letter, one.text, "") for letter, one in shown_choices(item))
        case "true_false":
            return "".join(_row_html(one.text, one.text, "") for one in item.choices)
        case _:
            return "".join(_row_html(letter, one.text, letter) for letter, one in shown_choices(item))


def _row_html(value: str, shown: str, letter: str) -> str:
    before = f"<b>{letter}</b>" if letter else ""
    return (
        f'<label class="mb-quiz-choice"><input type="radio" name="given" value="{value}">'
        f"<span>{before}{text_html(shown)}</span></label>"
    )


def _order_html(steps: tuple[str, ...]) -> str:
    rows = "".join(_step_html(number, step) for number, step in enumerate(steps))
    given = ",".join(map(str, range(len(steps))))
    return (
        f'<p class="mb-hint">{words.QUIZ_STEPS}</p><input type="hidden" name="given" value="{given}">'
        f'<ol class="mb-quiz-order" data-order data-moved="{words.QUIZ_MOVED}">{rows}</ol>'
        f'<p class="mb-unseen" role="status" data-order-said></p>'
    )


def _step_html(number: int, step: str) -> str:
    up, down = (text_html(word.format(step=step)) for word in (words.QUIZ_UP, words.QUIZ_DOWN))
    return (
        f'<li data-step="{number}" draggable="true"><span>{text_html(step)}</span>'
        f'<button type="button" data-move="-1" aria-label="{up}">↑</button>'
        f'<button type="button" data-move="1" aria-label="{down}">↓</button></li>'
    )


def answer_of(item: Item, given: str) -> str:
    """What was answered, as the grading reads it: an order comes as the places of the steps as they were shown.

    Raises:
        QuizError: for an order that leaves steps out.
    """
    if item.type != "ordering":
        return given
    steps = shown_steps(item)
    places = [int(place) for place in given.split(",") if place.isdecimal()]
    if sorted(places) != list(range(len(steps))):
        raise QuizError(words.QUIZ_PICK)
    return THEN.join(steps[place] for place in places)
