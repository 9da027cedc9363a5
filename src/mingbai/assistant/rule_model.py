"""The default chat model: no network, no key; it plans with rules, calls the same tools, and words what they give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, ToolCall, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool
from pydantic import ConfigDict

from mingbai.assistant.messages import persons, this_turn
from mingbai.assistant.moves import Call, Say
from mingbai.assistant.planning.plan import Planner
from mingbai.assistant.wording.expected import held_to_expected
from mingbai.assistant.wording.own_first import own_first
from mingbai.assistant.wording.together import together

SAID = "mingbai_said"
"""Key of a message's metadata under which a reply that needed no tool keeps its `Say`."""


class RuleModel(BaseChatModel):
    """Answers from the whole message history by rules; the conversation is its only state."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    planner: Planner

    @property
    def _llm_type(self) -> str:
        return "mingbai-rules"

    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | None = None,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """The model itself: it knows the tools by name."""
        return self

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self._answer(messages))])

    def _answer(self, messages: Sequence[BaseMessage]) -> AIMessage:
        outcomes = [message.artifact for message in this_turn(messages) if isinstance(message, ToolMessage)]
        if outcomes:
            question = persons(messages)[-1]
            return AIMessage(held_to_expected(own_first(together(outcomes), outcomes, question), outcomes, question))
        moves = self.planner.plan(persons(messages))
        if isinstance(moves, Say):
            return AIMessage(moves.text, response_metadata={SAID: moves})
        return AIMessage("", tool_calls=[_tool_call(move) for move in moves])


def _tool_call(move: Call) -> ToolCall:
    return ToolCall(name=move.tool, args=dict(move.arguments), id=f"call_{uuid4().hex[:12]}", type="tool_call")
