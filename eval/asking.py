"""Holding a conversation with the assistant and keeping what is scored: the reply, the tool calls, the time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from langchain_core.messages import ToolMessage
from langchain_core.tracers.context import collect_runs
from langchain_core.tracers.schemas import Run

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.outcome import Outcome
from mingbai.assistant.reply import ChatTurn, Reply


@dataclass(frozen=True)
class Called:
    """A tool call of the last turn: its name, its arguments, what it found."""

    tool: str
    arguments: Mapping[str, Any]
    outcome: Outcome | None


@dataclass(frozen=True)
class Answer:
    """The last reply of a conversation with what it rests on.

    `earlier` are the texts of the replies before it; `seconds` holds the time of each turn.
    """

    turns: tuple[str, ...]
    reply: Reply
    clauses: Mapping[str, str] = field(default_factory=dict)
    calls: tuple[Called, ...] = ()
    seconds: tuple[float, ...] = ()
    earlier: tuple[str, ...] = ()


def ask(assistant: Assistant, turns: Sequence[str]) -> Answer:
    """The answer to a conversation; `clauses` are the whole texts of the cited clauses by policy#clause."""
    history: list[ChatTurn] = []
    seconds: list[float] = []
    for turn in turns:
        history.append(ChatTurn(role="user", text=turn))
        started = perf_counter()
        with collect_runs() as traced:
            reply = assistant.reply(history)
        seconds.append(perf_counter() - started)
        history.append(ChatTurn(role="assistant", text=reply.text))
    cited = {f"{one.policy}#{one.clause}": assistant.clause(one.policy, one.clause) for one in reply.citations}
    texts = {key: f"{view.policy_title}\n{view.title}\n{view.text}" for key, view in cited.items()}
    earlier = tuple(one.text for one in history[:-1] if one.role == "assistant")
    return Answer(tuple(turns), reply, texts, tuple(_calls(traced.traced_runs)), tuple(seconds), earlier)


def _calls(runs: Sequence[Run]) -> Iterator[Called]:
    for run in runs:
        if run.run_type == "tool":
            found = (run.outputs or {}).get("output")
            yield Called(run.name, run.inputs, found.artifact if isinstance(found, ToolMessage) else None)
