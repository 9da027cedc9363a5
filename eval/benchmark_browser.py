"""What a person sees and when, measured in a real Chromium that can reach nothing but this machine."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name is found and no other host reached: what tries it fails, and is noticed by its complaint.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_WIDE = {"width": 1280, "height": 860}
# The page itself notes when Enter was pressed in the box and when the amount was painted.
_WATCH = """() => {
    let pressed = 0;
    const press = (event) => { if (event.key === "Enter") pressed = performance.now(); };
    document.querySelector(".mb-box textarea").addEventListener("keydown", press, { once: true, capture: true });
    window.answered = new Promise((shown) => {
        new MutationObserver((_, observer) => {
            if (!document.querySelector("#mb-tab-ask .mb-amount")) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => shown(performance.now() - pressed)));
        }).observe(document.body, { subtree: true, childList: true });
    });
}"""
_FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


@dataclass(frozen=True)
class Seen:
    """Milliseconds from the opening of the page to its first paint and to a box that takes words."""

    first_paint: float
    usable: float


def missing() -> str:
    """What is not there of Chromium and playwright; empty where nothing is missing."""
    if shutil.which("chromium") is None:
        return "chromium"
    return "" if importlib.util.find_spec("playwright") else "playwright"


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser with nothing in its memory."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        yield browser
        browser.close()


def opened(browser: Any, address: str) -> Seen:
    """How the page opens for somebody who was never there."""
    page = browser.new_context(viewport=_WIDE, locale="zh-CN").new_page()
    page.goto(address, wait_until="commit")
    page.locator(".mb-box textarea").wait_for()
    usable = page.evaluate("performance.now()")
    seen = Seen(page.evaluate(_FIRST_PAINT), usable)
    page.context.close()
    return seen


def answer_ms(browser: Any, address: str, question: str, times: int) -> list[float]:
    """Milliseconds from Enter to the painted amount, for a question asked again and again from the beginning."""
    page = browser.new_context(viewport=_WIDE, locale="zh-CN").new_page()
    page.goto(address)
    page.locator(".mb-example").first.wait_for()
    waited = []
    for _ in range(times):
        page.locator(".mb-box textarea").fill(question)
        page.evaluate(_WATCH)
        page.locator(".mb-box textarea").press("Enter")
        waited.append(page.evaluate("window.answered"))
        page.get_by_role("button", name="新对话").click()
        page.locator(".mb-welcome").wait_for()
    page.context.close()
    return waited
