"""`mingbai check`: a policy expert is told what is wrong, and where."""

import shutil
from pathlib import Path

import pytest

from mingbai.corpus import reader as reader_room
from mingbai.corpus.reader import Corpus
from tests.cli.typed import CHONGQING, last_line, run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def small_corpus(tmp_path: Path) -> Path:
    """Chongqing alone, with the vocabulary and its figures as they were read."""
    (tmp_path / "policies").mkdir()
    shutil.copy(ROOT / "corpus" / "vocabulary.yaml", tmp_path)
    shutil.copytree(ROOT / "corpus" / "proofread", tmp_path / "proofread")
    shutil.copy(ROOT / "corpus" / "policies" / "chongqing-resident-2013.md", tmp_path / "policies")
    return tmp_path


def test_a_corpus_without_mistakes_is_counted(monkeypatch: pytest.MonkeyPatch, small_corpus: Path):
    monkeypatch.setenv("MINGBAI_CORPUS", str(small_corpus))
    result = run("check")
    assert result.exit_code == 0
    assert "chongqing-resident-2013" in result.stdout
    assert last_line(result.stdout) == "语料没有问题。"


def test_each_mistake_is_named_with_its_file_and_line(monkeypatch: pytest.MonkeyPatch, small_corpus: Path):
    path = small_corpus / "policies" / "chongqing-resident-2013.md"
    text = path.read_text(encoding="utf-8")
    # The table says 46 %, the worked cases beside it still (30000-800)*45%.
    path.write_text(text.replace("二级: 65%, 三级: 45%}", "二级: 65%, 三级: 46%}", 1), encoding="utf-8")
    monkeypatch.setenv("MINGBAI_CORPUS", str(small_corpus))
    result = run("check")
    assert result.exit_code == 1
    first = result.stderr.splitlines()[0]
    assert first.startswith("policies/chongqing-resident-2013.md:")
    assert "13140" in result.stderr
    assert last_line(result.stderr).endswith("处要改")


def test_a_folder_without_a_corpus_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("MINGBAI_CORPUS", str(tmp_path))
    for command in (("check",), ("ask", "你好"), ("index",), ("search", "住院"), CHONGQING, ("quiz", "new")):
        result = run(*command)
        assert result.exit_code == 1
        assert "MINGBAI_CORPUS" in result.stderr


@pytest.mark.usefixtures("settled")
def test_each_id_stands_in_one_line_of_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch, corpus: Corpus):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(reader_room, "inspect_corpus", lambda folder: (corpus, []))
    first_words = {line.split()[0] for line in run("check").stdout.splitlines() if line.split()}
    assert set(corpus.policies) <= first_words
