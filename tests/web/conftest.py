import os
import re
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.web.visits import COMMANDS, FLAGS, ROOT, WIDE, Visit, chromium


@pytest.fixture(scope="session")
def running_as_here() -> dict[str, str]:
    """The environment with which another Python process finds the same packages as this one."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONIOENCODING": "utf-8"}


@pytest.fixture(scope="package")
def browser() -> Iterator[object]:
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def address(request, running_as_here) -> Iterator[str]:
    chromium()
    command = [sys.executable, *COMMANDS[request.param]]
    env = running_as_here | {"MINGBAI_PORT": "0"}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, encoding="utf-8") as server:
        try:
            found = re.search(r"http://\S+/", server.stdout.readline())
            assert found, "the page did not say its address"
            yield found.group()
        finally:
            server.terminate()


@pytest.fixture
def visit_at(browser, address) -> Iterator[object]:
    visits = []

    def open_page(viewport: dict[str, int] = WIDE) -> Visit:
        page = browser.new_context(viewport=viewport, locale="zh-CN").new_page()
        visit = Visit(page)
        page.on("request", lambda asked: visit.requests.append(asked.url))
        page.on("console", lambda said: visit.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        page.goto(address)
        page.locator(".mb-example").first.wait_for()
        visits.append(visit)
        return visit

    yield open_page
    for visit in visits:
        visit.page.context.close()
        hosts = {urlsplit(url).hostname for url in visit.requests if url.startswith(("http", "ws"))}
        assert hosts == {"127.0.0.1"}
        assert visit.complaints == []
