"""The end of a quiz: the score, topic by topic, each answer with its explanation, and how to go on."""

from __future__ import annotations

from mingbai.assistant import desk
from mingbai.quiz.grading import Feedback
from mingbai.quiz.item import Item
from mingbai.quiz.store.school import Taking
from mingbai.web import words as page_words
from mingbai.web.markup import button_html, text_html
from mingbai.web.quiz import words
from mingbai.web.quiz.feedback import Teller
from mingbai.web.quiz.picture import topics_html


def result_html(taking: Taking, teller: Teller) -> str:
    """The result of a quiz that is answered, or whose time is over."""
    score = taking.score
    title = words.QUIZ_DONE if score.answered == score.asked else words.QUIZ_OVER
    said = words.QUIZ_SCORE.format(answered=score.answered, right=score.right)
    unanswered = score.asked - score.answered
    rest = f'<p class="mb-count">{words.QUIZ_UNANSWERED.format(count=unanswered)}</p>' if unanswered else ""
    seed = "" if taking.seed is None else f"<p>{words.QUIZ_SEED_WAS.format(seed=taking.seed)}</p>"
    return (
        f'<section class="mb-quiz-card mb-quiz-result"><h2 class="mb-title" tabindex="-1" data-focus>{title}</h2>'
        f'<p class="mb-amount" role="status">{said}</p>{rest}{topics_html(score.by_topic)}{_tools_html(taking)}'
        f"{_answers_html(taking, teller)}{seed}{_imprint_html(taking, teller)}</section>"
    )


def to_repeat(taking: Taking) -> tuple[Item, ...]:
    """The items that were answered wrong or not at all."""
    right = {one.item for one in taking.answers if one.is_right}
    return tuple(item for item in taking.items if item.id not in right)


def _tools_html(taking: Taking) -> str:
    again = button_html(words.QUIZ_AGAIN, css="mb-quiz-go", act="again") if to_repeat(taking) else ""
    new = button_html(words.QUIZ_NEW, css="mb-other", act="drop")
    on_paper = button_html(page_words.PRINT, css="mb-other", print=".mb-quiz-result")
    return f'<div class="mb-quiz-tools">{again}{new}{on_paper}</div>'


def _answers_html(taking: Taking, teller: Teller) -> str:
    told = {one.item: one for one in taking.answers}
    answered = [(item, told[item.id]) for item in taking.items if item.id in told]
    wrong = [pair for pair in answered if not pair[1].is_right]
    right = [pair for pair in answered if pair[1].is_right]
    return (
        f"{_group_html(words.QUIZ_WRONG_ONES, wrong, teller, 'wrong', is_open=True)}"
        f"{_group_html(words.QUIZ_RIGHT_ONES, right, teller, 'right', is_open=False)}"
    )


def _group_html(title: str, pairs: list[tuple[Item, Feedback]], teller: Teller, name: str, *, is_open: bool) -> str:
    if not pairs:
        return ""
    items = "".join(
        f"<li>{teller.told_html(item, told, f'quiz-{name}-{at}', is_open=False)}</li>"
        for at, (item, told) in enumerate(pairs)
    )
    opened = " open" if is_open else ""
    return (
        f'<details class="mb-quiz-group" data-name="{name}"{opened}>'
        f'<summary>{title.format(count=len(pairs))}</summary><ol class="mb-quiz-list">{items}</ol></details>'
    )


def _imprint_html(taking: Taking, teller: Teller) -> str:
    version = desk.edition(teller.toolbox.library, taking.items[0].policy).version
    said = words.QUIZ_IMPRINT.format(person=taking.person, version=version)
    return f'<p class="mb-paper mb-imprint">{text_html(said)}<time data-today></time></p>'
