"""`mingbai search` and `mingbai index`."""

import pytest

from mingbai.corpus.reader import Corpus
from tests.cli.typed import last_line, run

pytestmark = pytest.mark.usefixtures("settled")


def test_the_index_is_built_and_counted(corpus: Corpus):
    result = run("index")
    assert result.exit_code == 0
    clauses = sum(len(policy.clauses) for policy in corpus.policies.values())
    assert last_line(result.stdout) == f"索引里有 {clauses} 个条款。"


def test_search_shows_the_clauses_with_the_scores_of_each_index(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "160")
    result = run("search", "重庆 外伤住院要什么证明")
    assert result.exit_code == 0
    assert "chongqing-resident-2013#injury" in result.stdout
    assert all(heading in result.stdout for heading in ("综合", "向量", "字对", "词"))
    assert "第1名" in result.stdout


def test_search_gives_as_many_as_wanted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "160")
    assert run("search", "住院", "--k", "2").stdout.count("#") == 2
    assert run("search", "住院", "--k", "0").exit_code == 2


def test_what_rich_would_take_for_its_marks_is_text():
    result = run("search", "[/b]住院", "--k", "1")
    assert result.exit_code == 0
    assert "[/b]住院" in result.stdout
