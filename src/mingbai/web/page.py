"""The page put together: the head, the bar, and one column for each tab."""

from __future__ import annotations

from pathlib import Path

import gradio as gr

from mingbai.assistant.toolbox import Toolbox
from mingbai.web import words
from mingbai.web.answering import Answers
from mingbai.web.calculator import add_calculator
from mingbai.web.chat import FOCUS_UNLESS_TOUCH, add_chat
from mingbai.web.counter import add_counter
from mingbai.web.header import add_header, add_tab_bar
from mingbai.web.policies import add_policies

_PEOPLE_AT_ONCE = 4
# Gradio's page calls itself English, by which screen readers choose a voice and browsers a font.
_SPEAK_CHINESE = "() => { document.documentElement.lang = 'zh-CN'; window.mbReady(); }"


def build_page(assistant: Answers, toolbox: Toolbox, folder: Path) -> gr.Blocks:
    """The page, ready to be mounted; it keeps nothing outside each browser's session.

    `toolbox` computes for the tabs beside the conversation, `folder` holds the corpus whose health is shown.
    """
    page = gr.Blocks(title=words.TITLE, analytics_enabled=False, fill_width=True)
    with page:
        new = add_header()
        add_tab_bar()
        with _tab("ask"):
            add_chat(assistant, toolbox.library, new)
        with _tab("calculator"):
            add_calculator(toolbox)
        with _tab("counter"):
            add_counter(toolbox.library)
        with _tab("policies"):
            add_policies(toolbox.library, folder)
        page.load(None, js=_SPEAK_CHINESE)
        page.load(None, js=FOCUS_UNLESS_TOUCH)
    page.queue(default_concurrency_limit=_PEOPLE_AT_ONCE, api_open=False)
    return page


def _tab(name: str) -> gr.Column:
    return gr.Column(elem_id=f"mb-tab-{name}", elem_classes="mb-tab")
