"""What happens when a person says what they think of an answer: it is kept, and shown as kept."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from time import monotonic

import gradio as gr

from mingbai.assistant.library import Library
from mingbai.feedback.opinion import Opinion
from mingbai.feedback.opinions import Opinions
from mingbai.web import words
from mingbai.web.chat.conversation import Exchange, Said, Session
from mingbai.web.chat.opinion_strip import strip_html
from mingbai.web.pace import Pace

_LOG = logging.getLogger(__name__)
_FROM_EVERYBODY_PER_MINUTE = 600


@dataclass(frozen=True)
class Opining:
    """The handler of the thumbs and reasons; all it knows of a person comes in with the event."""

    opinions: Opinions
    library: Library
    pace: Pace = field(default_factory=lambda: Pace(_FROM_EVERYBODY_PER_MINUTE))

    def say(self, session: Session, event: gr.EventData) -> str:
        """The strip of the answer as it stands afterwards; nothing is kept for an answer that is no longer there."""
        exchange = session.conversation.answered(str(event.about))
        if exchange is None:
            return strip_html(str(event.about), None, words.OPINION_NOT_KEPT)
        before = session.said.get(exchange.id)
        now = monotonic()
        if seconds := session.opinions.seconds_to_wait(now) or self.pace.seconds_to_wait(now):
            return strip_html(exchange.id, before, words.OPINION_TOO_FAST.format(seconds=seconds))
        said = _next(before, event)
        try:
            said = self._keep(exchange, said, session.conversation.asked_before(exchange.id))
        except Exception:
            _LOG.exception("an opinion could not be kept")
            return strip_html(exchange.id, before, words.OPINION_NOT_KEPT)
        session.say(exchange.id, said)
        return strip_html(exchange.id, said, "" if said else words.OPINION_WITHDRAWN)

    def _keep(self, exchange: Exchange, said: Said | None, earlier: tuple[str, ...]) -> Said | None:
        """What was said, as it is kept: without the numbers that are masked; `earlier` was asked before."""
        if said is None or exchange.reply is None:
            self.opinions.withdraw(exchange.id)
            return None
        reply = exchange.reply
        kept = self.opinions.keep(
            Opinion(
                about=exchange.id,
                thumb=said.thumb,
                question=exchange.question,
                answer=reply.text,
                policies=reply.policies,
                clauses=tuple(dict.fromkeys(f"{cited.policy}#{cited.clause}" for cited in reply.citations)),
                corpus=self.library.corpus.hash[:12],
                reason=said.reason,
                words=said.words,
                earlier=earlier,
            )
        )
        return replace(said, words=kept.words)


def _next(before: Said | None, event: gr.EventData) -> Said | None:
    if before is None or event.thumb is not None:
        return Said.by_thumb(before, event.thumb)
    return before.by_reason(event.reason) if event.reason is not None else before.by_words(event.words)
