"""The staff's part of 政策库 in a real Chromium: opened by the token, files stored, found, removed, locked again."""

import os
from pathlib import Path

import pytest

from mingbai.settings import Settings
from tests.importing.made import write
from tests.web.visits import ON_FAKE, ON_REAL, PHONE, WIDE

pytestmark = pytest.mark.browser
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


@ON_FAKE
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


@ON_FAKE
def test_a_wrong_token_is_answered_kindly(visit_at):
    visit = visit_at()
    tab = visit.open_tab("政策库")
    open_door(tab, "不是口令")
    tab.get_by_role("alert").filter(has_text="口令不对").wait_for()
    assert tab.get_by_label("工作人员口令").input_value() == ""
    assert tab.locator("input[type=file]").count() == 0


RUN = "window.mbRan = true"
HOSTILE = [
    f"沧浪渔民名册<script>{RUN}</script><img src=x onerror='{RUN}'>",
    f"第一条 沧浪渔民凭<img src=x onerror='{RUN}'>红皮名册报销,<script>{RUN}</script>",
    f"[详见](javascript:{RUN})。<a href='javascript:{RUN}'>名册</a><svg onload='{RUN}'></svg>",
    [["医院", "比例"], [f"<iframe srcdoc='<script>{RUN}</script>'>", "66.5%"]],
]


@ON_REAL
def test_markup_in_a_document_and_in_its_name_is_text_wherever_it_is_shown(visit_at, tmp_path: Path):
    visit = visit_at()
    tab = visit.open_tab("政策库")
    open_door(tab, token())
    file = write(tmp_path, f"<img src=x onerror='{RUN}'>名册.txt", HOSTILE)
    tab.locator("input[type=file]").set_input_files(str(file))
    preview = tab.locator(".mb-preview")
    preview.locator("summary").click()
    for told in ("<script>", "<img src=x", "](javascript:", "<svg onload"):
        assert told in preview.inner_text(), told
    assert nothing_ran(visit)
    tab.get_by_role("button", name="存进政策库").click()
    tab.locator(".mb-good", has_text="存好了 1 份").wait_for(timeout=60_000)
    assert "<img src=x onerror=" in tab.locator(".mb-stored li", has_text="名册").inner_text()
    tab.locator(".mb-pick", has_text="<img src=x onerror=").wait_for()
    assert nothing_ran(visit)
    tab.get_by_label("在全部条款里找").fill("沧浪渔民红皮名册报销")
    hit = tab.locator(".mb-hit", has_text="红皮名册").first
    hit.wait_for(timeout=60_000)
    assert "<img" in hit.inner_text()
    hit.click()
    tab.locator(".mb-leaf", has_text="红皮名册").wait_for()
    assert nothing_ran(visit)

    visit.open_tab("问报销")
    visit.ask("沧浪渔民凭红皮名册怎么报销?")
    chip = visit.page.locator(".mb-answer .mb-chip").first
    chip.wait_for(timeout=60_000)
    chip.click()
    sheet = visit.page.locator(".mb-sheet:popover-open")
    assert "<script>" in sheet.inner_text()
    assert nothing_ran(visit)


def nothing_ran(visit: object) -> bool:
    """Whether no markup of a document became part of the page."""
    made = visit.page.locator("main :is(img, iframe, script, svg[onload], a[href^='javascript'], [onerror])")
    return made.count() == 0 and visit.page.evaluate("window.mbRan === undefined")
