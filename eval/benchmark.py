"""`python -m eval.benchmark`: what things cost on this machine, each beside its target, as a table."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from rich.console import Console
from rich.table import Table

from eval.benchmark_browser import answer_ms, chromium, missing, opened
from eval.benchmark_crowd import ask_at_once
from eval.schema import Question, read_questions
from eval.summary import percentile
from mingbai.assistant.assistant import Assistant
from mingbai.assistant.library import Library
from mingbai.assistant.reply import ChatTurn
from mingbai.rules.case import Case
from mingbai.rules.estimate import estimate
from mingbai.settings import Settings

ROOT = Path(__file__).parent.parent
_POLICY = "chongqing-resident-2013"
_FACTS = {"care": "住院", "plan": "二档", "hospital_level": "三级", "cost": "30000"}
_QUESTION = "我交的是重庆居民医保二档,在三甲医院住院花了3万,能报多少?"
_ROUNDS = 2000
_RUNS = 3
_PEOPLE = 50
_ASKED = 15  # a person may ask twenty times a minute
_PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class Measured:
    """One figure with its unit and the most it may be."""

    name: str
    value: float
    target: float
    unit: str


def measure() -> Iterator[Measured]:
    """Every figure, as soon as it is known."""
    yield Measured("one estimate with its statement", _estimate_us(), 200, "µs")
    turns = _ask_ms()
    yield Measured("one ask turn, warm, p50", percentile(turns, 50), 30, "ms")
    yield Measured("one ask turn, warm, p95", percentile(turns, 95), 80, "ms")
    facts = [f"{name}={value}" for name, value in _FACTS.items()]
    yield Measured("mingbai estimate, whole process", _process_seconds("estimate", _POLICY, *facts), 1, "s")
    yield Measured("mingbai ask, whole process", _process_seconds("ask", _QUESTION), 3, "s")
    yield Measured("index of the corpus built", _index_seconds(), 15, "s")
    yield from _page()


def main() -> None:
    """Measure and print the table; a figure above its target is marked, nothing fails."""
    load = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start"
    table = Table("what", "measured", "target", "", title=f"Benchmark ({load})")
    for one in measure():
        kept = "ok" if one.value <= one.target else "above"
        table.add_row(one.name, f"{one.value:.3g} {one.unit}", f"≤ {one.target:g} {one.unit}", kept)
    Console().print(table)


def _estimate_us() -> float:
    library = Library.from_settings(Settings())
    book, case = library.books[_POLICY], Case.read(_FACTS, library.corpus.vocabulary)
    return _seconds(lambda: [estimate(book, case) for _ in range(_ROUNDS)]) / _ROUNDS * 1e6


def _ask_ms() -> list[float]:
    """The milliseconds of each turn of all evaluation questions, asked once before to warm up."""
    assistant = Assistant.from_settings()
    assistant.warm()
    questions = [question for file in read_questions().values() for question in file.questions]
    for question in questions:
        list(_turn_seconds(assistant, question))
    return [seconds * 1e3 for question in questions for seconds in _turn_seconds(assistant, question)]


def _turn_seconds(assistant: Assistant, question: Question) -> Iterator[float]:
    history: list[ChatTurn] = []
    for turn in question.turns:
        history.append(ChatTurn(role="user", text=turn))
        started = time.perf_counter()
        reply = assistant.reply(history)
        yield time.perf_counter() - started
        history.append(ChatTurn(role="assistant", text=reply.text))


def _process_seconds(*arguments: str) -> float:
    """The median time of a whole process of the command line; the index is there already."""

    def run() -> None:
        command = [sys.executable, "-m", "mingbai.cli", *arguments]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603

    return median(_seconds(run) for _ in range(_RUNS))


def _index_seconds() -> float:
    with TemporaryDirectory() as folder:
        settings = Settings(cache=Path(folder))
        return _seconds(lambda: Library.from_settings(settings).index())


def _page() -> Iterator[Measured]:
    """The page as `python app.py` serves it: its start, its memory, and what those who open it see."""
    port = _free_port()
    started = time.perf_counter()
    environment = {**os.environ, "MINGBAI_HOST": "127.0.0.1", "MINGBAI_PORT": str(port)}
    page = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait_for(address, page)
        yield Measured("page answering after start", time.perf_counter() - started, 12, "s")
        yield Measured("resident memory of the page", _resident_mb(page.pid), 600, "MB")
        yield from _seen(address)
        ask_at_once(address, _QUESTION, _PEOPLE)  # to warm up
        waits = [one.seconds for _ in range(_RUNS) for one in ask_at_once(address, _QUESTION, _PEOPLE)]
        yield Measured(f"{_PEOPLE} people asking at once, p95", percentile(waits, 95), 2, "s")
    finally:
        page.terminate()
        page.wait()


def _seen(address: str) -> Iterator[Measured]:
    """What a browser shows and when; nothing where there is none."""
    if lacking := missing():
        print(f"what a browser shows is not measured: {lacking} is missing")
        return
    with chromium() as browser:
        openings = [opened(browser, address) for _ in range(_RUNS)]
        yield Measured("first paint in the browser", median(one.first_paint for one in openings), 1000, "ms")
        yield Measured("page usable in the browser", median(one.usable for one in openings), 3000, "ms")
        waits = answer_ms(browser, address, _QUESTION, _ASKED)
        yield Measured("answer shown after Enter, p50", percentile(waits, 50), 300, "ms")
        yield Measured("answer shown after Enter, p95", percentile(waits, 95), 600, "ms")


def _wait_for(address: str, page: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end and page.poll() is None:
        try:
            with urlopen(address, timeout=5):  # noqa: S310
                return
        except (URLError, ConnectionError):
            time.sleep(0.05)
    raise TimeoutError(f"the page does not answer at {address}")


def _resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    found = re.search(r"VmRSS:\s*(\d+) kB", status)
    if found is None:
        raise OSError("the page's process has ended")
    return int(found[1]) / 1024


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
