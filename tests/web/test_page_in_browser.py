"""The main job in a real Chromium: on the fake assistant, and on the real one as `python app.py` opens it."""

import re

import pytest

from tests.web.visits import MARKUP, ON_BOTH, ON_FAKE, PHONE

pytestmark = pytest.mark.browser

WITHOUT_LEVEL = "我交的是重庆居民医保二档,住院花了3万,能报多少?"


@ON_BOTH
def test_main_job_question_choice_amount_statement_clause_and_a_fresh_start(visit_at):
    visit = visit_at()
    page = visit.page
    page.locator("html[lang=zh-CN]").wait_for(state="attached")
    visit.ask(WITHOUT_LEVEL)
    page.get_by_role("button", name="三级", exact=True).click()

    # (30000 - 800) x 45% = 13140
    visit.says(".mb-amount", "13,140.00")
    visit.says(".mb-prose", "13,140.00")
    assert page.get_by_role("img", name=re.compile("谁付多少.*医保基金 13,140.00元，占 43.8%")).is_visible()
    assert "30,000.00" in page.locator(".mb-lines tfoot").inner_text()

    page.locator(".mb-lines .mb-chip").first.click()
    sheet = page.locator(".mb-sheet:popover-open")
    assert "在原文的位置" in sheet.inner_text()
    assert ".txt" in sheet.inner_text()
    page.keyboard.press("Escape")
    assert sheet.count() == 0

    page.get_by_role("button", name="新对话").click()
    page.locator(".mb-welcome").wait_for()
    assert "13,140.00" not in page.content()
    assert WITHOUT_LEVEL not in page.content()


@ON_BOTH
def test_on_a_phone_nothing_runs_off_the_side_and_the_box_stays_in_reach(visit_at):
    visit = visit_at(PHONE)
    assert visit.has_no_sideways_scroll()
    visit.ask(WITHOUT_LEVEL)
    visit.page.get_by_role("button", name="三级", exact=True).click()
    visit.says(".mb-amount", "13,140.00")
    assert visit.has_no_sideways_scroll()
    box = visit.page.get_by_label("您的问题").bounding_box()
    assert box["y"] + box["height"] <= PHONE["height"]
    visit.page.locator(".mb-lines .mb-chip").first.click()
    assert visit.page.locator(".mb-sheet:popover-open").bounding_box()["width"] <= PHONE["width"]
    assert visit.has_no_sideways_scroll()


@ON_BOTH
def test_markup_in_a_question_is_text(visit_at):
    visit = visit_at()
    visit.ask(MARKUP)
    visit.says(".mb-asked p", MARKUP)
    visit.page.locator('.mb-talk[aria-busy="false"]').wait_for()
    assert visit.page.locator(".mb-talk img").count() == 0


# A slow machine may show a growing answer for less time than a poll takes: the page itself watches.
_REMEMBER_GROWING = """() => {
    window.cardsWhileGrowing = [];
    new MutationObserver(() => {
        const growing = document.querySelector(".mb-growing");
        if (growing && growing.textContent.includes("重庆"))
            window.cardsWhileGrowing.push(document.querySelectorAll(".mb-card").length);
    }).observe(document.body, {subtree: true, childList: true, characterData: true});
}"""


@ON_FAKE
def test_an_answer_streams(visit_at):
    visit = visit_at()
    visit.page.evaluate(_REMEMBER_GROWING)
    visit.ask("重庆二档三级医院住院3万")
    visit.says(".mb-amount", "13,140.00")
    cards_meanwhile = visit.page.evaluate("window.cardsWhileGrowing")
    assert cards_meanwhile  # part of the text was there before the whole
    assert set(cards_meanwhile) == {0}


@ON_FAKE
def test_a_fresh_start_in_the_middle_of_an_answer_leaves_nothing(visit_at):
    visit = visit_at()
    visit.ask("重庆二档三级医院住院3万")
    visit.page.locator(".mb-growing").wait_for()
    visit.page.get_by_role("button", name="新对话").click()
    visit.page.locator(".mb-welcome").wait_for()
    visit.page.wait_for_timeout(1000)
    assert visit.page.locator(".mb-turn").count() == 0
    visit.ask("住院3万")
    visit.page.get_by_role("button", name="三级", exact=True).wait_for()
    assert visit.page.locator(".mb-turn").count() == 1


@ON_FAKE
def test_a_double_click_asks_once(visit_at):
    visit = visit_at()
    visit.page.get_by_label("您的问题").fill("重庆二档三级医院住院3万")
    visit.page.get_by_role("button", name="发送").dblclick()
    visit.says(".mb-amount", "13,140.00")
    assert visit.page.locator(".mb-turn").count() == 1


@ON_FAKE
def test_a_question_asked_meanwhile_is_the_one_answered(visit_at):
    visit = visit_at()
    visit.ask("重庆二档三级医院住院3万")
    visit.page.locator(".mb-growing").wait_for()
    visit.ask("北京职工2万")
    visit.says(".mb-amount", "13,500.00")
    visit.page.wait_for_timeout(500)
    assert visit.page.locator(".mb-turn").count() == 2
    assert visit.page.locator(".mb-card").count() == 1


@ON_FAKE
def test_a_clause_opens_and_closes_by_keyboard(visit_at):
    visit = visit_at()
    visit.page.get_by_role("button", name="我交的是重庆居民医保二档").click()
    chip = visit.page.get_by_role("button", name="查看条款：住院报销").first
    chip.focus()
    visit.page.keyboard.press("Enter")
    visit.page.get_by_role("dialog", name="住院报销").wait_for()
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    assert visit.page.locator(".mb-sheet:popover-open").count() == 0


@ON_FAKE
def test_two_people_do_not_see_each_other(visit_at):
    first, second = visit_at(), visit_at()
    first.ask("重庆二档三级医院住院3万")
    first.says(".mb-amount", "13,140.00")
    second.ask("北京职工2万")
    second.says(".mb-amount", "13,500.00")
    assert "北京职工2万" not in first.page.content()
    assert "13,140.00" not in second.page.content()


@ON_FAKE
def test_a_question_can_be_changed(visit_at):
    visit = visit_at()
    visit.ask("住院3万")
    visit.page.get_by_role("button", name="改一改再问").click()
    visit.page.locator(".mb-welcome").wait_for()
    assert visit.page.get_by_label("您的问题").input_value() == "住院3万"


@ON_FAKE
def test_a_long_question_is_handed_back_whole(visit_at):
    visit = visit_at()
    visit.ask("字" * 501)
    visit.says(".mb-notice", "501 个字")
    assert visit.page.get_by_label("您的问题").input_value() == "字" * 501
    assert visit.page.locator(".mb-turn").count() == 0


@ON_FAKE
def test_a_failure_is_an_apology_with_a_second_try(visit_at):
    visit = visit_at()
    visit.ask("坏了")
    visit.says(".mb-failed", "再试一次")
    visit.page.get_by_role("button", name="再试一次").click()
    visit.says(".mb-failed", "再试一次")
    assert visit.page.locator(".mb-turn").count() == 1


@ON_FAKE
def test_loading_the_page_anew_leaves_nothing(visit_at):
    visit = visit_at()
    visit.ask("重庆二档三级医院住院3万")
    visit.says(".mb-amount", "13,140.00")
    visit.page.reload()
    visit.page.locator(".mb-welcome").wait_for()
    assert visit.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
