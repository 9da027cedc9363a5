"""One browser's conversation, kept in its own session and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from threading import Lock
from types import MappingProxyType
from uuid import uuid4

from mingbai.assistant.reply import ChatTurn, Reply
from mingbai.feedback.opinion import LONGEST_WORDS, REASONS, THUMBS, Reason, Thumb
from mingbai.web.pace import Pace

QUESTIONS_PER_MINUTE = 20
OPINIONS_PER_MINUTE = 30


@dataclass(frozen=True)
class Exchange:
    """A question and what is known of its answer: the text so far, then the whole reply and how it is shown.

    `id` is a random word that names the exchange and tells nothing of the person.
    """

    question: str
    text: str = ""
    reply: Reply | None = None
    answer_html: str = ""
    choices: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    id: str = field(default_factory=lambda: uuid4().hex)

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

    def answered(self, id_: str) -> Exchange | None:
        """The exchange of this id, where its answer stands whole."""
        return next((one for one in self.exchanges if one.id == id_ and one.reply), None)

    def asked_before(self, id_: str) -> tuple[str, ...]:
        """The questions before the exchange of this id, oldest first."""
        ids = [one.id for one in self.exchanges]
        return tuple(one.question for one in self.exchanges[: ids.index(id_)]) if id_ in ids else ()

    def history(self) -> tuple[ChatTurn, ...]:
        """All messages in order, as the assistant takes them."""
        return tuple(turn for exchange in self.exchanges for turn in exchange.turns())

    def _with_last(self, exchange: Exchange) -> Conversation:
        return Conversation((*self.exchanges[:-1], exchange))


@dataclass(frozen=True)
class Said:
    """What a person said of one answer."""

    thumb: Thumb
    reason: Reason | None = None
    words: str = ""

    @classmethod
    def by_thumb(cls, before: Said | None, thumb: object) -> Said | None:
        """What stands after a thumb was pressed: that thumb, or nothing where it was pressed already."""
        pressed = next((one for one in THUMBS if one == thumb), None)
        return None if pressed is None or (before and before.thumb == pressed) else cls(pressed)

    def by_reason(self, reason: object) -> Said:
        """What stands after a reason was pressed: a second time takes it back."""
        pressed = next((one for one in REASONS if one == reason), None)
        return replace(self, reason=None if pressed == self.reason else pressed)

    def by_words(self, own_words: object) -> Said:
        """What stands after own words were sent; words longer than the box takes are left out."""
        return replace(self, words=own_words if isinstance(own_words, str) and len(own_words) <= LONGEST_WORDS else "")


class Session:
    """The conversation of one browser, which an answer still under way may go on with only while it is the same.

    Gradio runs the events of one browser side by side: without this, an answer that arrives after a fresh start would
    bring back the conversation of the person before.
    """

    def __init__(self) -> None:
        self._conversation = Conversation()
        self._said: dict[str, Said] = {}
        self._was_begun = False
        self._lock = Lock()
        self.questions = Pace(QUESTIONS_PER_MINUTE)
        self.opinions = Pace(OPINIONS_PER_MINUTE)

    def __deepcopy__(self, _: object) -> Session:
        # Gradio copies the first value of a state for each browser; none begins with another's words.
        return Session()

    @property
    def conversation(self) -> Conversation:
        """The conversation as it stands."""
        return self._conversation

    @property
    def is_unknown(self) -> bool:
        """Whether nothing was ever asked or cleared in it: of what the page shows, this server then knows nothing."""
        return not self._was_begun

    @property
    def said(self) -> Mapping[str, Said]:
        """What the person said of the answers, by the ids of the exchanges."""
        return MappingProxyType(self._said)

    def say(self, id_: str, said: Said | None) -> None:
        """Remember what was said of an exchange; None where it was taken back."""
        with self._lock:
            if said and self._conversation.answered(id_):
                self._said[id_] = said
            else:
                self._said.pop(id_, None)

    def begin(self, conversation: Conversation) -> Conversation:
        """Let `conversation` stand, whatever was before; what was said of other answers is forgotten here.

        It stands as a copy, which is given: an answer under way to the very same conversation must not go on with it.
        """
        with self._lock:
            self._was_begun = True
            self._conversation = Conversation(conversation.exchanges)
            ids = {exchange.id for exchange in conversation.exchanges}
            self._said = {id_: said for id_, said in self._said.items() if id_ in ids}
            return self._conversation

    def goes_on(self, standing: Conversation, grown: Conversation) -> bool:
        """Let `grown` stand if `standing` still does; False where something else was begun meanwhile."""
        with self._lock:
            if self._conversation is not standing:
                return False
            self._conversation = grown
            return True
