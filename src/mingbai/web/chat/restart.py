"""A conversation that this server does not know, since it was restarted: taken up from what the page shows."""

from __future__ import annotations

import json

from mingbai.web import words
from mingbai.web.chat.answering import Answers, Imprint, conversation_as_it_grows
from mingbai.web.chat.conversation import Conversation

# Gives what the page tells in the place of the hidden box; the other inputs stay as they are.
TELL = "(...inputs) => [...inputs.slice(0, -1), window.mbAsked()]"


def asked_before(told: object) -> tuple[str, ...]:
    """The questions that the page says were asked, oldest first; none where it says no such thing, or too much."""
    try:
        questions = json.loads(told) if isinstance(told, str) else None
    except (ValueError, RecursionError):
        return ()
    if not isinstance(questions, list) or len(questions) > words.TURN_LIMIT:
        return ()
    if not all(isinstance(one, str) and 0 < len(one) <= words.QUESTION_LIMIT for one in questions):
        return ()
    return tuple(questions)


def answered_anew(assistant: Answers, questions: tuple[str, ...], imprint: Imprint) -> Conversation:
    """The conversation in which these questions are asked one after the other."""
    conversation = Conversation()
    for question in questions:
        *_, conversation = conversation_as_it_grows(assistant, conversation, question, imprint)
    return conversation
