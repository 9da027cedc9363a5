"""A thumb with a reason from a resident's browser, and the staff who read it, in a real Chromium."""

import csv
from io import StringIO
from pathlib import Path
from time import sleep
from uuid import uuid4

import pytest

from mingbai.settings import Settings
from tests.web.visits import MARKUP, ON_FAKE, PHONE

pytestmark = [pytest.mark.browser, ON_FAKE]


def ask(visit, question="重庆二档三级医院住院3万"):
    visit.ask(question)
    visit.says(".mb-amount", "13,140.00")
    return visit.page.locator(".mb-talk .mb-opinion").last


def complain(visit, own_words, reason="数不对", question="重庆二档三级医院住院3万"):
    strip = ask(visit, question)
    strip.get_by_role("button", name="没用").click()
    strip.get_by_role("button", name=reason).click()
    strip.locator("[data-reason][aria-pressed=true]", has_text=reason).wait_for()
    strip.get_by_role("textbox").fill(own_words)
    strip.get_by_role("button", name="交上去").click()
    return strip


def staff_room(visit):
    visit.page.get_by_role("link", name="工作人员").click()
    room = visit.page.locator("#mb-tab-staff")
    room.get_by_label("工作人员口令").fill((Settings().cache / "staff-token").read_text())
    room.get_by_role("button", name="进入").click()
    room.get_by_role("button", name="刷新").wait_for()
    return room


def test_what_a_resident_sends_the_staff_read_and_take_home(visit_at):
    mark = uuid4().hex[:8]
    resident, clerk = visit_at(), visit_at(PHONE)
    strip = complain(resident, f"={mark},打13812345678", question=f"重庆二档三级医院住院3万,编号{mark}")
    resident.says(".mb-thumbs small", "已存")
    resident.page.wait_for_function(f"document.querySelector('.mb-reasons input').value === '={mark},打[手机号]'")
    assert strip.get_by_role("button", name="没用").get_attribute("aria-pressed") == "true"

    room = staff_room(clerk)
    room.get_by_role("radio", name="没用").check()
    item = room.locator(".mb-opinions li", has_text=mark).first
    item.wait_for()
    for told in ("没用", "数不对", "[手机号]", "重庆居民医保", "语料版本"):
        assert told in item.inner_text()
    assert clerk.has_no_sideways_scroll()
    room.get_by_role("radio", name="有用").check()
    item.wait_for(state="detached")

    room.get_by_role("radio", name="没用").check()
    item.wait_for()
    with clerk.page.expect_download() as coming:
        room.get_by_role("button", name="下载表格").click()
    text = Path(coming.value.path()).read_bytes().decode("utf-8-sig")
    (row,) = [row for row in csv.DictReader(StringIO(text)) if mark in row["原话"]]
    assert (row["评价"], row["原因"], row["原话"]) == ("没用", "数不对", f"'={mark},打[手机号]")
    assert row["问题"] == f"重庆二档三级医院住院3万,编号{mark}"
    assert row["条款"] == "chongqing-resident-2013#inpatient chongqing-resident-2013#deductible"

    room.get_by_role("button", name="退出").click()
    room.get_by_label("工作人员口令").wait_for()
    assert mark not in clerk.page.content()


def test_of_two_choices_made_at_once_the_staff_see_the_last(visit_at):
    mark = uuid4().hex[:8]
    resident, clerk = visit_at(), visit_at()
    complain(resident, mark)
    resident.says(".mb-thumbs small", "已存")
    room = staff_room(clerk)
    item = room.locator(".mb-opinions li", has_text=mark)
    item.wait_for()
    clerk.page.route("**/queue/join*", lambda route: (sleep(0.5), route.continue_()))
    for thumb in ("没用", "有用"):
        room.get_by_role("radio", name=thumb).check()
    item.wait_for(state="detached")


def test_a_changed_mind_replaces_and_the_same_thumb_takes_back(visit_at):
    mark = uuid4().hex[:8]
    visit = visit_at()
    strip = complain(visit, mark)
    visit.says(".mb-thumbs small", "已存")
    strip.get_by_role("button", name="有用").click()
    visit.page.locator(".mb-talk .mb-reasons").wait_for(state="detached")
    strip.get_by_role("button", name="有用").click()
    visit.says(".mb-thumbs small", "已撤回")
    room = staff_room(visit_at())
    room.locator(".mb-count[role=status]").wait_for()
    assert mark not in room.inner_text()


