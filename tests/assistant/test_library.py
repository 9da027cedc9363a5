"""The library shows a clause with its place, and with the original's own words where the originals are at hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mingbai.assistant.library import Library
from mingbai.corpus.reader import Corpus
from mingbai.corpus.sources.originals import Originals

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def test_without_originals_a_clause_shows_only_its_place(corpus: Corpus, tmp_path: Path) -> None:
    view = Library(replace(corpus), tmp_path).clause("chongqing-resident-2013", "premium")
    assert view.original is None
    assert view.places == ("002_02e12ab9ff262432.txt 第2篇 三",)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the original documents are not at hand")
def test_with_originals_a_clause_shows_the_located_passage(corpus: Corpus, tmp_path: Path) -> None:
    originals = Originals.read(SEEDS, Path(__file__).parents[2] / "corpus")
    view = Library(corpus, tmp_path, originals=originals).clause("chongqing-resident-2013", "premium")
    assert view.original is not None
    assert "个人筹资60元" in view.original
    assert "个人筹资150元" in view.original


def test_clauses_are_worked_out_where_their_own_rule_estimates(library: Library) -> None:
    assert ("chongqing-resident-2013", "inpatient") in library.worked_out
    assert ("chongqing-resident-2013", "premium") not in library.worked_out  # its rule tells what one pays in


def test_the_text_of_a_policy_has_headings_and_words(library: Library) -> None:
    premium = library.corpus.policies["chongqing-resident-2013"].by_id["premium"]
    assert f"{premium.title}\n{premium.text}" in library.texts["chongqing-resident-2013"]
