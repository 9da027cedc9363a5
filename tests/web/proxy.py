"""A proxy that shows a page under a path of its own, as a bureau's web server does: it takes the path off."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import anyio
import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route

from tests.web.visits import free_port

_HOP = {"connection", "content-length", "transfer-encoding"}


@contextmanager
def under_path(path: str, behind: str) -> Iterator[str]:
    """The address, ending in `path`, at which the page at `behind` is shown meanwhile."""
    port = free_port()

    @asynccontextmanager
    async def with_client(app: Starlette) -> AsyncIterator[None]:
        async with httpx.AsyncClient(base_url=behind, timeout=None, trust_env=False) as client:
            app.state.client = client
            yield

    async def forward(request: Request) -> StreamingResponse:
        client: httpx.AsyncClient = request.app.state.client
        asked = client.build_request(
            request.method,
            request.url.path.removeprefix(path) + (f"?{request.url.query}" if request.url.query else ""),
            headers=[(name, value) for name, value in request.headers.items() if name not in _HOP],
            content=await request.body(),
        )
        answer = await client.send(asked, stream=True)

        async def body() -> AsyncIterator[bytes]:
            try:
                async for piece in answer.aiter_raw():
                    yield piece
            finally:
                with anyio.CancelScope(shield=True):  # a browser that has gone cancels the rest
                    await answer.aclose()

        kept = {name: value for name, value in answer.headers.items() if name not in _HOP}
        return StreamingResponse(body(), status_code=answer.status_code, headers=kept)

    routes = [Route(path + "{rest:path}", forward, methods=["GET", "POST", "HEAD", "PUT", "DELETE"])]
    app = Starlette(routes=routes, lifespan=with_client)
    # Python's own loop: the other one complains of connections that the browser left open.
    config = uvicorn.Config(app, port=port, log_level="error", loop="asyncio", timeout_graceful_shutdown=3)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            thread.join(0.05)
        yield f"http://127.0.0.1:{port}{path}/"
    finally:
        server.should_exit = True
        thread.join()
