"""The main job of each tab beside the conversation, in a real Chromium on the real corpus."""

import re
import shutil
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest

from tests.web.visits import MARKUP, ON_FAKE, PHONE, TABS

pytestmark = [pytest.mark.browser, ON_FAKE]

CHONGQING = "重庆居民医保"
BEIJING = "北京大病统筹"


def compute_chongqing(visit, bill="3万"):
    tab = visit.open_tab("算一算")
    tab.locator(".mb-pick", has_text=CHONGQING).click()
    tab.get_by_role("radio", name="三级医院").check()
    tab.get_by_role("radio", name="二档").check()
    tab.get_by_label("目录内费用").first.fill(bill)
    return tab


def compute_guiyang(visit):
    """What three layers pay together, of which two have lost their figures: half of the bill at the least."""
    tab = visit.open_tab("算一算")
    tab.locator(".mb-pick", has_text="桂阳县居民医保").click()
    tab.get_by_role("radio", name="住院各项合计").check()
    tab.get_by_role("radio", name="建档立卡").check()
    tab.get_by_label("目录内费用").first.fill("20000")
    # the last layer pays half of what the others leave: 20000 x 50% = 10000
    tab.locator(".mb-amount", has_text="10,000.00").wait_for()
    return tab


def open_procedure(visit, name):
    tab = visit.open_tab("办事材料")
    tab.locator(".mb-pick", has_text=name).click()
    tab.locator(".mb-checklist").wait_for()
    return tab


def printed(page) -> tuple[int, str]:
    """How many sheets the page prints on and the words on them, spaces left out."""
    pypdf = pytest.importorskip("pypdf")
    pages = pypdf.PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = unicodedata.normalize("NFKC", "".join(page.extract_text() for page in pages))
    return len(pages), re.sub(r"\s", "", text)


