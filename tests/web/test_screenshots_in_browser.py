"""Pictures of every tab, wide and on a phone, light, dark and for older eyes: kept by CI for people to look at."""

import pytest

from tests.web.visits import ON_FAKE, PHONE, TABS, WIDE

pytestmark = [pytest.mark.browser, ON_FAKE]

LOOKS = {"light": (), "dark": ("dark",), "elder": ("elder",), "english": ("english",)}


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_tab_has_its_picture_in_every_look(visit_at, shots, viewport):
    visit = visit_at(viewport)
    page = visit.page
    tab = visit.open_tab("算一算")
    tab.locator(".mb-pick", has_text="重庆居民医保").first.click()
    tab.get_by_role("radio", name="三级医院").check()
    tab.get_by_role("radio", name="二档").check()
    tab.get_by_label("目录内费用").first.fill("3万")
    tab.locator(".mb-amount", has_text="13,140.00").wait_for()
    tab = visit.open_tab("办事材料")
    tab.locator(".mb-pick", has_text="大病医疗费报销").click()
    tab.locator(".mb-checklist").wait_for()
    visit.open_tab("问报销")
    visit.ask("岳池的学生住院2万")
    visit.says(".mb-amount", "12,642.50")
    for look, buttons in LOOKS.items():
        for button in buttons:
            visit.look(button)
        for tab_name in TABS.values():
            page.locator(f".mb-tabs [data-tab={tab_name}]").click()
            page.locator(f"#mb-tab-{tab_name}").wait_for()
            picture = shots / f"{tab_name}-{viewport['width']}-{look}.png"
            page.screenshot(path=picture, animations="disabled")
            assert picture.stat().st_size > 10_000  # an empty page is smaller
        for button in buttons:
            visit.look(button)
