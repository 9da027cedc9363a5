"""Tool calls are seen from outside, by LangChain's own tracing."""

from collections.abc import Sequence

from langchain_core.tools import tool

from eval.asking import Called, ask
from mingbai.assistant.outcome import Refused
from mingbai.assistant.reply import ChatTurn, Reply

REFUSED = Refused(policy="some-county", fact="cost", message="费用要是正数")


@tool(response_format="content_and_artifact")
def estimate(policy: str, facts: dict[str, str]) -> tuple[str, Refused]:
    """Refuses everything."""
    return "", REFUSED


class CallingAssistant:
    def reply(self, history: Sequence[ChatTurn]) -> Reply:
        arguments = {"policy": "some-county", "facts": {"turn": str(len(history))}}
        estimate.invoke({"name": "estimate", "args": arguments, "id": "1", "type": "tool_call"})
        return Reply(kind="clarify", text=f"{len(history)}")


def test_the_calls_of_the_last_turn_are_kept_with_what_they_found() -> None:
    answer = ask(CallingAssistant(), ["花了0元", "还是0元"])  # type: ignore[arg-type]
    # The second turn comes after a turn and its reply: it is message 3.
    assert answer.calls == (Called("estimate", {"policy": "some-county", "facts": {"turn": "3"}}, REFUSED),)
    assert answer.reply.text == "3"
    assert len(answer.seconds) == 2
