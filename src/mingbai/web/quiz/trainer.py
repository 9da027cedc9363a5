"""The trainer's side of the tab 培训测验, behind the staff door: open a class, take its quiz away, see its results."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from mingbai.quiz.difficulty import DIFFICULTIES
from mingbai.quiz.errors import QuizError
from mingbai.quiz.export import export
from mingbai.quiz.export.wording import key_of, shown_choices
from mingbai.quiz.item import TOPICS, Item, Quiz
from mingbai.quiz.store.results import ClassSummary, answers_of, as_csv, classes
from mingbai.quiz.store.terms import Terms
from mingbai.web import words
from mingbai.web.markup import text_html
from mingbai.web.quiz.class_results import class_results_html
from mingbai.web.quiz.room import QuizRoom
from mingbai.web.staff.door import StaffDoor, add_staff_gate, require_staff

_MOST_ITEMS = 100
_LONGEST_NAME = 60
_LEVELS = [(words.CLASS_ANY_LEVEL, ""), *((name, level) for level, name in DIFFICULTIES.items())]
_MINUTES = [(words.CLASS_NO_LIMIT, 0), *((words.CLASS_SO_MANY_MINUTES.format(minutes=n), n) for n in (5, 10, 20, 30))]
_ENDINGS = (".docx", ".gift", ".apkg", ".csv", ".json")


def add_trainer(room: QuizRoom, door: StaffDoor, unlocked: gr.State) -> None:
    """Put the trainer's side into the Gradio context that is open."""
    with gr.Accordion(words.TRAINER, open=False, elem_classes="mb-trainer"), add_staff_gate(door, unlocked):
        opened = _add_opening(room, unlocked)
        _add_results(room, unlocked, opened)


def _add_opening(room: QuizRoom, unlocked: gr.State) -> gr.HTML:
    """The form for a new class; gives what shows the class once it is open."""
    name = gr.Textbox(label=words.CLASS_NAME, max_length=_LONGEST_NAME)
    policies = gr.CheckboxGroup([], label=words.CLASS_POLICIES, elem_classes="mb-class-policies")
    topics = gr.CheckboxGroup([(shown, topic) for topic, shown in TOPICS.items()], label=words.CLASS_TOPICS)
    level = gr.Radio(_LEVELS, value="", label=words.CLASS_DIFFICULTY)
    minutes = gr.Radio(_MINUTES, value=0, label=words.CLASS_MINUTES)
    final = gr.Radio(
        [(words.CLASS_AT_ONCE, False), (words.CLASS_AT_END, True)], value=False, label=words.CLASS_FEEDBACK
    )
    with gr.Row():
        items = gr.Number(10, label=words.CLASS_ITEMS, minimum=1, maximum=_MOST_ITEMS, precision=0)
        seed = gr.Number(0, label=words.CLASS_SEED, precision=0)
    begin = gr.Button(words.CLASS_OPEN, variant="primary")
    opened = gr.HTML("", apply_default_css=False, js_on_load=None, elem_classes="mb-live")
    files = gr.Files(label=words.CLASS_FILES, visible=False, interactive=False)

    def offer(is_open: object) -> Any:
        if is_open is not True:
            return gr.update(choices=[], value=[])
        return gr.update(choices=[(policy.title, policy.id) for policy in room.bank().policies])

    def open_class(
        is_open: object, called: str, ids: list[str], about: list[str], hard: str, limit: int, at_end: bool,
        count: float | None, draw: float | None,
    ) -> Any:  # fmt: skip
        require_staff(is_open)
        try:
            quiz = room.bank().quiz(ids, int(count or 0), int(draw or 0), about, hard)
            made = room.school.open_class(called[:_LONGEST_NAME], quiz, Terms(limit or None, at_end))
        except QuizError as error:
            raise gr.Error(str(error), print_exception=False) from None
        return _opened_html(made.code, quiz), gr.update(value=_files(quiz, made.name), visible=True)

    wishes = [unlocked, name, policies, topics, level, minutes, final, items, seed]
    unlocked.change(offer, unlocked, policies, show_progress="hidden", api_visibility="private")
    unlocked.change(_locked, unlocked, [opened, files], show_progress="hidden", api_visibility="private")
    begin.click(open_class, wishes, [opened, files], api_visibility="private")
    return opened


def _locked(is_open: object) -> Any:
    """What was shown of a class is gone once the door is locked."""
    return (gr.skip(), gr.skip()) if is_open is True else ("", gr.update(value=None, visible=False))


def _files(quiz: Quiz, title: str) -> list[str]:
    """The quiz in every form, the paper without and with its key."""
    folder = Path(tempfile.mkdtemp(prefix="quiz-"))
    stem = re.sub(r"[^\w-]+", "-", title).strip("-") or "quiz"
    written = [(folder / f"{stem}{ending}", False) for ending in _ENDINGS]
    written.insert(1, (folder / f"{stem}-{words.CLASS_KEY}.docx", True))
    for path, with_key in written:
        export(quiz, path, title, with_key=with_key)
    return [str(path) for path, _ in written]


def _opened_html(code: str, quiz: Quiz) -> str:
    items = "".join(f"<li>{_item_html(item)}</li>" for item in quiz.items)
    return (
        f'<section class="mb-slip"><p class="mb-code" role="status">{words.CLASS_OPENED.format(code=code)}</p>'
        f"<p>{words.CLASS_HOW}</p></section>"
        f'<details class="mb-class-items"><summary>{words.CLASS_KEY}</summary><ol>{items}</ol></details>'
    )


def _item_html(item: Item) -> str:
    choices = " ".join(f"{letter}. {choice.text}" for letter, choice in shown_choices(item))
    return f"{text_html(item.question)}<br>{text_html(choices)}<br><b>{text_html(key_of(item))}</b>"


def _add_results(room: QuizRoom, unlocked: gr.State, opened: gr.HTML) -> None:
    """The classes and the results of the one that is chosen."""
    gr.Markdown(f"### {words.CLASS_LIST}")
    chosen = gr.Radio([], label=words.CLASS_LIST, show_label=False)
    refresh = gr.Button(words.CLASS_REFRESH, size="sm")
    shown = gr.HTML("", apply_default_css=False, js_on_load=None, elem_classes="mb-live")
    table = gr.Files(label=words.CLASS_CSV, visible=False, interactive=False)

    def listed(is_open: object) -> Any:
        if is_open is not True:
            return gr.update(choices=[], value=None)
        return gr.update(choices=_choices(classes(room.school.engine)))

    def results(is_open: object, code: str | None) -> Any:
        if is_open is not True or not code:
            return "", gr.update(value=None, visible=False)
        found = {one.code: one for one in classes(room.school.engine)}
        if code not in found:
            raise gr.Error(words.CLASS_NONE, print_exception=False)
        answers = answers_of(room.school.engine, code)
        path = Path(tempfile.mkdtemp(prefix="quiz-")) / f"{code}.csv"
        path.write_text(as_csv(answers), encoding="utf-8")
        return class_results_html(found[code], answers), gr.update(value=[str(path)], visible=bool(answers))

    quiet = {"show_progress": "hidden", "api_visibility": "private"}
    gr.on([unlocked.change, opened.change, refresh.click], listed, unlocked, chosen, **quiet)
    gr.on([unlocked.change, chosen.change, refresh.click], results, [unlocked, chosen], [shown, table], **quiet)


def _choices(found: Iterable[ClassSummary]) -> Sequence[tuple[str, str]]:
    return [(words.CLASS_ONE.format(name=one.name, code=one.code, people=one.people), one.code) for one in found]
