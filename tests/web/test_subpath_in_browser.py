"""The page behind a proxy that shows it under a path, in a real Chromium: each tab does its job there."""

from urllib.parse import urlsplit

import pytest

from tests.web.proxy import under_path
from tests.web.visits import COMMANDS, TABS, WIDE, Visit, chromium, serving

pytestmark = pytest.mark.browser

PATH = "/bureau/mingbai"


@pytest.fixture
def visit(browser, running_as_here, tmp_path):
    chromium()
    store = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    environment = running_as_here | {"MINGBAI_PORT": "0", "MINGBAI_STORE": store, "MINGBAI_ROOT_PATH": PATH}
    with serving(COMMANDS["fake"], environment) as (_, said):
        assert urlsplit(said).path.rstrip("/") == PATH
        with under_path(PATH, f"http://{urlsplit(said).netloc}") as address:
            page = browser.new_context(viewport=WIDE, locale="zh-CN").new_page()
            visit = Visit(page)
            page.on("request", lambda asked: visit.requests.append(asked.url))
            page.on("response", lambda got: visit.complaints.append(got.url) if got.status >= 400 else None)
            page.on("pageerror", lambda error: visit.complaints.append(str(error)))
            page.goto(address)
            page.locator(".mb-example").first.wait_for()
            yield visit
            page.context.close()


def test_every_tab_works_under_a_path_and_nothing_is_asked_for_outside_it(visit):
    visit.ask("重庆二档三级医院住院3万")
    visit.says(".mb-amount", "13,140.00")
    tab = visit.open_tab("算一算")
    tab.locator(".mb-pick", has_text="重庆居民医保").first.click()
    tab.get_by_label("目录内费用").first.wait_for()
    tab = visit.open_tab("办事材料")
    tab.locator(".mb-pick", has_text="大病医疗费报销").click()
    tab.locator(".mb-checklist").wait_for()
    tab = visit.open_tab("政策库")
    tab.get_by_role("button", name="语料体检").click()
    tab.locator(".mb-good").wait_for()
    for name in TABS:
        visit.open_tab(name)
    paths = {urlsplit(url).path for url in visit.requests if url.startswith(("http", "ws"))}
    assert {path for path in paths if not path.startswith(PATH + "/")} == set()
    assert visit.complaints == []
