"""The tab 问报销: its components, and what happens when something is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic

import gradio as gr
from gradio.components import Component
from gradio.events import Dependency

from mingbai.assistant import desk
from mingbai.assistant.library import Library
from mingbai.assistant.reply import Reply
from mingbai.feedback.opinions import Opinions
from mingbai.web import words
from mingbai.web.assets import asset
from mingbai.web.chat.answering import Answers, conversation_as_it_grows, why_not_asked
from mingbai.web.chat.conversation import Conversation, Session
from mingbai.web.chat.opining import Opining
from mingbai.web.chat.restart import TELL, answered_anew, asked_before
from mingbai.web.chat.transcript import transcript_html
from mingbai.web.markup import text_html
from mingbai.web.statement_card import imprint_html

_SECONDS_KEPT_IDLE = 3600
_ARRIVED = "() => { document.documentElement.classList.remove('mb-asking'); }"
_FOCUS = "() => { document.querySelector('.mb-box textarea')?.focus(); }"
# A phone would open its keyboard over the page.
FOCUS_UNLESS_TOUCH = f"() => {{ if (matchMedia('(pointer: fine)').matches) ({_FOCUS})(); }}"

# What each event below sets: the conversation, the transcript, the input box, the notice above the box.
Update = tuple[object, object, object, object]


def add_chat(assistant: Answers, library: Library, opinions: Opinions, new: gr.Button) -> None:
    """Put the chat's components into the Gradio context that is open, and connect them; `new` begins afresh."""
    handlers = _Handlers(assistant, library)
    chat = _add_components(handlers.show(Session()))
    asking = _connect_questions(chat, handlers)
    asking.then(None, js=_ARRIVED)
    _connect_corrections(chat, handlers)
    # One at a time: of two thumbs for one answer, the later must be the one that is kept.
    chat.talk.like(
        Opining(opinions, library).say,
        chat.state,
        chat.strip,
        trigger_mode="multiple",
        concurrency_limit=1,
        show_progress="hidden",
        api_visibility="private",
    )
    # First the answer under way is given up, then the page is cleared: side by side, its last piece could come after.
    stopped = new.click(None, cancels=asking)
    cleared = stopped.then(
        handlers.start_afresh, chat.state, chat.outputs, show_progress="hidden", api_visibility="private"
    )
    cleared.then(lambda: "", None, chat.strip, show_progress="hidden", api_visibility="private")
    cleared.then(None, js=_FOCUS)


@dataclass(frozen=True)
class _Components:
    """What the chat is made of; `told` stays hidden, there the page tells what was asked before."""

    state: gr.State
    talk: gr.HTML
    strip: gr.HTML
    box: gr.Textbox
    send: gr.Button
    notice: gr.HTML
    told: gr.Textbox

    @property
    def outputs(self) -> list[Component]:
        """What an `Update` sets."""
        return [self.state, self.talk, self.box, self.notice]


def _add_components(shown: str) -> _Components:
    state = gr.State(Session(), time_to_live=_SECONDS_KEPT_IDLE)
    talk = _script_html("chat/transcript.js", shown, "mb-page")
    strip = _script_html("chat/opinion_strip.js", "", "mb-next-strip")
    box, send, notice = _composer()
    return _Components(state, talk, strip, box, send, notice, told=gr.Textbox(visible=False))


def _connect_questions(chat: _Components, handlers: _Handlers) -> Dependency:
    # A question may come while another is under way: the session then lets go of the older one.
    asking: Dependency = gr.on(
        [chat.box.submit, chat.send.click, chat.talk.submit],
        handlers.ask,
        [chat.box, chat.state, chat.told],
        chat.outputs,
        js=TELL,
        trigger_mode="multiple",
        show_progress="hidden",
        api_visibility="private",
    )
    return asking


def _connect_corrections(chat: _Components, handlers: _Handlers) -> None:
    """A question taken back to be asked otherwise, and a conversation taken up after the server was away."""
    for event, handle, afterwards in (
        (chat.talk.edit, handlers.amend, _FOCUS),
        (chat.talk.retry, handlers.resume, "() => { window.mbResumed(); }"),
    ):
        done = event(
            handle, [chat.state, chat.told], chat.outputs, js=TELL, show_progress="hidden", api_visibility="private"
        )
        done.then(None, js=afterwards)


