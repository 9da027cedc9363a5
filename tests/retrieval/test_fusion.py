import pytest

from mingbai.retrieval.fusion import Standing, fuse, standings


def test_ranks_count_from_one() -> None:
    assert standings([(7, 0.9), (3, 0.5)]) == {7: Standing(1, 0.9), 3: Standing(2, 0.5)}


def test_each_index_votes_with_its_weight_over_sixty_plus_rank() -> None:
    meaning = standings([(1, 0.9), (2, 0.8)])
    words = standings([(2, 12.0)])
    # row 2: 0.5/(60+2) + 1/(60+1) = 0.0080645 + 0.0163934 = 0.0244579; row 1: 0.5/(60+1) = 0.0081967
    assert fuse([(0.5, meaning), (1.0, words)]) == [
        (2, pytest.approx(0.0244579, abs=1e-7)),
        (1, pytest.approx(0.0081967, abs=1e-7)),
    ]


def test_equal_scores_stay_in_row_order() -> None:
    assert [row for row, _ in fuse([(1.0, standings([(5, 1.0)])), (1.0, standings([(2, 1.0)]))])] == [2, 5]
