"""The README fails when it goes stale: commands, paths, settings, extras and the worked answer are those of today."""

import importlib.util
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mingbai.assistant import library as library_room
from mingbai.cli import app
from mingbai.corpus.reader import Corpus
from mingbai.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
BLOCKS = [(kind, body) for kind, body in re.findall(r"^```(\w+)\n(.*?)^```", README, re.M | re.S)]
COMMANDS = [line for kind, body in BLOCKS if kind == "sh" for line in body.splitlines()]
SET_UP = [line for line in COMMANDS if line.startswith("python3 -m venv")]
PROSE = re.sub(r"^```.*?^```", "", README, flags=re.M | re.S)
_PATH = re.compile(r"(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|md|yaml|toml)")


def named_paths() -> list[str]:
    """What stands between backticks in the text and looks like a path of the repository."""
    spans = [word for span in re.findall(r"`([^`]+)`", PROSE) for word in span.split()]
    words = [word for word in spans if _PATH.fullmatch(word)]
    return sorted({word for word in words if not word.startswith((".venv/", "http"))})


class TestCommands:
    def test_two_lines_do_all_their_own_set_up(self):
        assert len(SET_UP) == 2
        for line in SET_UP:
            assert line.startswith("python3 -m venv .venv && .venv/bin/pip install -q -e ")
        assert SET_UP[0].endswith("&& .venv/bin/python app.py")
        assert SET_UP[1].endswith("&& .venv/bin/python -m pytest")

    def test_ci_runs_the_test_command_as_it_stands_here(self):
        (finding,) = re.findall(r"^test_command=\$\((sed .*)\)$", CI, re.M)
        found = subprocess.run(["bash", "-c", finding], cwd=ROOT, capture_output=True, text=True, check=True)
        assert found.stdout.strip() == SET_UP[1]
        assert 'bash -c "$test_command"' in CI

    def test_what_ci_runs_of_ours_is_told_here(self):
        ours = re.findall(r"^(\.venv/bin/(?:mingbai \w+|python -m [\w.]+))", CI, re.M)
        assert ours
        assert [command for command in ours if command not in README] == []

    def test_each_sub_command_is_named_and_there_is_no_other(self):
        named = set(re.findall(r"\.venv/bin/mingbai (\w+)", README))
        there = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
        assert named == there | {group.name for group in app.registered_groups}

    def test_each_module_to_be_run_exists(self):
        modules = set(re.findall(r"python -m ([\w.]+)", README)) - {"venv"}
        assert [module for module in modules if importlib.util.find_spec(module) is None] == []

    def test_each_extra_exists(self):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        named = {extra for group in re.findall(r"-e '\.\[([\w,]+)\]'", README + CI) for extra in group.split(",")}
        assert named
        assert named <= set(project["optional-dependencies"])


class TestPaths:
    def test_paths_are_found_at_all(self):
        assert {"corpus/", "src/mingbai/money.py", "corpus/vocabulary.yaml"} <= set(named_paths())

    @pytest.mark.parametrize("path", named_paths())
    def test_each_path_named_exists(self, path: str):
        beside_the_corpus = ROOT / "corpus" / path
        assert (ROOT / path).exists() or beside_the_corpus.exists()

    def test_each_room_has_its_row(self):
        rooms = {folder.name for folder in (ROOT / "src" / "mingbai").iterdir() if (folder / "__init__.py").is_file()}
        assert rooms == set(re.findall(r"^\| `src/mingbai/(\w+)/` \|", README, re.M))


class TestSettings:
    def test_each_setting_is_named_and_there_is_no_other(self):
        named = set(re.findall(r"MINGBAI_[A-Z_]+", README))
        assert named == {f"MINGBAI_{name.upper()}" for name in Settings.model_fields}

    def test_the_address_is_the_one_the_page_opens_at(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.delenv("MINGBAI_HOST", raising=False)
        monkeypatch.delenv("MINGBAI_PORT", raising=False)
        settings = Settings()
        assert f"http://{settings.host}:{settings.port}" in README


class TestWorkedAnswer:
    def test_it_is_what_mingbai_prints_now(self, monkeypatch: pytest.MonkeyPatch, corpus: Corpus, tmp_path: Path):
        for name in [name for name in os.environ if name.startswith("MINGBAI_")]:
            monkeypatch.delenv(name)
        monkeypatch.setenv("MINGBAI_CACHE", str(tmp_path))
        monkeypatch.setattr(library_room, "read_corpus", lambda folder: corpus)
        (example,) = [body for kind, body in BLOCKS if kind == "console"]
        command, _, shown = example.partition("\n")
        (question,) = re.fullmatch(r'\$ \.venv/bin/mingbai ask "([^"]+)"', command).groups()
        assert CliRunner().invoke(app, ["ask", question]).stdout == shown
