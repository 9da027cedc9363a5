"""What cannot be done is said in a sentence, without a stack trace."""

import shutil
from pathlib import Path

import pytest

from tests.cli.typed import whole_process

ROOT = Path(__file__).resolve().parents[2]


def test_a_broken_corpus(tmp_path: Path):
    (tmp_path / "policies").mkdir()
    shutil.copy(ROOT / "corpus" / "vocabulary.yaml", tmp_path)
    (tmp_path / "policies" / "broken.md").write_text("没有文件头", encoding="utf-8")
    for command in (("ask", "你好"), ("estimate", "x", "cost=1"), ("search", "住院")):
        done = whole_process(tmp_path, *command, MINGBAI_CORPUS=str(tmp_path))
        assert done.returncode == 1
        assert done.stderr.startswith("policies/broken.md:1: ")
        assert "Traceback" not in done.stderr


def test_an_unreadable_setting(tmp_path: Path):
    done = whole_process(tmp_path, "ask", "你好", MINGBAI_PORT="八千")
    assert done.returncode == 1
    assert done.stderr.strip() == "环境变量 MINGBAI_PORT 的值「八千」读不懂。"


def test_an_address_that_cannot_be_opened(tmp_path: Path):
    done = whole_process(tmp_path, "serve", "--port", "99999")
    assert done.returncode == 1
    assert "打不开 127.0.0.1:99999" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("quiz", "new", "--seed", "abc"), "--seed 读不懂"),
        (("estimate",), "POLICY 没有写"),
        (("ask", "--jsn"), "是不是 --json"),
        (("askk",), "没有这个命令;可以是:ask、estimate"),
        (("index", "x"), "多写了"),
    ],
)
def test_a_wrong_command_line(tmp_path: Path, line: tuple[str, ...], told: str):
    done = whole_process(tmp_path, *line)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.rstrip().endswith("--help")
    assert "Traceback" not in done.stderr
