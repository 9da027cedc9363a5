"""`mingbai import`: shows before it stores, asks where somebody can answer, names what it cannot read."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mingbai.cli import app
from tests.importing.made import write

LINES = ["某市医保办法", "第一条 住院报77.5%。", "第二条 门诊报50%。"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MINGBAI_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["import", *map(str, arguments)])


def _stored(folder: Path) -> list[str]:
    return [path.name for path in (folder / "cache" / "imports").glob("*")]


def test_without_anybody_to_ask_it_only_shows(folder: Path):
    result = _run(write(folder, "办法.txt", LINES))
    assert result.exit_code == 0
    for words in ("《某市医保办法》", "第一条", "住院报77.5%", "只是预览,没有存"):
        assert words in result.output
    assert not _stored(folder)


def test_stores_lists_replaces_and_removes(folder: Path):
    path = write(folder, "办法.txt", LINES)
    assert "存好了 1 份" in _run(path, "--yes").output
    assert _stored(folder) == ["办法.json"]
    assert "办法.txt" in _run("--list").output
    assert "替换" in _run(path, "--yes").output
    assert "删掉了 办法" in _run("--remove", "办法").output
    assert not _stored(folder)


def test_what_cannot_be_read_is_named_and_the_rest_is_stored(folder: Path):
    (folder / "坏.pdf").write_bytes(b"%PDF-1.7 broken")
    result = _run(folder / "坏.pdf", write(folder, "办法.txt", LINES), "--yes")
    assert result.exit_code == 1
    assert "坏.pdf:打不开" in result.output
    assert _stored(folder) == ["办法.json"]


def test_the_folder_of_imports_can_be_set(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MINGBAI_IMPORTS", str(folder / "elsewhere"))
    _run(write(folder, "办法.txt", LINES), "--yes")
    assert [path.name for path in (folder / "elsewhere").iterdir()] == ["办法.json"]


def test_a_name_that_is_not_stored_is_told(folder: Path):
    result = _run("--remove", "没有")
    assert result.exit_code == 2
    assert "没有导入过“没有”" in result.output


def test_without_files_it_says_how_to_use_it(folder: Path):
    result = _run()
    assert result.exit_code == 2
    assert "mingbai import 办法.docx" in result.output
