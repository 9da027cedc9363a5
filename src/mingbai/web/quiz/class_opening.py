"""A class opened by its trainer: the form, the code to join by, and the quiz to take away as files."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import gradio as gr
from gradio.components import Component

from mingbai.assistant.library import Library
from mingbai.quiz.difficulty import DIFFICULTIES
from mingbai.quiz.errors import QuizError
from mingbai.quiz.export import ENDINGS, export
from mingbai.quiz.item import TOPICS, Item, Quiz
from mingbai.quiz.store.school import SchoolClass
from mingbai.quiz.store.terms import Terms
from mingbai.quiz.wording import key_of, shown_choices
from mingbai.web import words as page_words
from mingbai.web.markup import text_html
from mingbai.web.quiz import words
from mingbai.web.quiz.room import QuizRoom
from mingbai.web.quiz.setup import MINUTES
from mingbai.web.staff.gate import require_staff

_MOST_ITEMS = 100
_LONGEST_NAME = 60
_LEVELS = [(words.QUIZ_ANY, ""), *((name, level) for level, name in DIFFICULTIES.items())]
_LIMITS = [(words.QUIZ_NO_LIMIT, 0), *((words.QUIZ_MINUTES.format(minutes=one), one) for one in MINUTES)]
_FEEDBACKS = [(words.QUIZ_FEEDBACKS["instant"], False), (words.QUIZ_FEEDBACKS["final"], True)]

# What an event sets: what shows the class, and its files.
Update = tuple[object, object]


def add_class_opening(room: QuizRoom, library: Library, unlocked: gr.State) -> gr.HTML:
    """Put the form for a new class into the Gradio context that is open; gives what shows the class once it is open."""
    opening = _Opening(room, library)
    gr.HTML(f"<h3>{words.CLASS_NEW}</h3>", apply_default_css=False, js_on_load=None)
    name, policies, *others = _add_wishes()
    begin = gr.Button(words.CLASS_OPEN, variant="primary")
    opened = gr.HTML("", apply_default_css=False, js_on_load=None, elem_classes="mb-live")
    files = gr.Files(label=words.CLASS_FILES, visible=False, interactive=False)
    outputs = [opened, files]
    unlocked.change(opening.policies, unlocked, policies, show_progress="hidden", api_visibility="private")
    unlocked.change(_locked, unlocked, outputs, show_progress="hidden", api_visibility="private")
    begin.click(opening.open_class, [unlocked, name, policies, *others], outputs, api_visibility="private")
    return opened


def _add_wishes() -> list[Component]:
    """The fields of the form, in the order in which `open_class` takes them."""
    fields = [
        gr.Textbox(label=words.CLASS_NAME, max_length=_LONGEST_NAME),
        _policies_to_choose(),
        gr.CheckboxGroup([(name, topic) for topic, name in TOPICS.items()], label=words.QUIZ_TOPICS),
        gr.Radio(_LEVELS, value="", label=words.QUIZ_DIFFICULTY),
        gr.Radio(_LIMITS, value=0, label=words.QUIZ_TIME),
        gr.Radio(_FEEDBACKS, value=False, label=words.QUIZ_FEEDBACK),
    ]
    with gr.Row():
        items = gr.Number(10, label=words.QUIZ_ITEMS, minimum=1, maximum=_MOST_ITEMS, precision=0)
        seed = gr.Number(0, label=words.CLASS_SEED, precision=0)
    return [*fields, items, seed]


def _policies_to_choose() -> gr.CheckboxGroup:
    """The policies, with a box above them that hides those that do not hold what is typed."""
    gr.HTML(
        f'<input type="search" class="mb-search" data-sifts=".mb-class-policies label" '
        f'aria-label="{page_words.FIND_POLICY}" placeholder="{page_words.FIND_POLICY}">',
        apply_default_css=False,
        js_on_load=None,
    )
    return gr.CheckboxGroup([], label=words.QUIZ_POLICIES, elem_classes="mb-class-policies")


@dataclass(frozen=True)
class _Opening:
    room: QuizRoom
    library: Library

    def policies(self, unlocked: object) -> object:
        """What a class can be asked about, for those who opened the door."""
        if unlocked is not True:
            return gr.update(choices=[], value=[])
        found = sorted(self.room.bank().policies, key=lambda one: (not one.place, one.place, one.id))
        return gr.update(choices=[(f"{self.library.name(one.id)} {one.year}".strip(), one.id) for one in found])

    def open_class(
        self,
        unlocked: object,
        name: str,
        policies: list[str],
        topics: list[str],
        difficulty: str,
        minutes: int,
        is_final: bool,
        items: float | None,
        seed: float | None,
    ) -> Iterator[Update]:
        """The class that was wished for, with its files; raises gr.Error with the sentence of a QuizError."""
        require_staff(unlocked)
        try:
            quiz = self.room.bank().quiz(policies, int(items or 0), int(seed or 0), topics, difficulty)
            made = self.room.school.open_class(name[:_LONGEST_NAME], quiz, Terms(minutes or None, is_final))
        except QuizError as error:
            raise gr.Error(str(error), print_exception=False) from None
        # Gradio keeps a copy of its own for the browser by the time it comes back for more.
        with tempfile.TemporaryDirectory(prefix="quiz-") as folder:
            yield _opened_html(made), gr.update(value=_files(Path(folder), quiz, made.name), visible=True)


def _locked(unlocked: object) -> Update:
    """What was shown of a class is gone once the door is locked."""
    return (gr.skip(), gr.skip()) if unlocked is True else ("", gr.update(value=None, visible=False))


def _files(folder: Path, quiz: Quiz, title: str) -> list[str]:
    """The quiz in every form, the paper without and with its key."""
    stem = re.sub(r"[^\w-]+", "-", title).strip("-") or "quiz"
    written = [(folder / f"{stem}{ending}", False) for ending in ENDINGS]
    written.insert(1, (folder / f"{stem}-{words.CLASS_KEY}.docx", True))
    for path, with_key in written:
        export(quiz, path, title, with_key=with_key)
    return [str(path) for path, _ in written]


def _opened_html(opened: SchoolClass) -> str:
    items = "".join(f"<li>{_item_html(item)}</li>" for item in opened.items)
    return (
        f'<section class="mb-slip"><p class="mb-code" role="status">{words.CLASS_OPENED.format(code=opened.code)}</p>'
        f"<p>{words.CLASS_HOW}</p></section>"
        f'<details class="mb-class-items"><summary>{words.CLASS_KEY}</summary><ol>{items}</ol></details>'
    )


def _item_html(item: Item) -> str:
    choices = " ".join(f"{letter}. {choice.text}" for letter, choice in shown_choices(item))
    return f"{text_html(item.question)}<br>{text_html(choices)}<br><b>{text_html(key_of(item))}</b>"
