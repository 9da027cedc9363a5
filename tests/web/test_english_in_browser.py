"""The switch between Chinese and English interface words, in a real Chromium."""

import pytest

from tests.web.visits import ON_FAKE, PHONE, TABS

pytestmark = [pytest.mark.browser, ON_FAKE]

QUESTION = "重庆二档三级医院住院3万"
# What people see and what screen readers are told, in order, with its language.
ALL_WORDS = """() => {
    const found = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.nodeType === Node.TEXT_NODE) found.push(node.parentElement.matches("script, style") ? "" : node.data);
        else for (const name of ["aria-label", "placeholder", "title", "lang"]) found.push(node.getAttribute(name));
    }
    return found;
}"""


def switch(visit):
    visit.look("english")


def language_of(locator):
    return locator.evaluate("node => node.closest('[lang]').lang")


def test_interface_words_change_and_what_policies_and_answers_say_does_not(visit_at):
    visit = visit_at()
    page = visit.page
    visit.ask(QUESTION)
    visit.says(".mb-amount", "13,140.00")
    switch(visit)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title().startswith("Mingbai")
    for name in ("Ask", "Calculate", "Paperwork", "Policies", "Quiz"):
        assert page.get_by_role("link", name=name, exact=True).count() == 1, name
    assert page.get_by_role("button", name="Send").is_visible()
    assert page.get_by_label("Your question").get_attribute("placeholder") == "Which insurance? What was the bill?"
    assert page.get_by_role("region", name="Statement").is_visible()
    assert "Reimbursed" in page.locator(".mb-amount-label").inner_text()
    assert page.locator(".mb-asked p").inner_text() == QUESTION
    answer = page.locator(".mb-answer .mb-prose").first
    assert "能报 13,140.00元" in answer.inner_text()
    assert [language_of(one) for one in (answer.locator("p"), page.locator(".mb-amount-label"))] == ["zh-CN", "en"]
    page.get_by_role("button", name="Open clause: 住院报销").first.click()
    assert "Where the original says so" in page.locator(".mb-sheet:popover-open").inner_text()


def test_what_comes_later_is_english_too_and_the_choice_is_kept_by_the_browser(visit_at):
    visit = visit_at()
    page = visit.page
    switch(visit)
    page.reload()
    page.locator(".mb-welcome h2", has_text="Medical insurance, made clear").wait_for()
    assert page.locator("[data-look=english]").inner_text() == "中文"
    page.get_by_label("Your question").fill("住院3万")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Tap to answer").wait_for()
    page.get_by_role("button", name="三级", exact=True).click()
    visit.says(".mb-amount", "13,140.00")
    assert page.get_by_role("columnheader", name="How it is computed").is_visible()
    page.get_by_role("link", name="Policies", exact=True).click()
    tab = page.locator("#mb-tab-policies")
    tab.get_by_role("button", name="Corpus health").click()
    tab.locator(".mb-good", has_text="hand-worked cases agree").wait_for()
    assert (
        tab.get_by_role("columnheader", name="In doubt").count() + tab.get_by_role("columnheader", name="Lost").count()
    )


def test_switching_back_leaves_every_word_as_it_was(visit_at):
    visit = visit_at()
    visit.ask(QUESTION)
    visit.says(".mb-amount", "13,140.00")
    for name in TABS:
        tab = visit.open_tab(name)
        tab.locator(".mb-live:not([aria-busy=true])").or_(tab.locator(".mb-talk")).first.wait_for()
    visit.page.locator("#mb-tab-quiz .mb-quiz-go").first.wait_for()
    before = visit.page.evaluate(ALL_WORDS)
    switch(visit)
    english = visit.page.evaluate(ALL_WORDS)
    assert sum(one != other for one, other in zip(before, english, strict=True)) > 100
    switch(visit)
    assert visit.page.evaluate(ALL_WORDS) == before


def test_a_copied_note_says_so_in_the_language_of_the_moment(visit_at):
    visit = visit_at()
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.ask(QUESTION)
    visit.says(".mb-amount", "13,140.00")
    switch(visit)
    visit.page.get_by_role("button", name="Copy", exact=True).click()
    visit.page.get_by_role("button", name="Copied", exact=True).wait_for()
    switch(visit)
    visit.page.get_by_role("button", name="复制", exact=True).wait_for()


def test_on_a_phone_no_tab_runs_off_the_side_in_english(visit_at):
    visit = visit_at(PHONE)
    switch(visit)
    for _ in ("as it is", "for older eyes"):
        for tab in TABS.values():
            visit.page.locator(f"[data-tab={tab}]").first.click()
            assert visit.has_no_sideways_scroll(), tab
        visit.look("elder")


def test_fields_choices_amounts_and_tags_are_english_too(visit_at):
    visit = visit_at()
    page = visit.page
    switch(visit)
    tab = open_by_hash(page, "calculator")
    tab.locator(".mb-pick", has_text="重庆居民医保").click()
    tab.get_by_text("Still needed for the sum: Bill within the catalogue, Level of hospital, Plan").wait_for()
    further = tab.locator(".mb-further summary")
    assert further.inner_text().startswith("You can also say: Filing, approval or referral, Major disease of a child")
    tab.get_by_role("radio", name="Level 3").check()
    tab.get_by_role("radio", name="Plan 2").check()
    tab.get_by_label("Bill within the catalogue").first.fill("3万")
    tab.locator(".mb-amount", has_text="13,140.00").wait_for()
    # 13140 / 30000 = 43.8 %, 16860 / 30000 = 56.2 %
    said = "Who pays what: Insurance fund 13,140.00 yuan, 43.8%; Own pocket 16,860.00 yuan, 56.2%"
    assert tab.get_by_role("img", name=said).is_visible()
    case = "Computed for: Inpatient · Level 3 · Plan 2 · Bill within the catalogue 30,000.00 yuan"
    assert tab.locator(".mb-case").inner_text() == case
    assert "6,165.00 yuan more" in tab.get_by_role("row", name="Level 2").inner_text()
    tab = open_by_hash(page, "quiz")
    for name in ("Share reimbursed", "What the original leaves open"):
        tab.get_by_text(name, exact=True).first.wait_for()
    for name in ("Easy", "Medium", "Hard"):
        assert tab.get_by_role("radio", name=name, exact=True).count() == 1


def open_by_hash(page, tab):
    page.locator(f".mb-tabs [data-tab={tab}]").click()
    shown = page.locator(f"#mb-tab-{tab}")
    shown.wait_for()
    return shown
