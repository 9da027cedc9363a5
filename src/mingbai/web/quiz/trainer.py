"""The trainer's side of the tab 培训测验, behind the staff door: open a class, see the results of each."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import gradio as gr

from mingbai.assistant.library import Library
from mingbai.quiz.store.results import ClassSummary, answers_of, as_csv, classes
from mingbai.web import words as page_words
from mingbai.web.quiz import words
from mingbai.web.quiz.class_opening import add_class_opening
from mingbai.web.quiz.class_results import class_results_html
from mingbai.web.quiz.room import QuizRoom
from mingbai.web.staff.door import StaffDoor
from mingbai.web.staff.gate import add_staff_gate, staff_head

# What an event sets: the results, and the file of all answers.
Update = tuple[str, object]


def add_trainer(room: QuizRoom, library: Library, door: StaffDoor, unlocked: gr.State) -> None:
    """Put the trainer's side into the Gradio context that is open."""
    with gr.Column(elem_classes="mb-trainer"):
        staff_head(words.TRAINER, words.TRAINER_HOW)
        with add_staff_gate(door, unlocked):
            with gr.Column(elem_classes="mb-desk-box"):
                opened = add_class_opening(room, library, unlocked)
            with gr.Column(elem_classes="mb-desk-box"):
                _add_results(_Results(room), unlocked, opened)


def _add_results(results: _Results, unlocked: gr.State, opened: gr.HTML) -> None:
    """The classes and the results of the one that is chosen."""
    gr.HTML(f"<h3>{words.CLASS_LIST}</h3>", apply_default_css=False, js_on_load=None)
    chosen = gr.Radio([], label=words.CLASS_LIST, show_label=False)
    refresh = gr.Button(page_words.REFRESH, size="sm")
    shown = gr.HTML("", apply_default_css=False, js_on_load=None, elem_classes="mb-live")
    table = gr.Files(label=words.CLASS_CSV, visible=False, interactive=False)
    gr.on(
        [unlocked.change, opened.change, refresh.click],
        results.classes,
        unlocked,
        chosen,
        show_progress="hidden",
        api_visibility="private",
    )
    gr.on(
        [unlocked.change, chosen.change, refresh.click],
        results.show,
        [unlocked, chosen],
        [shown, table],
        show_progress="hidden",
        trigger_mode="always_last",  # a second class chosen while the first is read counts
        api_visibility="private",
    )


@dataclass(frozen=True)
class _Results:
    room: QuizRoom

    def classes(self, unlocked: object) -> object:
        """Every class to choose from, for those who opened the door."""
        if unlocked is not True:
            return gr.update(choices=[], value=None)
        return gr.update(choices=[(_named(one), one.code) for one in classes(self.room.school.engine)])

    def show(self, unlocked: object, code: str | None) -> Iterator[Update]:
        """The results of a class and the file of its answers; nothing while none is chosen or the door is locked."""
        if unlocked is not True or not code:
            yield "", gr.update(value=None, visible=False)
            return
        found = {one.code: one for one in classes(self.room.school.engine)}
        if code not in found:
            raise gr.Error(words.CLASS_NONE, print_exception=False)
        answers = answers_of(self.room.school.engine, code)
        # Gradio keeps a copy of its own for the browser by the time it comes back for more.
        with tempfile.TemporaryDirectory(prefix="quiz-") as folder:
            path = Path(folder) / f"{code}.csv"
            path.write_text(as_csv(answers), encoding="utf-8", newline="")
            yield class_results_html(found[code], answers), gr.update(value=[str(path)], visible=bool(answers))


def _named(one: ClassSummary) -> str:
    return words.CLASS_ONE.format(name=one.name, code=one.code, people=one.people)
