"""The page put together: one tab today, further files of this room for further tabs."""

from __future__ import annotations

import gradio as gr

from mingbai.web import words
from mingbai.web.answering import Answers
from mingbai.web.chat import FOCUS_UNLESS_TOUCH, add_chat

_PEOPLE_AT_ONCE = 4
# Gradio's page calls itself English, by which screen readers choose a voice and browsers a font.
_SPEAK_CHINESE = "() => { document.documentElement.lang = 'zh-CN'; }"


def build_page(assistant: Answers) -> gr.Blocks:
    """The page of `assistant`, ready to be mounted; it keeps nothing outside each browser's session."""
    page = gr.Blocks(title=words.TITLE, analytics_enabled=False, fill_width=True)
    with page:
        add_chat(assistant)
        page.load(None, js=_SPEAK_CHINESE)
        page.load(None, js=FOCUS_UNLESS_TOUCH)
    page.queue(default_concurrency_limit=_PEOPLE_AT_ONCE, api_open=False)
    return page
