"""Serving the page: the address, the web server, and what the browser may load."""

from __future__ import annotations

import contextlib
import socket
import sys
from collections.abc import AsyncIterator
from threading import Thread

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mingbai.assistant.toolbox import Toolbox
from mingbai.settings import Settings
from mingbai.web import words
from mingbai.web.chat.answering import Answers
from mingbai.web.inbound import LimitedInbound
from mingbai.web.page import build_page
from mingbai.web.staff.door import StaffDoor
from mingbai.web.theme import house_css, house_head, house_theme

# Gradio's templates are functions made from text and its styles stand in the page, hence the two "unsafe" words;
# what the line is for is that no browser can be led to any other host.
_CONTENT_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)
_HEADERS = {
    "Content-Security-Policy": _CONTENT_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class CannotListenError(Exception):
    """The address is taken or not ours; the message says so in Chinese and what to do."""


def serve(settings: Settings, host: str, port: int) -> None:
    """Open the page of the configured assistant at `host`:`port` (0: a free one) until interrupted.

    Raises `CannotListenError` where the address is taken.
    """
    # Imported here so that a page around another assistant does not load the whole of this one.
    from mingbai.assistant.assistant import Assistant

    listening = _listen(host, port)  # before a thread runs that a failure here would have to stop
    assistant = Assistant.from_settings(settings)
    # The index takes seconds to open, and minutes to build: the page is there meanwhile, and what needs it waits.
    Thread(target=assistant.warm, daemon=True).start()
    _serve_on(listening, assistant, assistant.toolbox, settings, host)


def serve_assistant(assistant: Answers, toolbox: Toolbox, settings: Settings, host: str, port: int) -> None:
    """Open the page of `assistant` and of the places in `settings`, as `serve` does."""
    _serve_on(_listen(host, port), assistant, toolbox, settings, host)


def _serve_on(listening: socket.socket, assistant: Answers, toolbox: Toolbox, settings: Settings, host: str) -> None:
    address = f"http://{host}:{listening.getsockname()[1]}{settings.root_path or '/'}"
    page = build_page(assistant, toolbox, settings, StaffDoor.open(settings.cache))
    config = uvicorn.Config(app_for(page, settings.root_path, address), log_level="warning")
    uvicorn.Server(config).run(sockets=[listening])


def app_for(page: gr.Blocks, root_path: str = "", address: str = "") -> FastAPI:
    """The page as a web application; where `address` is given it is printed once the page can be opened."""

    @contextlib.asynccontextmanager
    async def announced(_: FastAPI) -> AsyncIterator[None]:
        if address:
            sys.stdout.write(words.OPEN_AT.format(address=address) + "\n")
            sys.stdout.flush()
        yield

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=announced)
    app.add_middleware(LimitedInbound)
    app.add_middleware(_HeadersOfEveryAnswer)
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        root_path=root_path or None,
        theme=house_theme(),
        css=house_css(),
        head=house_head(),
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        show_error=False,
        ssr_mode=False,
        pwa=False,
    )
    return app


class _HeadersOfEveryAnswer:
    """Adds the headers that keep the browser to this host; plain ASGI, so that streams stay streams."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise CannotListenError(
            words.PORT_TAKEN.format(host=host, port=port, reason=getattr(error, "strerror", None) or error)
        ) from error