class TestCalculator:
    def test_the_statement_the_alternatives_and_the_curve_follow_what_is_typed(self, visit_at):
        visit = visit_at()
        tab = compute_chongqing(visit)
        # (30000 - 800) x 45% = 13140
        tab.locator(".mb-amount", has_text="13,140.00").wait_for()
        # (30000 - 300) x 65% = 19305, which is 6165 more; (30000 - 800) x 40% = 11680
        assert "19,305.00元" in tab.get_by_role("row", name=re.compile("二级医院")).inner_text()
        assert "多 6,165.00元" in tab.get_by_role("row", name=re.compile("二级医院")).inner_text()
        assert "11,680.00元" in tab.get_by_role("row", name=re.compile("一档")).inner_text()
        # the deductible of 800, and the bill at which 45% reach the cap: 110000 / 45% + 800 = 245244.44
        assert [kink.split("元")[0] for kink in tab.locator(".mb-kinks li").all_inner_texts()] == ["800", "245,244"]
        tab.get_by_role("img", name=re.compile("^245,244元.*封顶")).focus()

        box = tab.get_by_label("目录内费用").first
        box.fill("8000")
        # (8000 - 800) x 45% = 3240
        tab.locator(".mb-amount", has_text="3,240.00").wait_for()
        assert box.input_value() == "8000"
        assert box.evaluate("node => node === document.activeElement")

    def test_only_what_matters_is_asked(self, visit_at):
        visit = visit_at()
        tab = visit.open_tab("算一算")
        tab.locator(".mb-pick", has_text=CHONGQING).click()
        tab.locator(".mb-wait", has_text="医院等级、参保档次").wait_for()
        tab.get_by_role("radio", name="普通门诊").check()
        # outpatient care pays a fixed 60 yuan a year, whatever the hospital
        tab.get_by_role("radio", name="三级医院").wait_for(state="detached")
        tab.locator(".mb-amount", has_text="60.00").wait_for()

    def test_doubt_is_a_band(self, visit_at):
        visit = visit_at()
        tab = visit.open_tab("算一算")
        tab.locator(".mb-pick", has_text=BEIJING).click()
        tab.get_by_label("目录内费用").first.fill("20000")
        # first band of lost floor: 0 or 5000 x 90%; then 5000 x 85% + 10000 x 80% = 12250
        tab.locator(".mb-amount", has_text="12,250.00").wait_for()
        assert "16,750.00" in tab.locator(".mb-amount").inner_text()
        assert tab.locator(".mb-band").count() == 1
        assert "说不准" in tab.locator(".mb-curve-doubt").inner_text()

    def test_layers_that_pay_together_are_named_where_the_name_fits(self, visit_at):
        visit = visit_at(PHONE)
        bar = compute_guiyang(visit).locator(".mb-bar")
        shown = """all => all.map((one) => {
            const [name, part] = [one.firstElementChild.getBoundingClientRect(), one.getBoundingClientRect()];
            return [one.textContent, name.top < part.bottom, name.width <= part.width];
        })"""
        names = bar.locator(".mb-segment").evaluate_all(shown)
        assert [name for name, *_ in names] == ["医保基金、大病保险", "未定"]
        assert all(is_seen == fits for _, is_seen, fits in names)
        bar.evaluate("node => { node.style.width = '180px'; }")  # half of it is too narrow for nine characters
        assert bar.locator(".mb-segment").evaluate_all(shown)[0][1:] == [False, False]

    def test_the_marks_of_the_curve_are_round_and_the_alternatives_stand_on_one_line(self, visit_at):
        visit = visit_at(PHONE)
        tab = compute_chongqing(visit)
        tab.locator(".mb-amount", has_text="13,140.00").wait_for()
        # the cap of 110000 is reached at 245244: marks at each 50000 up, at each 100000 across
        marks = tab.locator(".mb-grid text").all_text_contents()
        assert marks == ["5万", "10万", "0", "10万", "20万", "30万", "花费（元）"]
        for cell in tab.locator(".mb-what-if td span").all():
            assert cell.evaluate("node => node.getClientRects().length") == 1

    def test_an_unusable_amount_is_said_kindly_and_stays_in_the_box(self, visit_at):
        visit = visit_at()
        tab = compute_chongqing(visit, "不少钱")
        tab.locator(".mb-notice", has_text="看不懂").wait_for()
        assert tab.get_by_label("目录内费用").first.input_value() == "不少钱"

    def test_two_people_do_not_see_each_other_and_a_fresh_start_leaves_nothing(self, visit_at):
        first, second = visit_at(), visit_at()
        one, other = compute_chongqing(first), compute_chongqing(second, "8000")
        one.locator(".mb-amount", has_text="13,140.00").wait_for()
        other.locator(".mb-amount", has_text="3,240.00").wait_for()
        assert "13,140.00" not in second.page.content()
        first.open_tab("问报销")
        first.page.get_by_role("button", name="新对话").click()
        one = first.open_tab("算一算")
        one.locator(".mb-pick", has_text=CHONGQING).wait_for()
        assert "13,140.00" not in first.page.content()


