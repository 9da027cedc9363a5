"""Asking an assistant whose language model is behind the scripted service, and what the scripts are made of."""

import json
from typing import Any

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.breaker import Breaker
from mingbai.assistant.language_model import language_model
from mingbai.assistant.library import Library
from mingbai.assistant.reply import ChatTurn, Reply
from mingbai.settings import Settings
from tests.assistant.lying_model import CHONGQING
from tests.assistant.openai_server import Answer, Messages, OpenAIServer, Said, Script

QUESTION = "我交的是重庆居民医保二档,在三甲医院住院花了3万,能报多少?"


def calling(tool: str, arguments: object) -> Said:
    return Said(calls=((tool, arguments if isinstance(arguments, str) else json.dumps(arguments)),))


ESTIMATING = calling("estimate", CHONGQING)


def first(opening: Answer, then: Answer) -> Script:
    """Opens each turn with one answer and goes on with the other."""
    return lambda messages: then if _is_under_way(messages) else opening


def estimating_then(text: str) -> Script:
    return first(ESTIMATING, Said(text))


def always(answer: Answer) -> Script:
    return lambda messages: answer


def _is_under_way(messages: Messages) -> bool:
    last = max(number for number, message in enumerate(messages) if message["role"] == "user" and not corrects(message))
    return any(message["role"] == "tool" or corrects(message) for message in messages[last:])


def corrects(message: dict[str, Any]) -> bool:
    """Whether a message in the person's role is the guard's."""
    return message["role"] == "user" and message["content"].startswith("(系统提示")


def once(answer: Answer, then: Script) -> Script:
    """Fails at the first request and behaves from then on."""
    waiting = [answer]
    return lambda messages: waiting.pop() if waiting else then(messages)


class Ask:
    """Puts questions to an assistant whose language model is behind the server."""

    def __init__(self, server: OpenAIServer, library: Library) -> None:
        self.server = server
        self.library = library
        self.breaker: Breaker | None = None

    def __call__(self, script: Script, *turns: str, streams: bool = False, **settings: float) -> Reply:
        self.server.script = script
        return self.assistant(streams=streams, **settings).reply([ChatTurn(role="user", text=turn) for turn in turns])

    def assistant(self, *, streams: bool = False, **settings: float) -> Assistant:
        given = {"llm_timeout": 10, "llm_retries": 0, "llm_turn_timeout": 60, **settings}  # ample on a busy machine
        configured = Settings(llm="openai:qwen3", llm_base_url=self.server.url, llm_api_key=self.server.key, **given)
        model = language_model(configured)
        assert model is not None
        model = model.model_copy(update={"streaming": streams})
        return Assistant(self.library, model, configured.llm_turn_timeout, self.breaker)
