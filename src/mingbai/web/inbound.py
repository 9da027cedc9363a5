"""What may come in: no file through Gradio's own upload, which stands open to anybody, and no endless message."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

MOST_BYTES = 48_000_000
"""Holds the largest set of files that the staff may send at once, in base64."""
_UPLOAD = "/gradio_api/upload"


class LimitedInbound:
    """Refuses uploads, and messages that are too long or do not say how long they are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, or refuse it."""
        refusal = _refusal(scope) if scope["type"] == "http" else None
        await (self._app if refusal is None else PlainTextResponse("", refusal))(scope, receive, send)


def _refusal(scope: Scope) -> int | None:
    """The status to refuse a request with; None where it may come in."""
    if scope["method"] not in ("POST", "PUT", "PATCH"):
        return None
    if scope["path"].rstrip("/").endswith(_UPLOAD):
        return 403
    headers = dict(scope["headers"])
    if b"transfer-encoding" in headers:
        return 411
    length = headers.get(b"content-length", b"0")
    return None if length.isdigit() and int(length) <= MOST_BYTES else 413
