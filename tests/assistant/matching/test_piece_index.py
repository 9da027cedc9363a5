import math

import numpy as np
import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.matching.piece_index import Likenesses, PieceIndex
from mingbai.assistant.matching.pieces import Pieces, any_of, number_of, piece_of
from mingbai.corpus.reader import Corpus


@pytest.fixture(scope="module")
def pieces(corpus: Corpus) -> Pieces:
    return Pieces(corpus.policies.values(), corpus.vocabulary)


def test_many_texts_have_the_pieces_that_each_has_alone(pieces: Pieces, library: Library) -> None:
    ways = [
        words
        for policy in library.corpus.policies.values()
        for clause in policy.clauses
        for one in clause.asked
        for words in one.people[:2]
    ]
    texts = [*ways, "", "两行\n一句", "用了ABC药,花了120块"]
    found: list[set[str]] = [set() for _ in texts]
    for number, at in zip(*pieces.of_each(texts), strict=True):
        found[at].add(piece_of(int(number)))
    assert found == [pieces.of(text) for text in texts]


def test_a_piece_leads_to_the_texts_that_have_it(pieces: Pieces) -> None:
    index = PieceIndex.of(("红木", "木床", "红床"), pieces)
    assert [index.rows(piece).tolist() for piece in ("红", "木", "红床", "住院")] == [[0, 2], [0, 1], [2], []]


def test_texts_put_together_have_a_piece_once(pieces: Pieces) -> None:
    index = PieceIndex.of(("红木", "红床", "木床"), pieces)
    merged = index.merged(np.array([0, 0, 1]))
    assert [merged.rows(piece).tolist() for piece in ("红", "木")] == [[0], [0, 1]]
    assert merged.counts(1, 2) == {"木": 1, "床": 1, "木床": 1}


def test_a_text_is_as_like_as_the_weights_of_shared_pieces(pieces: Pieces) -> None:
    likenesses = Likenesses(PieceIndex.of(("红木", "红床"), pieces), unheard=0.5)
    # Weights of 3 / (how many of 2 have it): 红 ln 1.5 / 2; 木, 床 ln 3 / 2; 红木, 红床 ln 3.
    shared, alone = (math.log(1.5) / 2) ** 2, (math.log(3) / 2) ** 2 + math.log(3) ** 2
    found, held = likenesses.of({"红", "木", "红木"})
    assert found.tolist() == pytest.approx([1.0, shared / (shared + alone)])
    assert held.tolist() == pytest.approx([1.0, shared / (shared + alone)])
    # 肾 is said of neither: half its weight counts, ln 3 / 2 halved.
    with_unheard, _ = likenesses.of({"红", "肾"})
    assert with_unheard[0] == pytest.approx(
        shared / math.sqrt((shared + 0.25 * (math.log(3) / 2) ** 2) * (shared + alone))
    )
    assert not likenesses.of({"肾"})[0].any()


def test_numbers_stand_for_pieces() -> None:
    assert [piece_of(number_of(piece)) for piece in ("血", "血透", "7", "a7")] == ["血", "血透", "7", "a7"]


def test_the_longest_of_words_that_begin_alike_is_found() -> None:
    words = any_of(("医", "医保", "医保卡", "社保", "(县)"))
    assert words.findall("医保卡和社保,医院(县)") == ["医保卡", "社保", "医", "(县)"]
    assert any_of(()).search("医保") is None
