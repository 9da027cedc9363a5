"""A conversation held with an assistant, turn by turn."""

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.reply import ChatTurn, Reply


def last_reply(assistant: Assistant, *turns: str) -> Reply:
    """The reply to the last of a person's turns."""
    history: list[ChatTurn] = []
    for turn in turns:
        history.append(ChatTurn(role="user", text=turn))
        reply = assistant.reply(history)
        history.append(ChatTurn(role="assistant", text=reply.text))
    return reply
