"""Who said what in a list of messages: the person, a model, or the guard, which speaks in the person's role."""

from __future__ import annotations

from collections.abc import Sequence

from langchain_core.messages import BaseMessage, HumanMessage

_CORRECTION = "mingbai_correction"
_FROM_THE_SYSTEM = "(系统提示,不是用户说的话)"
"""Opens a correction: some services take a system message only as the first one, so it goes in the user's role."""


def correction(advice: str) -> HumanMessage:
    """A message that tells a model what was wrong with its reply."""
    return HumanMessage(_FROM_THE_SYSTEM + advice, additional_kwargs={_CORRECTION: True})


def is_correction(message: BaseMessage) -> bool:
    """Whether a message is one of the guard's."""
    return _CORRECTION in message.additional_kwargs


def persons(messages: Sequence[BaseMessage]) -> list[str]:
    """What the person said, message by message."""
    return [message.text for message in messages if _is_persons(message)]


def this_turn(messages: Sequence[BaseMessage]) -> Sequence[BaseMessage]:
    """The messages since the person's last one."""
    last = max((i for i, message in enumerate(messages) if _is_persons(message)), default=-1)
    return messages[last + 1 :]


def _is_persons(message: BaseMessage) -> bool:
    return isinstance(message, HumanMessage) and not is_correction(message)
