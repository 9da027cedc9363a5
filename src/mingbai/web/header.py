"""The head of the page: the house mark, the tabs, how the page looks, and a fresh start."""

from __future__ import annotations

import gradio as gr

from mingbai.web import words


def add_header() -> gr.Button:
    """Put the head into the Gradio context that is open; gives the button that begins afresh."""
    with gr.Row(elem_classes="mb-header"):
        gr.HTML(_brand_html(), apply_default_css=False, js_on_load=None)
        return gr.Button(words.NEW_CONVERSATION, elem_classes="mb-new", scale=0, min_width=84, size="sm")


def add_tab_bar() -> None:
    """Put the bar with the tabs into the Gradio context that is open."""
    links = "".join(f'<a href="#{tab}" data-tab="{tab}">{name}</a>' for tab, name in words.TABS)
    gr.HTML(
        f'<nav class="mb-tabs" aria-label="{words.TABS_LABEL}">{links}</nav>',
        apply_default_css=False,
        js_on_load=None,
        elem_classes="mb-tab-bar",
    )


def _brand_html() -> str:
    looks = (("elder", words.ELDER), ("dark", words.DARK))
    buttons = "".join(
        f'<button type="button" class="mb-look" data-look="{look}" aria-pressed="false">{name}</button>'
        for look, name in looks
    )
    # It names the other language, each in its own: the style sheet shows one of them.
    languages = "".join(f'<span lang="{tag}">{name}</span>' for tag, name in words.LANGUAGES)
    buttons += f'<button type="button" class="mb-look" data-look="english">{languages}</button>'
    return (
        f'<div class="mb-brand"><span class="mb-mark" aria-hidden="true">明</span>'
        f'<div class="mb-name"><h1>{words.BRAND}</h1><p>{words.TAGLINE}</p></div>'
        f'<button type="button" class="mb-look mb-looks-open" popovertarget="mb-looks">{words.LOOKS}</button>'
        f'<div id="mb-looks" class="mb-looks" popover role="group" aria-label="{words.LOOKS}">{buttons}</div></div>'
    )
