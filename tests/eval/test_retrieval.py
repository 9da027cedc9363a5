"""Retrieval scores on a library whose rankings are made by hand."""

from collections.abc import Iterable

import pytest

from eval.retrieval import score_retrieval
from mingbai.retrieval import Hit, Standing
from tests.eval.made import a_question


class HandmadeLibrary:
    """Finds the same three clauses for every question: the one asked for is first by words, last by vectors."""

    def search(self, query: str, policies: Iterable[str] = (), k: int = 8) -> list[Hit]:
        return [
            hit("premium", 0.9, dense=1, bigrams=1, words=2),
            hit("inpatient", 0.8, dense=3, bigrams=2, words=1),
            hit("outpatient", 0.7, dense=2, bigrams=None, words=None),
        ]


def hit(clause: str, score: float, dense: int | None, bigrams: int | None, words: int | None) -> Hit:
    standings = [None if rank is None else Standing(rank, 0.5) for rank in (dense, bigrams, words)]
    return Hit(f"some-county#{clause}", "", {"policy": "some-county"}, score, *standings)


def test_each_system_is_scored_by_its_own_ranks() -> None:
    found = score_retrieval(HandmadeLibrary(), [a_question(kind="fact", amount=None, sum=None)])  # type: ignore[arg-type]
    ranks = {system: scores["MRR"] for (place, system), scores in found.scores.items() if place == "within the policy"}
    assert ranks["all indexes fused"] == pytest.approx(1 / 2)
    assert ranks["BM25, words only"] == pytest.approx(1)
    assert ranks["BM25, bigrams only"] == pytest.approx(1 / 2)
    assert ranks["vectors only"] == pytest.approx(1 / 3)
    assert found.missed == ()


def test_only_questions_that_rest_on_a_clause_found_are_asked() -> None:
    fact = a_question(kind="fact", amount=None, sum=None)
    found = score_retrieval(HandmadeLibrary(), [a_question(id="cq-02"), fact])  # type: ignore[arg-type]
    assert found.questions == 1


def test_a_clause_not_found_is_named() -> None:
    question = a_question(kind="fact", amount=None, sum=None, clauses=["annual-cap"])
    found = score_retrieval(HandmadeLibrary(), [question])  # type: ignore[arg-type]
    assert found.missed == ("cq-01",)
