"""The thumbs under an answer, and the reasons that a thumb down asks for."""

from __future__ import annotations

from mingbai.feedback.opinion import LONGEST_WORDS, REASONS, THUMBS, Reason, Thumb
from mingbai.web import words
from mingbai.web.chat.conversation import Said
from mingbai.web.markup import button_html, text_html


def strip_html(about: str, said: Said | None, notice: str = "") -> str:
    """The thumbs of the exchange `about`, what was `said` shown as pressed; `notice` stands where the note does."""
    thumbs = "".join(_thumb_html(one, is_on=said is not None and said.thumb == one) for one in THUMBS)
    note = notice or (words.OPINION_KEPT if said else words.OPINION_NOTE)
    status = ' role="status"' if said or notice else ""
    reasons = _reasons_html(said) if said and said.thumb == "useless" else ""
    return (
        f'<div class="mb-opinion" data-about="{text_html(about)}" role="group" aria-label="{words.OPINION}">'
        f'<div class="mb-thumbs">{thumbs}<small{status}>{text_html(note)}</small></div>{reasons}</div>'
    )


def _thumb_html(thumb: Thumb, *, is_on: bool) -> str:
    return (
        f'<button type="button" class="mb-thumb" data-thumb="{thumb}" aria-pressed="{str(is_on).lower()}">'
        f'<span class="mb-hand mb-hand-{thumb}" aria-hidden="true"></span>{words.THUMBS[thumb]}</button>'
    )


def _reasons_html(said: Said) -> str:
    buttons = "".join(_reason_html(one, is_on=one == said.reason) for one in REASONS)
    send = button_html(words.REASON_SEND, css="mb-reason-send", send="")
    return (
        f'<div class="mb-reasons" role="group" aria-label="{words.REASON_ASKED}"><span>{words.REASON_ASKED}</span>'
        f'{buttons}<div class="mb-reason-words"><input type="text" maxlength="{LONGEST_WORDS}" autocomplete="off" '
        f'aria-label="{words.REASON_WORDS}" placeholder="{words.REASON_WORDS}" value="{text_html(said.words)}">'
        f"{send}</div></div>"
    )


def _reason_html(reason: Reason, *, is_on: bool) -> str:
    return (
        f'<button type="button" class="mb-reason" data-reason="{reason}" aria-pressed="{str(is_on).lower()}">'
        f"{words.REASONS[reason]}</button>"
    )