class TestCounter:
    def test_conditions_ticks_note_and_the_last_day(self, visit_at):
        visit = visit_at()
        tab = open_procedure(visit, "大病医疗费报销")
        assert tab.get_by_role("checkbox").count() == 4
        # Gradio drops a border of a colour by name where the same rule says more of one of its sides.
        assert tab.locator(".mb-tick").first.evaluate("node => getComputedStyle(node).borderTopWidth") == "1px"
        tab.get_by_role("group", name="门诊病人").get_by_role("radio", name="是", exact=True).check()
        tab.get_by_text("诊断证明").first.wait_for()
        assert tab.get_by_role("checkbox").count() == 7
        tab.locator(".mb-slip", has_text="还缺 7 样").wait_for()
        tab.get_by_role("checkbox", name="诊断证明").check()
        tab.locator(".mb-slip", has_text="还缺 6 样").wait_for()
        assert "诊断证明" not in tab.locator(".mb-slip-text").inner_text()
        # sixty days after 1 November: 29 to the 30th of November, 31 more to the 31st of December
        tab.get_by_label("出院或门诊最后一天").fill("2025-11-01")
        tab.locator(".mb-day-answer", has_text="2025年12月31日").wait_for()
        assert tab.get_by_label("出院或门诊最后一天").input_value() == "2025-11-01"

    def test_a_procedure_is_found_by_place_and_by_words(self, visit_at):
        tab = visit_at().open_tab("办事材料")
        tab.get_by_role("radio", name="重庆市").check()
        tab.locator(".mb-count", has_text="2 件事").wait_for()
        tab.get_by_label("要办什么").fill("外伤")
        tab.locator(".mb-count", has_text="1 件事").wait_for()
        assert "外伤病人报销" in tab.locator(".mb-pick").inner_text()

    def test_a_policy_with_days_and_no_list_says_so_and_computes_the_day(self, visit_at):
        tab = visit_at().open_tab("办事材料")
        tab.get_by_role("radio", name="吴江区").check()
        tab.locator(".mb-count", has_text="4 件事").wait_for()
        tab.locator(".mb-pick", has_text="新认定实时救助人员").click()
        tab.locator(".mb-no-list", has_text="没有写要带什么材料").wait_for()
        assert tab.locator(".mb-slip").count() == 0
        # six months back from 20 May would be 20 November; the period that runs then begins on 1 April
        tab.get_by_label("资格认定之日").fill("2026-05-20")
        tab.locator(".mb-day-answer", has_text="2026年4月1日").wait_for()

    @pytest.mark.parametrize("procedure", ["大病医疗费报销", "市外医疗费用报销", "申请定点医疗机构资格"])
    def test_the_checklist_prints_on_one_page(self, visit_at, procedure):
        visit = visit_at()
        tab = open_procedure(visit, procedure)
        count, text = printed(visit.page)
        assert count == 1
        for told in (procedure, "还缺", "语料版本", "打印于"):
            assert told in text
        assert tab.get_by_role("button", name="打印").is_visible()
        assert "打印或存成" not in text


class TestPolicies:
    def test_search_shows_the_rank_in_each_index_and_opens_the_clause(self, visit_at):
        visit = visit_at()
        tab = visit.open_tab("政策库")
        tab.get_by_label("在全部条款里找").fill("孩子得了重大疾病，封顶线是多少")
        hit = tab.locator(".mb-hit").first
        hit.wait_for(timeout=60_000)  # the first search may build the index
        assert re.search("向量第.+名 · 字第1名 · 词第1名", hit.inner_text())
        hit.click()
        tab.locator(".mb-rule", has_text="封顶线").first.wait_for()
        assert "(200000-800)*40%" in tab.locator(".mb-cases").inner_text()

    def test_a_lost_figure_is_marked_and_the_way_back_stands_there(self, visit_at):
        visit = visit_at()
        tab = visit.open_tab("政策库")
        tab.locator(".mb-pick", has_text="北京市企业职工大病").click()
        tab.locator(".mb-entry", has_text="有存疑的数").first.click()
        assert "缺失" in tab.locator(".mb-row-doubt").first.inner_text()
        tab.get_by_role("button", name="回到这份政策").click()
        tab.get_by_role("button", name="回到目录").click()
        tab.locator(".mb-pick").first.wait_for()

    def test_health_counts_every_document(self, visit_at):
        tab = visit_at().open_tab("政策库")
        tab.get_by_role("button", name="语料体检").click()
        tab.get_by_role("row", name=re.compile("^合计")).wait_for()
        assert "语料版本" in tab.inner_text()

    def test_markup_in_a_search_is_text(self, visit_at):
        visit = visit_at()
        tab = visit.open_tab("政策库")
        tab.get_by_label("在全部条款里找").fill(MARKUP)
        tab.locator("[role=status]").wait_for(timeout=60_000)
        assert tab.locator("img").count() == 0


