"""What the tests in a real Chromium share: one person's browser, and how it is opened."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from eval.benchmark_browser import missing

TABS = {"问报销": "ask", "算一算": "calculator", "办事材料": "counter", "政策库": "policies", "培训测验": "quiz"}
ROOT = Path(__file__).resolve().parents[2]
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}
COMMANDS = {"fake": ["-m", "tests.web.fake_page"], "real": ["app.py"]}
ON_BOTH = pytest.mark.parametrize("address", ["fake", "real"], indirect=True)
ON_REAL = pytest.mark.parametrize("address", ["real"], indirect=True)
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

    def look(self, name: str) -> None:
        """Press one of the buttons that say how the page looks, by its place in the page's script."""
        button = self.page.locator(f"[data-look={name}]")
        is_sheet = self.page.locator(".mb-looks-open").is_visible()
        if is_sheet:
            self.page.locator(".mb-looks-open").click()
        button.click()
        if is_sheet:
            self.page.keyboard.press("Escape")

    def open_tab(self, name: str) -> object:
        self.page.get_by_role("link", name=name).click()
        tab = self.page.locator(f"#mb-tab-{TABS[name]}")
        tab.wait_for()
        return tab


def chromium() -> str:
    lacking = missing()
    if lacking and os.environ.get("CI") == "true":
        pytest.fail(f"the browser tests need {lacking}")
    if lacking:
        pytest.skip(f"the browser tests need {lacking}")
    return str(shutil.which("chromium"))


@contextmanager
def serving(command: Sequence[str], environment: dict[str, str]) -> Iterator[tuple[subprocess.Popen, str]]:
    """A Python process that serves the page, and the address it says; ended at the end."""
    whole = [sys.executable, *command]
    with subprocess.Popen(
        whole, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        try:
            found = re.search(r"http://[^\s（]+", server.stdout.readline())
            assert found, "the page did not say its address"
            yield server, found.group()
        finally:
            server.kill()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
