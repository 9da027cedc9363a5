"""The server restarted in the middle of what people do, and a question while it has no index, in a real Chromium."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.web.visits import COMMANDS, WIDE, Visit, chromium, free_port, serving

pytestmark = pytest.mark.browser

LOST = "正在重新连接"


@dataclass
class Caught:
    """People whom one restart caught: before an answer, asking meanwhile, before a fresh start, filling in a form."""

    answering: Visit
    away: Visit
    leaving: Visit
    filling: Visit


@pytest.fixture
def visit(browser) -> Iterator[Visit]:
    made = open_visit(browser)
    yield made
    made.page.context.close()


@pytest.fixture(scope="module")
def caught(browser, running_as_here, tmp_path_factory) -> Iterator[Caught]:
    """All of them begin, the server goes, one asks into the void, and the server is there again."""
    chromium()
    store = f"sqlite:///{tmp_path_factory.mktemp('restart') / 'store.sqlite3'}"
    environment = running_as_here | {"MINGBAI_PORT": str(free_port()), "MINGBAI_STORE": store}
    people = Caught(*(open_visit(browser) for _ in range(4)))
    everybody = (people.answering, people.away, people.leaving, people.filling)
    with serving(COMMANDS["fake"], environment) as (_, address):
        for one in everybody:
            one.page.goto(address)
            one.page.locator(".mb-example").first.wait_for()
        for one in (people.answering, people.away, people.leaving):
            one.ask("住院3万")
            one.page.get_by_role("button", name="三级", exact=True).wait_for()
        tab = people.filling.open_tab("算一算")
        tab.locator(".mb-pick", has_text="重庆居民医保").first.click()
        tab.get_by_role("radio", name="三级医院").check()
        tab.get_by_role("radio", name="二档").check()
    people.away.ask("三级")
    people.away.says(".toast-wrap", LOST)
    assert "Error" not in people.away.page.locator(".toast-wrap").first.inner_text()
    assert people.away.page.get_by_label("您的问题").input_value() == "三级"
    with serving(COMMANDS["fake"], environment):
        yield people
    for one in everybody:
        one.page.context.close()


def open_visit(browser) -> Visit:
    return Visit(browser.new_context(viewport=WIDE, locale="zh-CN").new_page())


def goes_on(visit):
    visit.says(".mb-amount", "13,140.00")
    questions = visit.page.locator(".mb-asked p").all_inner_texts()
    assert questions == ["住院3万", "三级"]


def test_a_restart_between_two_questions_is_said_and_the_conversation_goes_on(caught):
    visit = caught.answering
    visit.page.get_by_role("button", name="三级", exact=True).click()
    goes_on(visit)
    visit.says(".mb-notice", "刚才重新打开过")


def test_a_question_sent_while_the_server_is_away_stays_and_can_be_sent_again(caught):
    visit = caught.away
    # Gradio looks for the server every two seconds and then loads the page anew.
    visit.page.locator(".mb-notice", has_text="刚才重新打开过").wait_for(timeout=60_000)
    assert visit.page.locator(".mb-asked p").all_inner_texts() == ["住院3万"]
    assert visit.page.get_by_label("您的问题").input_value() == "三级"
    assert visit.page.evaluate("sessionStorage.length") == 0
    visit.page.get_by_label("您的问题").press("Enter")
    goes_on(visit)


def test_after_a_restart_a_fresh_start_brings_nothing_back(caught):
    visit = caught.leaving
    visit.page.get_by_role("button", name="新对话").click()
    visit.page.locator(".mb-welcome").wait_for()
    visit.ask("北京职工2万")
    visit.says(".mb-amount", "13,500.00")
    assert visit.page.locator(".mb-asked p").all_inner_texts() == ["北京职工2万"]


def test_the_other_tabs_go_on_after_a_restart(caught):
    tab = caught.filling.page.locator("#mb-tab-calculator")
    tab.get_by_label("目录内费用").first.fill("8000")
    # (8000 - 800) x 45% = 3240
    tab.locator(".mb-amount", has_text="3,240.00").wait_for()


def test_questions_are_answered_while_the_index_is_being_built(visit, running_as_here, tmp_path):
    chromium()
    environment = running_as_here | {"MINGBAI_PORT": "0", "MINGBAI_CACHE": str(tmp_path / "cache")}
    with serving(COMMANDS["real"], environment) as (_, address):
        visit.page.goto(address)
        visit.page.locator(".mb-example").first.wait_for()
        visit.ask("我交的是重庆居民医保二档,在三甲医院住院花了3万,能报多少?")
        # (30000 - 800) x 45% = 13140
        visit.says(".mb-amount", "13,140.00")
        visit.page.get_by_role("button", name="新对话").click()
        visit.page.locator(".mb-welcome").wait_for()
        # This one needs the index, which is still being built or was just finished.
        visit.ask("北京大病统筹,出院以后多久内要去报?")
        visit.page.locator(".mb-chip").first.wait_for(timeout=120_000)
        assert "60" in visit.page.locator(".mb-answer .mb-prose").last.inner_text()
