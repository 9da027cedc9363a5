"""The two things the assistant can do next: call a tool, or say something that needs none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mingbai.assistant.reply import ReplyKind


@dataclass(frozen=True)
class Call:
    """A tool to be called with these arguments."""

    tool: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Say:
    """A reply that needs no tool."""

    kind: ReplyKind
    text: str
    missing: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    is_on_quiz: bool = False


Move = Call | Say
