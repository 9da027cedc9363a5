"""One browser's conversation, kept in its own session and nowhere else."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from math import ceil
from threading import Lock

from mingbai.assistant.reply import ChatTurn, Reply

QUESTIONS_PER_MINUTE = 20
_MINUTE = 60.0


@dataclass(frozen=True)
class Exchange:
    """A question and what is known of its answer: the text so far, then the whole reply and how it is shown."""

    question: str
    text: str = ""
    reply: Reply | None = None
    answer_html: str = ""
    choices: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether nothing more will come: the whole answer is there, or an apology."""
        return bool(self.answer_html)

    def turns(self) -> tuple[ChatTurn, ...]:
        """The messages of this exchange in order; one without a reply has only the question."""
        asked = ChatTurn(role="user", text=self.question)
        if self.reply is None:
            return (asked,)
        return (asked, ChatTurn(role="assistant", text=self.reply.text))


@dataclass(frozen=True)
class Conversation:
    """The exchanges of one person, oldest first."""

    exchanges: tuple[Exchange, ...] = ()

    def asking(self, question: str) -> Conversation:
        """The conversation with one more question, not yet answered."""
        return Conversation((*self.exchanges, Exchange(question)))

    def is_asking(self, question: str) -> bool:
        """Whether just this question is being answered, as after a double click."""
        return any(not exchange.is_answered and exchange.question == question for exchange in self.exchanges[-1:])

    def with_text(self, text: str) -> Conversation:
        """The conversation with `text` as what has arrived of the last answer."""
        return self._with_last(replace(self.exchanges[-1], text=text))

    def with_reply(
        self, reply: Reply, answer_html: str, *, choices: tuple[str, ...], suggestions: tuple[str, ...]
    ) -> Conversation:
        """The conversation with the last question answered."""
        answered = Exchange(self.exchanges[-1].question, reply.text, reply, answer_html, choices, suggestions)
        return self._with_last(answered)

    def with_apology(self, apology_html: str) -> Conversation:
        """The conversation with the last question left unanswered, and why."""
        return self._with_last(Exchange(self.exchanges[-1].question, answer_html=apology_html))

    def before(self, number: int | None) -> Conversation:
        """The conversation as it was before exchange `number` (from 0); None is the whole of it."""
        return Conversation(self.exchanges[:number])

    def history(self) -> tuple[ChatTurn, ...]:
        """All messages in order, as the assistant takes them."""
        return tuple(turn for exchange in self.exchanges for turn in exchange.turns())

    def _with_last(self, exchange: Exchange) -> Conversation:
        return Conversation((*self.exchanges[:-1], exchange))


class Session:
    """The conversation of one browser, which an answer still under way may go on with only while it is the same.

    Gradio runs the events of one browser side by side: without this, an answer that arrives after a fresh start would
    bring back the conversation of the person before.
    """

    def __init__(self) -> None:
        self._conversation = Conversation()
        self._asked_at: deque[float] = deque(maxlen=QUESTIONS_PER_MINUTE)
        self._lock = Lock()

    def __deepcopy__(self, _: object) -> Session:
        # Gradio copies the first value of a state for each browser; none begins with another's words.
        return Session()

    @property
    def conversation(self) -> Conversation:
        """The conversation as it stands."""
        return self._conversation

    def seconds_to_wait(self, now: float) -> int:
        """How long until another question may be asked, 0 for at once (it then counts); `now` is in seconds."""
        with self._lock:
            if len(self._asked_at) == QUESTIONS_PER_MINUTE and now - self._asked_at[0] < _MINUTE:
                return ceil(_MINUTE - (now - self._asked_at[0]))
            self._asked_at.append(now)
            return 0

    def begin(self, conversation: Conversation) -> None:
        """Let `conversation` stand, whatever was before."""
        with self._lock:
            self._conversation = conversation

    def goes_on(self, standing: Conversation, grown: Conversation) -> bool:
        """Let `grown` stand if `standing` still does; False where something else was begun meanwhile."""
        with self._lock:
            if self._conversation is not standing:
                return False
            self._conversation = grown
            return True