def test_the_staff_read_a_follow_up_with_what_was_asked_before_and_delete_it(visit_at):
    mark = uuid4().hex[:8]
    resident, clerk = visit_at(), visit_at()
    ask(resident, f"重庆二档三级医院住院3万,电话13812345678,编号{mark}")
    resident.ask("那三级呢")
    strip = resident.page.locator(".mb-talk .mb-opinion").nth(1)
    strip.wait_for()
    strip.get_by_role("button", name="没用").click()
    resident.says(".mb-thumbs small", "已存")
    room = staff_room(clerk)
    item = room.locator(".mb-opinions li", has_text=mark)
    item.wait_for()
    assert f"前面问过：重庆二档三级医院住院3万,电话[手机号],编号{mark}" in item.inner_text()
    item.get_by_text("删除这条").click()
    item.get_by_role("button", name="确定删除").click()
    item.wait_for(state="detached")
    room.get_by_role("button", name="刷新").click()
    room.locator(".mb-count[role=status]").wait_for()
    assert mark not in room.inner_text()


def test_a_thumb_stays_while_the_next_answer_grows(visit_at):
    visit = visit_at()
    complain(visit, "还没说完")
    visit.says(".mb-thumbs small", "已存")
    visit.ask("北京职工2万")
    visit.page.locator(".mb-growing").wait_for()
    assert visit.page.locator(".mb-talk [data-thumb=useless][aria-pressed=true]").count() == 1
    visit.says(".mb-amount", "13,500.00")
    assert visit.page.locator(".mb-talk [data-reason=figure][aria-pressed=true]").count() == 1
    assert visit.page.locator(".mb-talk .mb-reasons input").input_value() == "还没说完"


def test_words_not_yet_sent_stay_in_the_box_and_enter_sends_them(visit_at):
    visit = visit_at()
    strip = ask(visit)
    strip.get_by_role("button", name="没用").press("Enter")
    box = strip.get_by_role("textbox")
    box.fill("写到一半")
    strip.get_by_role("button", name="太长").click()
    strip.locator("[data-reason=long][aria-pressed=true]").wait_for()
    assert box.input_value() == "写到一半"
    box.press("Enter")
    visit.page.wait_for_function("document.querySelector('.mb-reasons input').defaultValue === '写到一半'")
    assert box.evaluate("node => node === document.activeElement")


def test_a_fresh_start_leaves_nothing_of_what_was_said(visit_at):
    mark = uuid4().hex[:8]
    visit = visit_at()
    complain(visit, mark)
    visit.page.wait_for_function("document.querySelector('.mb-reasons input').defaultValue !== ''")
    visit.page.get_by_role("button", name="新对话").click()
    visit.page.locator(".mb-welcome").wait_for()
    visit.page.wait_for_function("document.querySelectorAll('.mb-opinion').length === 0")
    assert mark not in visit.page.content()


def test_on_a_phone_the_reasons_fit_and_markup_is_text(visit_at):
    visit = visit_at(PHONE)
    complain(visit, MARKUP, reason="别的")
    visit.says(".mb-thumbs small", "已存")
    assert visit.has_no_sideways_scroll()
    room = staff_room(visit_at(PHONE))
    room.locator(".mb-opinions", has_text="onerror").wait_for()
    assert room.locator("img").count() == 0


def test_without_the_token_nothing_of_it_reaches_the_browser(visit_at):
    mark = uuid4().hex[:8]
    complain(visit_at(), mark)
    other = visit_at()
    other.page.get_by_role("link", name="工作人员").click()
    room = other.page.locator("#mb-tab-staff")
    room.get_by_label("工作人员口令").fill("guess")
    room.get_by_role("button", name="进入").click()
    room.get_by_role("alert").wait_for()
    assert mark not in other.page.content()
    assert not room.get_by_role("button", name="下载表格").is_visible()


def test_back_reload_and_a_second_tab_show_nothing_of_the_last_person(visit_at):
    visit = visit_at()
    ask(visit)
    page = visit.page
    visit.open_tab("政策库")
    visit.open_tab("问报销")
    page.get_by_role("button", name="新对话").click()
    page.locator(".mb-welcome").wait_for()
    for _ in range(2):
        page.go_back()
        assert "13,140.00" not in page.content()
    second = page.context.new_page()
    second.goto(page.url)
    second.locator(".mb-welcome").wait_for(state="attached")
    page.reload()
    page.locator(".mb-welcome").wait_for(state="attached")
    for one in (page, second):
        assert "13,140.00" not in one.content()
        assert one.get_by_label("您的问题").input_value() == ""
