"""Runs the main job with every door to the network watched: `python -m tests.outside_calls`.

Each attempt to look up or reach another host is refused; the last line printed is the list of them as JSON. An audit
hook sees what any Python code does with sockets, however it came by them.
"""

import ipaddress
import json
import sys
from typing import Any

_WATCHED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto")
ATTEMPTS: list[str] = []


class OutsideCallError(OSError):
    """Somebody tried to leave this machine."""


def watch() -> None:
    """Refuse and note every outside call from here on; it cannot be undone."""
    sys.addaudithook(_refuse_outside)


def _refuse_outside(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in _WATCHED:
        return
    address = arguments[0] if event.startswith("socket.get") else arguments[1]
    host = address[0] if isinstance(address, tuple) else address
    is_path = not (isinstance(address, tuple) or event.startswith("socket.get"))  # of a socket of this machine
    if not is_path and not _is_here(host):
        ATTEMPTS.append(f"{event} {host}")
        raise OutsideCallError(ATTEMPTS[-1])


def _is_here(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(name.split("%")[0]).is_loopback
    except ValueError:
        return False


def _main_job() -> None:
    from mingbai.assistant.assistant import Assistant
    from mingbai.assistant.reply import ChatTurn

    assistant = Assistant.from_settings()
    assistant.warm()
    for question in ("重庆居民医保二档,三甲医院住院花了3万,能报多少", "北京大病统筹,出院以后多久内要去报"):
        reply = assistant.reply([ChatTurn(role="user", text=question)])
        assert reply.citations, question
    _open_page(assistant)


def _open_page(assistant: Any) -> None:
    from starlette.testclient import TestClient

    from mingbai.settings import Settings
    from mingbai.web.page import build_page
    from mingbai.web.serving import app_for
    from mingbai.web.staff.door import StaffDoor

    page = build_page(assistant, assistant.toolbox, Settings(), StaffDoor("token"))
    with TestClient(app_for(page)) as browser:
        assert browser.get("/").status_code == 200
        assert browser.get("/config").status_code == 200


if __name__ == "__main__":
    watch()
    _main_job()
    sys.stdout.write(json.dumps(ATTEMPTS) + "\n")