class TestThePage:
    def test_every_tab_is_reached_by_keyboard_and_the_way_back_works(self, visit_at):
        page = visit_at().page
        page.get_by_role("link", name="办事材料").press("Enter")  # at once: a page still drawn may take the focus back
        page.locator("#mb-tab-counter").wait_for()
        assert page.get_by_role("link", name="办事材料").get_attribute("aria-current") == "page"
        page.go_back()
        page.locator("#mb-tab-ask").wait_for()

    def test_on_a_phone_no_tab_runs_off_the_side_even_for_older_eyes(self, visit_at):
        visit = visit_at(PHONE)
        for _ in ("as it is", "for older eyes"):
            tab = compute_chongqing(visit)
            tab.locator(".mb-amount", has_text="13,140.00").wait_for()
            for name in TABS:
                visit.open_tab(name)
                assert visit.has_no_sideways_scroll(), name
            open_procedure(visit, "大病医疗费报销")
            assert visit.has_no_sideways_scroll()
            visit.page.get_by_role("button", name="换一件事").click()
            visit.open_tab("算一算").get_by_role("button", name="换一份政策").click()
            visit.look("elder")

    def test_the_look_for_older_eyes_is_kept_by_the_browser(self, visit_at):
        visit = visit_at()
        before = visit.page.locator(".mb-example").first.bounding_box()["height"]
        visit.page.get_by_role("button", name="长辈模式").click()
        visit.page.reload()
        visit.page.locator(".mb-example").first.wait_for()
        assert visit.page.get_by_role("button", name="长辈模式").get_attribute("aria-pressed") == "true"
        assert visit.page.locator(".mb-example").first.bounding_box()["height"] > before
        assert not visit.page.locator(".mb-fine span").is_visible()
        assert visit.page.get_by_role("link", name="工作人员").is_visible()

    def test_light_and_dark(self, visit_at):
        page = visit_at().page
        ground = "getComputedStyle(document.querySelector('.gradio-container')).backgroundColor"
        light = page.evaluate(ground)
        page.get_by_role("button", name="深色").click()
        assert page.evaluate(ground) != light

    def test_on_a_phone_the_looks_are_a_sheet_that_the_keyboard_opens_and_closes(self, visit_at):
        page = visit_at(PHONE).page
        assert page.locator(".mb-name h1").bounding_box()["height"] < 40  # one line
        opener = page.get_by_role("button", name="显示")
        opener.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.dataset.look") == "elder"
        page.keyboard.press("Space")
        assert page.get_by_role("button", name="长辈模式").get_attribute("aria-pressed") == "true"
        page.keyboard.press("Escape")
        page.locator(".mb-looks").wait_for(state="hidden")
        assert opener.evaluate("node => node === document.activeElement")

    def test_the_first_screen_leads_each_person_to_their_job(self, visit_at):
        page = visit_at().page
        for job, tab in (("看病要报销", "calculator"), ("窗口办事", "counter"), ("培训员工", "quiz")):
            page.get_by_role("link", name=job).click()
            page.locator(f"#mb-tab-{tab}").wait_for()
            page.go_back()
            page.locator("#mb-tab-ask").wait_for()

    def test_a_tab_that_nobody_answers_says_so_and_keeps_what_was_chosen(self, visit_at):
        visit = visit_at()
        tab = visit.open_tab("算一算")
        tab.locator(".mb-pick", has_text=CHONGQING).click()
        tab.get_by_role("radio", name="三级医院").check()
        tab.locator(".mb-wait", has_text="参保档次").wait_for()
        visit.page.context.set_offline(True)
        tab.get_by_role("radio", name="二档").check()
        tab.locator(".mb-notice", has_text="暂时连不上").wait_for()
        visit.page.context.set_offline(False)
        tab.get_by_label("目录内费用").first.fill("3万")
        tab.locator(".mb-amount", has_text="13,140.00").wait_for()
        assert tab.locator(".mb-notice").count() == 0
        visit.complaints.clear()  # the browser tells of every request that failed

    def test_a_statement_prints_with_policy_facts_lines_clause_version_and_day(self, visit_at):
        visit = visit_at()
        page = visit.page
        page.evaluate("window.print = () => {}")
        visit.ask("重庆二档三级医院住院3万")
        visit.says(".mb-amount", "13,140.00")
        page.get_by_role("button", name="打印").click()
        count, text = printed(page)
        assert count <= 2
        said = ("13,140.00", "(30000−800)×45%", "合计30,000.00", "住院报销", "2013年度", "语料版本", "假定费用都在")
        for told in said:
            assert unicodedata.normalize("NFKC", told) in text, told
        assert re.search(r"打印于20\d\d年\d+月\d+日", text)

    def test_a_statement_of_several_layers_prints_as_one_piece_after_another(self, visit_at):
        visit = visit_at()
        visit.page.evaluate("window.print = () => {}")
        compute_guiyang(visit).get_by_role("button", name="打印").click()
        count, text = printed(visit.page)
        assert count <= 2
        order = (
            "住院各项合计·建档立卡·目录内费用20,000.00元",
            "费用清单",
            "能报销，至少",
            "合起来至少报",
            "合计20,000.00",
            "2018年·语料版本",
            "三道都报完一共能报多少桂阳县城乡居",  # the clause's title above its text
        )
        places = [text.find(unicodedata.normalize("NFKC", told)) for told in order]
        assert -1 not in places
        assert places == sorted(places)


