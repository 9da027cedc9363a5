"""The page put together: the head, the bar, and one column for each tab."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import gradio as gr

from mingbai.assistant.toolbox import Toolbox
from mingbai.feedback.opinions import Opinions
from mingbai.importing import ImportStore
from mingbai.settings import Settings
from mingbai.web import words
from mingbai.web.calculator import add_calculator
from mingbai.web.chat.answering import Answers
from mingbai.web.chat.tab import FOCUS_UNLESS_TOUCH, add_chat
from mingbai.web.counter import add_counter
from mingbai.web.header import add_header, add_tab_bar
from mingbai.web.policies import add_policies
from mingbai.web.quiz.room import QuizRoom
from mingbai.web.quiz.tab import add_quiz
from mingbai.web.quiz.trainer import add_trainer
from mingbai.web.staff.door import StaffDoor
from mingbai.web.staff.gate import staff_state
from mingbai.web.staff.import_desk import add_import_desk
from mingbai.web.staff.opinion_list import add_opinion_list

_PEOPLE_AT_ONCE = 4
_SECONDS_OFFERED = 3600
"""How long a file that was made for a download stays: the results of a class are nobody else's business."""
_READY = "() => { window.mbReady(); }"


def build_page(assistant: Answers, toolbox: Toolbox, settings: Settings, door: StaffDoor) -> gr.Blocks:
    """The page, ready to be mounted; it keeps nothing outside each browser's session.

    `toolbox` computes for the tabs beside the conversation, `settings` say where the corpus and the
    stores are, `door` opens what is for the staff alone.
    """
    opinions = Opinions(settings.store_url("feedback"), lambda: datetime.now(UTC))
    page = gr.Blocks(
        title=words.TITLE, analytics_enabled=False, fill_width=True, delete_cache=(_SECONDS_OFFERED, _SECONDS_OFFERED)
    )
    with page:
        unlocked = staff_state()
        new = add_header()
        add_tab_bar()
        with _tab("ask"):
            add_chat(assistant, toolbox.library, opinions, new)
        with _tab("calculator"):
            add_calculator(toolbox)
        with _tab("counter"):
            add_counter(toolbox.library)
        with _tab("policies"):
            add_policies(toolbox.library, settings.corpus)
            with gr.Column(elem_classes="mb-own-documents"):
                add_import_desk(toolbox.library, ImportStore(settings.imports), door, unlocked)
        with _tab("quiz"):
            room = QuizRoom(toolbox.library.corpus, settings.store_url("quiz"))
            add_quiz(toolbox, room)
            add_trainer(room, toolbox.library, door, unlocked)
        with _tab("staff"):
            add_opinion_list(opinions, toolbox.library, door, unlocked)
        # A fresh start is for the next person at this machine: the staff's places are shut to them too.
        new.click(lambda: False, None, unlocked, show_progress="hidden", api_visibility="private")
        page.load(None, js=_READY)
        page.load(None, js=FOCUS_UNLESS_TOUCH)
    page.queue(default_concurrency_limit=_PEOPLE_AT_ONCE, status_update_rate=60, api_open=False)
    _settle(page)
    return page


def _settle(page: gr.Blocks) -> None:
    """Have Gradio describe each component once and not for each person anew.

    It does so with a person's first question; on a page of this size that takes longer than the answer.
    """
    for block in page.blocks.values():
        vars(block)["get_config"] = partial(dict, block.get_config())


def _tab(name: str) -> gr.Column:
    return gr.Column(elem_id=f"mb-tab-{name}", elem_classes="mb-tab")
