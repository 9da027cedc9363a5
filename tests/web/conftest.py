import os
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from eval.benchmark_browser import FLAGS
from tests.web.visits import COMMANDS, WIDE, Visit, chromium, serving


@pytest.fixture(scope="session")
def running_as_here() -> dict[str, str]:
    """The environment with which another Python process finds the same packages as this one."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONIOENCODING": "utf-8"}


@pytest.fixture(scope="module")  # no longer: Playwright keeps an event loop running in this thread, which others want
def browser() -> Iterator[object]:
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def store(tmp_path_factory) -> str:
    """The address of the database that the pages keep quizzes and opinions in."""
    return f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.sqlite3'}"


@pytest.fixture(scope="session")
def address(request, running_as_here, store, tmp_path_factory) -> Iterator[str]:
    chromium()
    own = {"MINGBAI_PORT": "0", "MINGBAI_STORE": store, "MINGBAI_IMPORTS": str(tmp_path_factory.mktemp("imports"))}
    with serving(COMMANDS[request.param], running_as_here | own) as (_, found):
        yield found


@pytest.fixture(scope="session")
def shots(tmp_path_factory) -> Path:
    """Where pictures of the page are put: `MINGBAI_SHOTS`, else a temporary folder."""
    folder = Path(os.environ.get("MINGBAI_SHOTS") or tmp_path_factory.mktemp("shots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


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
