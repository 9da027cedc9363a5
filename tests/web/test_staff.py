"""The staff door: its token, and that nothing behind it answers a session that has not opened it."""

import base64
import json
import re
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import gradio as gr
import httpx
import pytest

from mingbai.importing import ImportStore
from mingbai.web import words
from mingbai.web.staff.door import StaffDoor
from mingbai.web.staff.gate import require_staff
from tests.web.visits import ROOT

TOKEN = "a-token-for-tests"
LETTER = {"name": "办法.txt", "data": base64.b64encode("第一条 报60%。".encode()).decode()}


class TestToken:
    def test_it_is_made_once_kept_for_its_owner_alone_and_said_once(self, tmp_path: Path, capsys):
        door = StaffDoor.open(tmp_path / "cache")
        file = tmp_path / "cache" / "staff-token"
        token = file.read_text(encoding="utf-8")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert len(token) == 24  # 18 random bytes in base64: 18 x 8 / 6
        said = capsys.readouterr()
        assert said.err.count(token) == 1
        assert str(file) in said.err
        assert said.out == ""
        assert door.admits(token)

        again = StaffDoor.open(tmp_path / "cache")
        assert again.admits(token)
        assert capsys.readouterr().err == ""
        assert [path.name for path in file.parent.iterdir()] == ["staff-token"]

    def test_every_first_start_makes_another(self, tmp_path: Path):
        for name in ("a", "b"):
            StaffDoor.open(tmp_path / name)
        assert len({(tmp_path / name / "staff-token").read_text(encoding="utf-8") for name in ("a", "b")}) == 2

    def test_a_file_others_could_read_is_closed_and_an_empty_one_made_anew(self, tmp_path: Path, capsys):
        file = tmp_path / "staff-token"
        file.write_text("kept\n", encoding="utf-8")
        file.chmod(0o644)
        assert StaffDoor.open(tmp_path).admits("kept")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        file.write_text("", encoding="utf-8")
        assert not StaffDoor.open(tmp_path).admits("")
        assert "只显示这一次" in capsys.readouterr().err

    def test_where_nothing_can_be_kept_it_holds_for_this_run(self, tmp_path: Path, capsys):
        (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
        door = StaffDoor.open(tmp_path / "cache")
        said = capsys.readouterr().err
        assert words.STAFF_TOKEN_NOT_KEPT in said
        assert door.admits(said.split("：")[1].split("（")[0])

    @pytest.mark.parametrize("given", ["", " ", "a-token", TOKEN + "x", "口令", TOKEN.upper(), TOKEN * 100])
    def test_nothing_else_opens(self, given: str):
        assert not StaffDoor(TOKEN).admits(given)

    def test_spaces_around_it_do_not_matter(self):
        assert StaffDoor(TOKEN).admits(f" {TOKEN}\n")

    def test_wrong_tries_make_wrong_answers_slower_and_shut_nobody_out(self):
        door = StaffDoor(TOKEN)
        pauses = []
        for _ in range(9):
            door.admits("wrong")
            pauses.append(door.pause)
        # three free, then 2, 4, 8 seconds, and never more
        assert pauses == [0, 0, 0, 2, 4, 8, 8, 8, 8]
        assert door.admits(TOKEN)
        assert door.pause == 0

    @pytest.mark.parametrize("unlocked", [False, None, "True", 1, TOKEN, [True]])
    def test_only_the_servers_own_yes_counts(self, unlocked: object):
        with pytest.raises(gr.Error, match=words.STAFF_LOCKED):
            require_staff(unlocked)
        require_staff(True)


@dataclass
class Page:
    """A running page, called past the browser."""

    client: httpx.Client
    cache: Path

    @property
    def token(self) -> str:
        return (self.cache / "staff-token").read_text(encoding="utf-8")

    def number(self, event: str, *beside: str) -> int:
        """The number of an event's handler: that of the component which has these other events too."""
        events: dict[int, dict[str, int]] = {}
        for one in self.client.get("/config").json()["dependencies"]:
            for component, name in one["targets"]:
                events.setdefault(component, {})[name] = one["id"]
        return next(known[event] for known in events.values() if {event, *beside} <= set(known))

    def unlock(self, session: str, token: str) -> None:
        config = self.client.get("/config").json()
        box = next(one["id"] for one in config["components"] if one["props"].get("type") == "password")
        numbers = [one["id"] for one in config["dependencies"] if [box, "submit"] in one["targets"]]
        self.call(session, numbers[0], [token])

    def desk(self, session: str, event: str, claimed: object, told: object = None) -> dict[str, object]:
        """What the last step of an event of the desk for imports sends."""
        return self.call(session, self.number(event, "upload", "delete", "submit"), [claimed, None], told)

    def call(self, session: str, number: int, data: list[object], told: object = None) -> dict[str, object]:
        asked = {"data": data, "fn_index": number, "session_hash": session, "event_data": told}
        assert self.client.post("/gradio_api/queue/join", json=asked).status_code == 200
        heard = self.client.get("/gradio_api/queue/data", params={"session_hash": session}).text
        said = [json.loads(line.removeprefix("data: ")) for line in heard.splitlines() if line.startswith("data: ")]
        return next(one for one in reversed(said) if one["msg"] == "process_completed")


@pytest.fixture(scope="module")
def page(running_as_here: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    cache = tmp_path_factory.mktemp("cache")
    command = [sys.executable, "-m", "tests.web.fake_page"]
    env = running_as_here | {"MINGBAI_CACHE": str(cache)}
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        try:
            found = re.search(r"http://\S+/", server.stdout.readline())
            assert found, "the page did not say its address"
            with httpx.Client(base_url=found.group(), timeout=60, trust_env=False) as client:
                yield Page(client, cache)
        finally:
            server.terminate()


class TestDirectCalls:
    @pytest.mark.parametrize(
        ("event", "told"),
        [
            ("upload", {"files": [LETTER]}),
            ("submit", {"document": ""}),
            ("clear", {"document": ""}),
            ("delete", {"document": "办法"}),
        ],
    )
    @pytest.mark.parametrize("claimed", [True, "True", "the token"])
    def test_nobody_gets_in_without_the_token(self, page: Page, event: str, told: object, claimed: object):
        claimed = page.token if claimed == "the token" else claimed
        answer = page.desk(f"{event}-{claimed}", event, claimed, told)
        assert answer["success"] is False
        assert "data" not in answer["output"]
        assert ImportStore(page.cache / "imports").names == ()

    def test_a_wrong_token_opens_nothing_and_the_right_one_only_its_own_session(self, page: Page):
        page.unlock("mine", "wrong")
        assert page.desk("mine", "upload", True, {"files": [LETTER]})["success"] is False
        page.unlock("mine", page.token)
        shown = page.desk("mine", "upload", False, {"files": [LETTER]})
        assert "报60%。" in json.dumps(shown["output"], ensure_ascii=False)
        assert page.desk("other", "upload", True, {"files": [LETTER]})["success"] is False

    def test_what_is_stored_is_not_in_the_page_that_everybody_gets(self, page: Page):
        page.unlock("keeper", page.token)
        page.desk("keeper", "upload", None, {"files": [LETTER]})
        page.desk("keeper", "submit", None)
        assert ImportStore(page.cache / "imports").names == ("办法",)
        assert "data-document" not in page.client.get("/config").text
        page.desk("keeper", "delete", None, {"document": "办法"})
        assert ImportStore(page.cache / "imports").names == ()

    def test_nothing_reaches_the_disk_through_gradios_own_upload(self, page: Page):
        sent = page.client.post("/gradio_api/upload", files={"files": ("a.txt", b"x")})
        assert sent.status_code == 403

    def test_endless_messages_are_refused(self, page: Page):
        def pieces() -> Iterator[bytes]:
            yield b"x"

        assert page.client.post("/gradio_api/queue/join", content=pieces()).status_code == 411
        port = page.client.base_url.port
        with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
            line.sendall(b"POST /gradio_api/queue/join HTTP/1.1\r\nHost: x\r\nContent-Length: 48000001\r\n\r\n")
            assert line.recv(100).startswith(b"HTTP/1.1 413 ")