_ALL_RULES = "{resultTypes: ['violations']}"
# What a look changes: the rest of the page is the same in each.
_COLOURS = "{resultTypes: ['violations'], runOnly: ['color-contrast', 'target-size']}"
# The sign that something is being drawn lies over the page for as long.
_NOTHING_IS_DRAWN = "() => !document.querySelector('[aria-busy=true]')"
# How npm says that it cannot reach its registry.
_AWAY = re.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET")


@pytest.fixture(scope="module")
def axe(tmp_path_factory) -> str:
    """The script of axe-core, from npm."""
    folder: Path = tmp_path_factory.mktemp("axe")
    command = ["npm", "install", "axe-core@4", "--prefix", str(folder), "--no-audit", "--no-fund"]
    if shutil.which("npm") is None:
        pytest.skip("axe-core is installed with npm, which is not there")
    try:
        subprocess.run(command, check=True, timeout=120, capture_output=True, text=True)
    except subprocess.TimeoutExpired:
        pytest.skip("axe-core could not be installed: npm's registry does not answer")
    except subprocess.CalledProcessError as error:
        if not _AWAY.search(error.stderr + error.stdout):
            raise
        pytest.skip("axe-core could not be installed: npm's registry cannot be reached")
    return (folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def test_no_tab_has_a_serious_barrier(visit_at, axe):
    visit = visit_at()
    compute_chongqing(visit).locator(".mb-amount").wait_for()
    open_procedure(visit, "大病医疗费报销")
    policies = visit.open_tab("政策库")
    policies.locator(".mb-pick", has_text="北京市企业职工大病").click()
    policies.locator(".mb-entry", has_text="有存疑的数").first.click()
    policies.locator(".mb-row-doubt").first.wait_for()
    visit.open_tab("问报销")
    visit.ask("北京职工2万")
    visit.says(".mb-amount", "13,500.00")
    visit.page.evaluate(axe)
    found = []
    for look, runs in (("深色", _ALL_RULES), ("长辈模式", _COLOURS), ("深色", _COLOURS)):  # then dark, then elder, too
        for name in TABS:
            visit.open_tab(name)
            visit.page.wait_for_function(_NOTHING_IS_DRAWN)
            for violation in visit.page.evaluate(f"axe.run(document, {runs})")["violations"]:
                if violation["impact"] in ("serious", "critical") or violation["id"] == "heading-order":
                    node = violation["nodes"][0]
                    found.append((name, look, violation["id"], node["target"], node["failureSummary"]))
        visit.page.get_by_role("button", name=look).click()
    assert found == []
