"""What the tests in a real Chromium share: one person's browser, and how it is opened."""

import importlib.util
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

TABS = {"问报销": "ask", "算一算": "calculator", "办事材料": "counter", "政策库": "policies"}
ROOT = Path(__file__).resolve().parents[2]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}
COMMANDS = {"fake": ["-m", "tests.web.fake_page"], "real": ["app.py"]}
ON_BOTH = pytest.mark.parametrize("address", ["fake", "real"], indirect=True)
ON_FAKE = pytest.mark.parametrize("address", ["fake"], indirect=True)
MARKUP = '<img src=x onerror="alert(1)"> **粗** ${alert(2)} {{value}}'


@dataclass
class Visit:
    """One person's browser, with what it asked of the network and what it complained about."""

    page: object
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, question: str) -> None:
        box = self.page.get_by_label("您的问题")
        box.fill(question)
        box.press("Enter")

    def says(self, selector: str, text: str) -> None:
        self.page.locator(selector, has_text=text).last.wait_for()

    def has_no_sideways_scroll(self) -> bool:
        return self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    def open_tab(self, name: str) -> object:
        self.page.get_by_role("link", name=name).click()
        tab = self.page.locator(f"#mb-tab-{TABS[name]}")
        tab.wait_for()
        return tab


def chromium() -> str:
    path = shutil.which("chromium")
    missing = "chromium" if path is None else "playwright" if importlib.util.find_spec("playwright") is None else ""
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"the browser tests need {missing}")
    if missing:
        pytest.skip(f"the browser tests need {missing}")
    return str(path)
