"""The optional language model: how it is built from the settings, and how long it is waited for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import Any, TypeVar

from langchain_core.language_models import BaseChatModel

from mingbai.settings import Settings

_T = TypeVar("_T")
_NO_KEY = "none"


def language_model(settings: Settings) -> BaseChatModel | None:
    """The model that is configured, or None where none is.

    Raises:
        ImportError: where the provider's package is missing (the extra `llm` brings that of OpenAI's protocol).
    """
    if not settings.llm:
        return None
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {"base_url": settings.llm_base_url, "api_key": settings.llm_api_key}
    if settings.llm_base_url and not settings.llm_api_key:
        options["api_key"] = _NO_KEY  # else a key in OPENAI_API_KEY would go to an address it was not given for
    model: BaseChatModel = init_chat_model(
        settings.llm,
        temperature=0,
        timeout=settings.llm_timeout,
        max_retries=settings.llm_retries,
        **{name: value for name, value in options.items() if value},
    )
    return model


def within(seconds: float, work: Callable[[], _T]) -> _T:
    """What the work gives, if it is done in time; else it is left to itself and its result is dropped.

    A client's own timeout bounds the wait for each byte, not the whole answer.

    Raises:
        TimeoutError: where it is not done in time; and whatever the work raises.
    """
    done: Future[_T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:
            done.set_exception(error)

    Thread(target=run, name="language-model", daemon=True).start()
    return done.result(seconds)


def failure(error: Exception) -> str:
    """What went wrong, for the log: the kind of error and the HTTP status, never a text that could quote the person."""
    status = getattr(error, "status_code", None)
    return type(error).__name__ if status is None else f"{type(error).__name__}, HTTP {status}"
