"""`mingbai serve`: the page."""

from __future__ import annotations

from typing import Annotated

import typer

from mingbai.cli.console import fail, read_settings


def serve(
    host: Annotated[str | None, typer.Option(help="监听地址,默认 127.0.0.1")] = None,
    port: Annotated[int | None, typer.Option(help="端口,默认 7860")] = None,
) -> None:
    """打开问答页面。"""
    from mingbai.web import serve as serve_page
    from mingbai.web.serving import CannotListenError

    settings = read_settings()
    try:
        serve_page(settings, host or settings.host, settings.port if port is None else port)
    except CannotListenError as error:
        fail(str(error))
