"""The gate on the page before what is for the staff alone: there the token is given.

That a browser's session is unlocked is known to the server alone: a browser can neither read nor set a `gr.State`.
"""

from __future__ import annotations

import asyncio

import gradio as gr

from mingbai.web import words
from mingbai.web.markup import text_html
from mingbai.web.staff.door import LONGEST_GIVEN, StaffDoor

_SECONDS_OPEN = 8 * 3600


def staff_state() -> gr.State:
    """Whether a browser's session is unlocked: one for the whole page, so that one unlocking serves every tab."""
    return gr.State(False, time_to_live=_SECONDS_OPEN)


def require_staff(unlocked: object) -> None:
    """The first line of every handler that serves the staff; `unlocked` is its input from `staff_state`.

    Raises gr.Error, which says on the page that it is locked.
    """
    if unlocked is not True:
        raise gr.Error(words.STAFF_LOCKED, print_exception=False)


def staff_head(title: str, about: str) -> gr.HTML:
    """Put the head of a place for the staff into the Gradio context that is open, with the way to the other places."""
    links = "".join(
        f'<a href="#{tab}" data-tab="{tab}" data-at="{at}">{name}</a>'
        for tab, at, name in words.STAFF_PLACES
        if name != title
    )
    said = f'<p class="mb-count">{about}</p>' if about else ""
    return gr.HTML(
        f'<h2 class="mb-title">{title}</h2>{said}<p class="mb-staff-link">{links}</p>',
        apply_default_css=False,
        js_on_load=None,
        elem_classes="mb-page",
    )


def add_staff_gate(door: StaffDoor, unlocked: gr.State) -> gr.Column:
    """Put the gate into the Gradio context that is open; gives the column that shows only while it is unlocked.

    What stands in the column from the start reaches every browser: it must be filled by handlers that `require_staff`.
    """
    with gr.Column(elem_classes="mb-gate") as closed:
        _add_asking(door, unlocked)
    room = gr.Column(visible=False, elem_classes="mb-staff")
    with room:
        leave = gr.Button(words.STAFF_LEAVE, size="sm", scale=0, min_width=84, elem_classes="mb-gate-leave")
    leave.click(lambda: False, None, unlocked, show_progress="hidden", api_visibility="private")
    unlocked.change(
        lambda is_open: (gr.update(visible=not is_open), gr.update(visible=bool(is_open))),
        unlocked,
        [closed, room],
        show_progress="hidden",
        api_visibility="private",
    )
    return room


def _add_asking(door: StaffDoor, unlocked: gr.State) -> None:
    """The box for the token, its button, and the word that it is wrong."""
    with gr.Row(elem_classes="mb-gate-row"):
        box = _box()
        enter = gr.Button(words.STAFF_ENTER, scale=0, min_width=84, elem_classes="mb-gate-enter")
    notice = gr.HTML("", apply_default_css=False, js_on_load=None)

    async def unlock(given: str) -> tuple[object, str, str]:
        if door.admits(given):
            return True, "", ""
        await asyncio.sleep(door.pause)
        return gr.skip(), "", _notice_html(words.STAFF_WRONG_SLOW if door.pause else words.STAFF_WRONG)

    gr.on(
        [box.submit, enter.click],
        unlock,
        box,
        [unlocked, box, notice],
        concurrency_limit=None,
        show_progress="hidden",
        api_visibility="private",
    )


def _box() -> gr.Textbox:
    return gr.Textbox(
        label=words.STAFF_TOKEN,
        type="password",
        max_length=LONGEST_GIVEN,
        lines=1,
        elem_classes="mb-gate-box",
        html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
    )


def _notice_html(word: str) -> str:
    return f'<p class="mb-notice" role="alert">{text_html(word)}</p>'
