"""What the page needs of the assistant, and how a conversation grows while an answer arrives."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import chain
from typing import Protocol

from mingbai.assistant.reply import ChatTurn, ClauseView, Reply
from mingbai.web import words
from mingbai.web.chat.conversation import Conversation
from mingbai.web.chat.transcript import answer_html
from mingbai.web.markup import text_html

_LOG = logging.getLogger(__name__)
_SECONDS_PER_BEAT = 0.06
_SECONDS_UNNOTICED = 0.2
Imprint = Callable[[Reply], str]


class Answers(Protocol):
    """What the page asks of the assistant."""

    def stream(self, history: Sequence[ChatTurn]) -> Iterator[str | Reply]:
        """Pieces of the text of the answer to the last turn, at last the whole reply."""

    def choices(self, reply: Reply) -> tuple[str, ...]:
        """The answers to the question that `reply` asks."""

    def suggestions(self, reply: Reply) -> tuple[str, ...]:
        """What is likely asked next."""

    def clause(self, policy_id: str, clause_id: str) -> ClauseView:
        """The clause for reading; raises KeyError where there is none."""

    def examples(self) -> tuple[str, ...]:
        """Questions to begin with."""


def why_not_asked(question: str, conversation: Conversation) -> str:
    """The kind word with which a question is handed back; empty where it can be asked."""
    if len(question) > words.QUESTION_LIMIT:
        return words.TOO_LONG.format(length=len(question), limit=words.QUESTION_LIMIT)
    if len(conversation.exchanges) >= words.TURN_LIMIT:
        return words.TOO_MANY_TURNS
    return ""


def _no_imprint(_: Reply) -> str:
    return ""


def conversation_as_it_grows(
    assistant: Answers, conversation: Conversation, question: str, imprint: Imprint = _no_imprint
) -> Iterator[Conversation]:
    """The conversation with `question` asked, then with more and more of its answer, at last with all of it.

    An answer that is there before anybody notices comes without that first step, which costs as much as the last.
    `imprint` gives what a printed answer shows beside what the page does. A failing assistant becomes an apology on the
    page and an entry in the log, never an error.
    """
    asked = conversation.asking(question)
    pieces = _pieces_in_beats(assistant.stream(asked.history()))
    first = _begun(pieces)
    if not wait([first], timeout=_SECONDS_UNNOTICED).done:
        yield asked
    try:
        for growing in chain([first.result()], pieces):
            if isinstance(growing, Reply):
                yield _answered(assistant, asked, growing, imprint(growing))
            else:
                yield asked.with_text(growing)
    except Exception:
        _LOG.exception("a question could not be answered")
        yield asked.with_apology(f'<p class="mb-failed">{text_html(words.FAILED)}</p>')


def _begun(pieces: Iterator[str | Reply]) -> Future[str | Reply]:
    """The first piece, which another thread waits for."""
    thread = ThreadPoolExecutor(max_workers=1)
    first = thread.submit(next, pieces)
    thread.shutdown(wait=False)
    return first


def _pieces_in_beats(pieces: Iterator[str | Reply]) -> Iterator[str | Reply]:
    """The text so far, once per beat from the first piece on, so that a fast model does not flood the browser.

    Then the reply; an answer that comes whole within a beat is shown whole.
    """
    text, shown_at = "", 0.0
    for piece in pieces:
        if isinstance(piece, Reply):
            yield piece
            return
        now = time.monotonic()
        if not text:
            shown_at = now
        text += piece
        if now - shown_at >= _SECONDS_PER_BEAT:
            shown_at = now
            yield text


def _answered(assistant: Answers, asked: Conversation, reply: Reply, imprint: str) -> Conversation:
    prefix = f"mb-{len(asked.exchanges)}"
    return asked.with_reply(
        reply,
        answer_html(reply, assistant.clause, prefix, imprint),
        choices=assistant.choices(reply),
        suggestions=assistant.suggestions(reply),
    )
