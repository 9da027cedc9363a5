"""The main job of each tab with the keyboard alone, in a real Chromium."""

import pytest

from tests.web.visits import ON_FAKE, TABS

pytestmark = [pytest.mark.browser, ON_FAKE]

MOST_STEPS = 120


def tab_to(page, selector):
    """Press Tab until something that fits the selector has the focus."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"no step with the Tab key leads to {selector}")


def go_to(visit, name):
    tab_to(visit.page, f".mb-tabs [data-tab={TABS[name]}]")
    visit.page.keyboard.press("Enter")
    tab = visit.page.locator(f"#mb-tab-{TABS[name]}")
    tab.wait_for()
    return tab


def test_a_question_is_asked_a_choice_made_and_a_clause_read(visit_at):
    visit = visit_at()
    page = visit.page
    tab_to(page, ".mb-box textarea")
    page.keyboard.type("住院3万")
    page.keyboard.press("Enter")
    page.locator(".mb-choice").first.wait_for()
    tab_to(page, ".mb-choice[data-say='三级']")
    page.keyboard.press("Enter")
    visit.says(".mb-amount", "13,140.00")
    tab_to(page, ".mb-lines .mb-chip")
    page.keyboard.press("Enter")
    page.locator(".mb-sheet:popover-open").wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".mb-sheet:popover-open").count() == 0


def test_a_sum_is_done(visit_at):
    visit = visit_at()
    tab = go_to(visit, "算一算")
    keys = visit.page.keyboard
    tab_to(visit.page, "#mb-tab-calculator .mb-search")
    keys.type("重庆居民")
    tab_to(visit.page, "#mb-tab-calculator .mb-pick")
    keys.press("Enter")
    tab.locator("input[name=cost]").wait_for()
    tab_to(visit.page, "#mb-tab-calculator input[name=plan]")
    keys.press("Space")
    tab_to(visit.page, "#mb-tab-calculator input[name=hospital_level]")
    keys.press("Space")
    tab_to(visit.page, "#mb-tab-calculator input[name=cost]")
    keys.type("30000")
    tab.locator(".mb-amount").wait_for()


def test_a_checklist_is_ticked(visit_at):
    visit = visit_at()
    tab = go_to(visit, "办事材料")
    tab_to(visit.page, "#mb-tab-counter .mb-pick")
    visit.page.keyboard.press("Enter")
    tab.locator(".mb-tick").first.wait_for()
    tab_to(visit.page, "#mb-tab-counter input[name=brought]")
    visit.page.keyboard.press("Space")
    tab.locator("input[name=brought]:checked").wait_for()


def test_a_clause_is_opened_in_the_library(visit_at):
    visit = visit_at()
    tab = go_to(visit, "政策库")
    tab_to(visit.page, "#mb-tab-policies .mb-pick")
    visit.page.keyboard.press("Enter")
    tab.locator(".mb-entry").first.wait_for()
    tab_to(visit.page, "#mb-tab-policies .mb-entry")
    visit.page.keyboard.press("Enter")
    tab.locator(".mb-leaf").wait_for()


def test_the_keyboard_goes_on_from_what_a_button_brought(visit_at):
    visit = visit_at()
    page = visit.page
    page.locator(".mb-example").first.focus()
    page.keyboard.press("Enter")
    visit.says(".mb-amount", "13,140.00")
    page.wait_for_function("document.activeElement.textContent === '明白答：'")
    focused = "head => document.activeElement.matches('h2') && document.activeElement.innerText.startsWith(head)"
    for name, head in (("算一算", "休宁居民医保"), ("办事材料", "申请定点医疗机构资格"), ("政策库", "休宁县居民医保")):
        tab = visit.open_tab(name)
        tab.locator(".mb-pick", has_text=head).first.focus()
        page.keyboard.press("Enter")
        page.wait_for_function(focused, arg=head)


def test_the_looks_and_the_language_are_switched(visit_at):
    page = visit_at().page
    for look, css in (("elder", "mb-elder"), ("dark", "dark"), ("english", "mb-english")):
        tab_to(page, f"[data-look={look}]")
        page.keyboard.press("Enter")
        assert css in page.evaluate("[...document.documentElement.classList]")
