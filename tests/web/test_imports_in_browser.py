"""The staff's part of 政策库 in a real Chromium: opened by the token, files stored, found, removed, locked again."""

import os
from pathlib import Path

import pytest

from mingbai.settings import Settings
from tests.importing.made import write
from tests.web.visits import ON_FAKE, PHONE, WIDE

pytestmark = [pytest.mark.browser, ON_FAKE]
LINES = [
    "云梦泽渔民医保须知",
    "第一条 渔民上岸就医,应当携带船员证原件。",
    "第二条 比例如下:",
    [["医院", "比例"], ["一级", "77.5%"]],
]


def token() -> str:
    return (Settings().cache / "staff-token").read_text(encoding="utf-8")


def open_door(tab: object, given: str) -> None:
    box = tab.get_by_label("工作人员口令")
    box.fill(given)
    box.press("Enter")


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_document_is_uploaded_looked_through_found_and_removed(visit_at, tmp_path: Path, viewport):
    visit = visit_at(viewport)
    tab = visit.open_tab("政策库")
    title = f"云梦泽渔民医保须知{os.getpid()}{viewport['width']}"
    files = [
        write(tmp_path, f"{title}.docx", [title, *LINES[1:]]),
        write(tmp_path, "扫描.txt", [" "]),
    ]
    assert tab.locator("input[type=file]").count() == 0
    open_door(tab, token())
    tab.locator("input[type=file]").set_input_files([str(file) for file in files])
    tab.locator(".mb-imports .mb-notice", has_text="没有文字").wait_for()
    preview = tab.locator(".mb-preview", has_text=title)
    preview.locator("summary").click()
    assert "77.5%" in preview.locator("table").inner_text()

    tab.get_by_role("button", name="存进政策库").click()
    tab.locator(".mb-good", has_text="存好了 1 份").wait_for(timeout=60_000)
    tab.locator(".mb-pick", has_text=title).wait_for()
    tab.get_by_label("在全部条款里找").fill(f"{title} 渔民上岸就医")
    hit = tab.locator(".mb-hit", has_text=title).filter(has_text="船员证")
    hit.click()
    tab.locator(".mb-leaf", has_text="应当携带船员证原件").wait_for()
    assert visit.has_no_sideways_scroll()

    stored = tab.locator(".mb-stored li", has_text=title)
    stored.locator("summary").click()
    stored.get_by_role("button", name="确定删除").click()
    tab.locator(".mb-good", has_text="删掉了").wait_for(timeout=60_000)
    tab.get_by_text("这份文件已经不在了").wait_for()

    tab.get_by_role("button", name="退出").click()
    tab.get_by_label("工作人员口令").wait_for()
    assert tab.locator(".mb-imports").count() == 0


def test_a_wrong_token_is_answered_kindly(visit_at):
    visit = visit_at()
    tab = visit.open_tab("政策库")
    open_door(tab, "不是口令")
    tab.get_by_role("alert").filter(has_text="口令不对").wait_for()
    assert tab.get_by_label("工作人员口令").input_value() == ""
    assert tab.locator("input[type=file]").count() == 0
