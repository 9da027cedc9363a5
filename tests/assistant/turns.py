"""A conversation held with an assistant, turn by turn."""

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.reply import ChatTurn, EstimateView, Reply


def last_reply(assistant: Assistant, *turns: str) -> Reply:
    """The reply to the last of a person's turns."""
    history: list[ChatTurn] = []
    for turn in turns:
        history.append(ChatTurn(role="user", text=turn))
        reply = assistant.reply(history)
        history.append(ChatTurn(role="assistant", text=reply.text))
    return reply


def last_estimate(assistant: Assistant, *turns: str) -> tuple[Reply, EstimateView]:
    """The reply to the last of a person's turns, with the estimate that it must have."""
    reply = last_reply(assistant, *turns)
    assert reply.estimate, reply.text
    return reply, reply.estimate


def first_line(assistant: Assistant, *turns: str) -> str:
    """The line that opens the reply to the last of a person's turns."""
    return last_reply(assistant, *turns).text.partition("\n")[0]