@dataclass(frozen=True)
class _Handlers:
    """The handlers of the chat's events; all they know of a person comes in with the event."""

    assistant: Answers
    library: Library

    def show(self, session: Session) -> str:
        covered = len(desk.computable(self.library))
        return transcript_html(session.conversation, self.assistant.examples(), covered, session.said)

    def ask(self, typed: str, session: Session, told: str, event: gr.EventData) -> Iterator[Update]:
        """Ask what was typed, or what a button of the transcript says; a button leaves a half-typed question alone."""
        note = self._take_up(session, told)
        if isinstance(event.target, gr.HTML):
            yield from self._ask(event.text, session, session.conversation.before(event.at), gr.skip(), note)
        else:
            yield from self._ask(typed, session, session.conversation, "", note)

    def amend(self, session: Session, told: str, event: gr.EventData) -> Update:
        """The question of an exchange back in the box; it and those after it are gone."""
        self._take_up(session, told)
        return self._begin(session, session.conversation.before(event.at), box=event.text)

    def start_afresh(self, session: Session) -> Update:
        """A page on which nothing of the person before is left."""
        return self._begin(session, Conversation(), box="")

    def resume(self, session: Session, told: str) -> Update:
        """The conversation that the page says was there before the server was restarted."""
        note = self._take_up(session, told)
        return session, self.show(session), gr.skip(), _notice_html(note)

    def _take_up(self, session: Session, told: str) -> str:
        """Take up the conversation that the page tells of where this server knows of none; gives the word for that."""
        questions = asked_before(told) if session.is_unknown else ()
        if not questions:
            return ""
        session.begin(answered_anew(self.assistant, questions, self.imprint))
        return words.RESTARTED

    def imprint(self, reply: Reply) -> str:
        """What a printed statement says of the policy it was computed by."""
        known = [policy for policy in reply.policies if policy in self.library.corpus.policies]
        return imprint_html(words.PRINTED_FROM, desk.edition(self.library, known[0])) if known else ""

    def _begin(self, session: Session, conversation: Conversation, box: str) -> Update:
        session.begin(conversation)
        return session, self.show(session), box, ""

    def _ask(self, question: str, session: Session, standing: Conversation, box: object, note: str) -> Iterator[Update]:
        question = question.strip()
        refusal = why_not_asked(question, standing)
        if refusal or not question or standing.is_asking(question):
            yield gr.skip(), gr.skip(), gr.skip(), _notice_html(refusal)
            return
        if seconds := session.questions.seconds_to_wait(monotonic()):
            yield gr.skip(), gr.skip(), gr.skip(), _notice_html(words.TOO_FAST.format(seconds=seconds))
            return
        standing = session.begin(standing)
        for grown in conversation_as_it_grows(self.assistant, standing, question, self.imprint):
            if not session.goes_on(standing, grown):
                return
            standing = grown
            yield session, self.show(session), box, _notice_html(note)
            box = gr.skip()


def _script_html(script: str, html: str, css: str) -> gr.HTML:
    return gr.HTML(html, apply_default_css=False, js_on_load=asset(script), elem_classes=css)


def _composer() -> tuple[gr.Textbox, gr.Button, gr.HTML]:
    with gr.Column(elem_classes="mb-composer"):
        # Shown only where the way there and back is slow: by itself the page says nothing until an answer arrives.
        slow = f'<p class="mb-drawing mb-asking-word" aria-hidden="true">{words.WORKING}</p>'
        gr.HTML(slow, apply_default_css=False, js_on_load=None)
        notice = gr.HTML("", apply_default_css=False, js_on_load=None)
        with gr.Row(elem_classes="mb-composer-row"):
            box = _box()
            send = gr.Button(words.SEND, variant="primary", elem_classes="mb-send", scale=0, min_width=76)
        staff = f'<a href="#staff" data-tab="staff">{words.STAFF}</a>'
        fine = f'<p class="mb-fine"><span>{words.FINE_PRINT}</span> {staff}</p>'
        gr.HTML(fine, apply_default_css=False, js_on_load=None)
    return box, send, notice


def _box() -> gr.Textbox:
    return gr.Textbox(
        label=words.BOX_LABEL,
        show_label=False,
        placeholder=words.BOX_HINT,
        container=False,
        lines=1,
        max_lines=6,
        elem_classes="mb-box",
        html_attributes=gr.InputHTMLAttributes(autocomplete="off", enterkeyhint="send", lang="zh-CN"),
    )


def _notice_html(word: str) -> str:
    return f'<p class="mb-notice" role="status">{text_html(word)}</p>' if word else ""
