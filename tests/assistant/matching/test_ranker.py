import math
from collections.abc import Sequence

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.matching.evidence import Candidate
from mingbai.assistant.matching.match import Match
from mingbai.assistant.matching.ranker import Ranker, Weights, showing_signs

WEIGHTS = Weights(order={"near": 2.0, "rank": 1.0}, showing={"share": 4.0, "near": 1.0}, bias=-2.0)


def candidate(clause: str, answer: str, near: float, rank: float) -> Candidate:
    return Candidate(Match("yuechi", clause, answer, "能报吗", 0.3), {"near": near, "rank": rank})


@pytest.fixture
def candidates() -> Sequence[Candidate]:
    # 2 × 0.5 + 1 = 2; 2 × 0.5 + 0.5 = 1.5; 2 × 0.25 + 1 = 1.5
    return (
        candidate("births", "补500元", 0.5, 0.5),
        candidate("who", "能", 0.5, 1.0),
        candidate("who", "不行", 0.25, 1.0),
    )


def test_the_answer_for_which_most_speaks_is_likeliest(candidates: Sequence[Candidate]) -> None:
    found = Ranker(WEIGHTS).likeliest(candidates)
    assert found is not None
    share = 1 / (1 + 2 * math.exp(-0.5))  # the others are 0.5 below the best
    assert found[0].match.answer == "能"
    assert found[1] == pytest.approx(1 / (1 + math.exp(-(4 * share + 0.5 - 2))))


def test_answers_of_its_clause_speak_for_the_best(candidates: Sequence[Candidate]) -> None:
    signs = showing_signs(candidates, [1.5, 2.0, 1.5], 1)
    other = math.exp(-0.5)
    assert signs["share"] == pytest.approx(1 / (1 + 2 * other))
    assert signs["in_clause"] == pytest.approx((1 + other) / (1 + 2 * other))
    assert signs["score"] == 2.0


def test_of_no_answers_none_is_likely() -> None:
    assert Ranker(WEIGHTS).likeliest(()) is None


def test_the_shipped_weights_weigh_what_speaks_for_an_answer(library: Library) -> None:
    found = library.asked.candidates("低保户要交多少", ("yuechi-resident-2009",), ())
    weights = Weights.read()
    known = {*found[0].speaks, *showing_signs(found, [0.0] * len(found), 0)}
    assert {*weights.order} <= {*found[0].speaks}
    assert {*weights.showing} <= known
