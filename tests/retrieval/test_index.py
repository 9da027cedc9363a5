from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.retrieval import (
    Clause,
    ClauseIndex,
    DuplicateClauseError,
    IndexUnreadableError,
    NoClausesError,
    StaticEncoder,
    Weights,
)
from tests.retrieval.conftest import CLAUSES


def test_finds_the_clause_with_its_text_and_metadata(index: ClauseIndex) -> None:
    best = index.search("三级医院住院起付线是多少")[0]
    assert (best.id, best.text, best.metadata) == CLAUSES[0]


def test_a_hit_says_where_each_index_put_it(index: ClauseIndex) -> None:
    best = index.search("三级医院住院起付线是多少")[0]
    assert best.bigrams
    assert best.words
    assert best.dense
    assert (best.bigrams.rank, best.words.rank) == (1, 1)
    assert -1 <= best.dense.score <= 1
    # The default weights: 1 / (60 + rank) for the vectors, 1 / (60 + 1) for each keyword index.
    assert best.score == pytest.approx(1 / (60 + best.dense.rank) + 2 / 61)


def test_a_clause_that_shares_no_word_has_no_standing_among_words(index: ClauseIndex) -> None:
    other = next(hit for hit in index.search("新生儿", k=5) if hit.id == "bj/refund")
    assert (other.bigrams, other.words) == (None, None)


def test_hits_are_in_order_and_not_more_than_asked(index: ClauseIndex) -> None:
    hits = index.search("住院报销", k=3)
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        ({"policy": "bj"}, {"bj/inpatient", "bj/refund"}),
        ({"policy": ["cq", "bj"], "scheme": "职工医保"}, {"bj/inpatient", "bj/refund"}),
        ({"policy": {"cq"}}, {"cq/inpatient", "cq/premium", "cq/newborn"}),
        ({"policy": "cq", "scheme": "职工医保"}, set()),
        ({"policy": []}, set()),
        ({"year": "2013"}, set()),
        ({}, {id_ for id_, _, _ in CLAUSES}),
    ],
)
def test_only_clauses_with_the_metadata_are_found(
    index: ClauseIndex, where: dict[str, str | list[str]], ids: set[str]
) -> None:
    assert {hit.id for hit in index.search("住院报销多少钱", where=where)} == ids


def test_a_filter_that_leaves_very_many_rows_still_gives_the_nearest(tmp_path: Path) -> None:
    clauses = [(str(n), f"第{n}条 住院", {"half": str(n % 2)}) for n in range(3000)]
    with ClauseIndex.build(clauses, tmp_path / "index") as index:
        hits = index.search("第7条住院", where={"half": "1"})
    assert hits[0].id == "7"
    assert {hit.metadata["half"] for hit in hits} == {"1"}


@pytest.mark.parametrize("query", ["", " ", "?", "。,!?…", "\n\t", "\ud800", "\x00"])
def test_a_query_without_words_finds_nothing(index: ClauseIndex, query: str) -> None:
    assert index.search(query) == []


@pytest.mark.parametrize("query", ["住" * 5000, "三级医院住院报销多少?" * 500, "a" * 5000, "9" * 5000])
def test_a_very_long_query_is_answered(index: ClauseIndex, query: str) -> None:
    assert len(index.search(query)) <= 8


@settings(deadline=None, max_examples=50)
@given(st.text())
def test_no_text_makes_a_search_fail(index: ClauseIndex, query: str) -> None:
    index.search(query)


def test_full_width_and_capital_letters_make_no_difference(index: ClauseIndex) -> None:
    assert index.search("三级医院８００元") == index.search("三级医院800元")


def test_nothing_of_the_meaning_index_counts_at_weight_zero(tmp_path: Path) -> None:
    with ClauseIndex.build(CLAUSES, tmp_path, weights=Weights(dense=0)) as index:
        # Each keyword index has it first: 1/61 + 1/61.
        assert index.search("新生儿")[0].score == pytest.approx(2 / 61)


def test_an_index_opened_again_gives_the_same_hits(tmp_path: Path) -> None:
    with ClauseIndex.build(CLAUSES, tmp_path / "index", words=["起付线"]) as built:
        first = built.search("起付线")
    with ClauseIndex.open(tmp_path / "index") as opened:
        assert (len(opened), opened.search("起付线")) == (5, first)


def test_repeated_ids_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(DuplicateClauseError, match=r"more than once: cq/premium$"):
        ClauseIndex.build([*CLAUSES, CLAUSES[1]], tmp_path)


@pytest.mark.parametrize("clauses", [[], [("a", "……", {}), ("b", "", {})]])
def test_an_index_over_nothing_is_refused(tmp_path: Path, clauses: list[Clause]) -> None:
    with pytest.raises(NoClausesError, match="no clause"):
        ClauseIndex.build(clauses, tmp_path)


def test_a_clause_without_a_word_is_no_obstacle(tmp_path: Path) -> None:
    with ClauseIndex.build([("a", "……", {}), ("b", "住院", {})], tmp_path) as index:
        assert index.search("住院")[0].id == "b"


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="not empty"):
        ClauseIndex.build(CLAUSES, tmp_path)


def test_a_folder_without_an_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexUnreadableError, match=f"{tmp_path}.*build it again"):
        ClauseIndex.open(tmp_path)


def test_an_index_is_not_read_with_another_encoder(tmp_path: Path) -> None:
    class Other(StaticEncoder):
        def __init__(self) -> None:
            super().__init__()
            self.fingerprint = "other"

    ClauseIndex.build(CLAUSES, tmp_path).close()
    with pytest.raises(IndexUnreadableError, match="another encoder"):
        ClauseIndex.open(tmp_path, encoder=Other())


def test_progress_counts_up_to_all_clauses(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    ClauseIndex.build(CLAUSES, tmp_path, progress=lambda done, total: seen.append((done, total))).close()
    assert seen[-1] == (5, 5)


def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    index = ClauseIndex.build(CLAUSES, tmp_path)
    index.close()
    index.close()
