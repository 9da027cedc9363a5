"""A chat model that does what a script tells it, and keeps all that it was shown."""

from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

Script = Callable[[Sequence[BaseMessage]], AIMessage]
CHONGQING = {
    "policy": "chongqing-resident-2013",
    "facts": {"care": "住院", "plan": "二档", "hospital_level": "三级", "cost": "30000"},
}
LUOYANG_ELSEWHERE = {
    "policy": "luoyang-employee-catastrophic-2021",
    "facts": {"care": "住院", "hospital_level": "三级", "care_place": "外地", "excess": "100000"},
}


class ScriptedModel(BaseChatModel):
    """Answers by its script; `seen` holds every list of messages it was given."""

    script: Script
    seen: list[list[BaseMessage]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def bind_tools(self, tools: Any, **kwargs: Any) -> "ScriptedModel":
        return self

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        self.seen.append(list(messages))
        return ChatResult(generations=[ChatGeneration(message=self.script(messages))])


def calling(tool: str, arguments: dict[str, Any]) -> AIMessage:
    return AIMessage("", tool_calls=[{"name": tool, "args": arguments, "id": "call_1", "type": "tool_call"}])


def estimating_then_saying(text: str, arguments: dict[str, Any] = CHONGQING) -> Script:
    """Calls the estimate tool as it should, then says this."""
    return lambda messages: AIMessage(text) if _has_called(messages) else calling("estimate", arguments)


def calling_then_saying(tool: str, arguments: dict[str, Any], text: str) -> Script:
    """Calls some tool in some way, then says this."""
    return lambda messages: AIMessage(text) if _has_called(messages) else calling(tool, arguments)


def saying(text: str) -> Script:
    """Calls nothing and says this."""
    return lambda messages: AIMessage(text)


def calling_for_ever(messages: Sequence[BaseMessage]) -> AIMessage:
    return calling("estimate", CHONGQING)


def raising(messages: Sequence[BaseMessage]) -> AIMessage:
    raise TimeoutError("the model's service does not answer")


def lying_once(lie: str, truth: str) -> Script:
    """Lies after the tool's answer, and tells the truth once it was corrected."""

    def script(messages: Sequence[BaseMessage]) -> AIMessage:
        if not _has_called(messages):
            return calling("estimate", CHONGQING)
        return AIMessage(truth if was_corrected(messages) else lie)

    return script


def was_corrected(messages: Sequence[BaseMessage]) -> bool:
    return any(_is_correction(message) for message in messages)


def _is_correction(message: BaseMessage) -> bool:
    return isinstance(message, HumanMessage) and "不能发出去" in message.text


def _has_called(messages: Sequence[BaseMessage]) -> bool:
    last = max(
        number
        for number, message in enumerate(messages)
        if isinstance(message, HumanMessage) and not _is_correction(message)
    )
    return any(isinstance(message, ToolMessage) for message in messages[last:])
