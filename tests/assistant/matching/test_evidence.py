"""What speaks for an answer: the most that one of its ways of asking tells, in the whole question or a part of it."""

from collections.abc import Sequence

import numpy as np
import pytest

from mingbai.assistant.matching.answers import Answered, AnswerPieces
from mingbai.assistant.matching.evidence import Candidate, Evidence, Text
from mingbai.assistant.matching.match import Match
from mingbai.assistant.matching.meanings import Meanings, Vectors
from mingbai.assistant.matching.piece_index import PieceIndex
from mingbai.assistant.matching.pieces import Pieces
from mingbai.corpus.asked import Asked
from mingbai.corpus.reader import Corpus

YUECHI = "yuechi-resident-2009"
GRANT, SILENCE = "补500元", "没有写电话：只写了去窗口"


class NeverNear:
    """An encoder for which nothing is near anything."""

    fingerprint = "never near"

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.zeros((len(texts), 2), dtype=np.float32)


@pytest.fixture
def pieces(corpus: Corpus) -> Pieces:
    return Pieces(corpus.policies.values(), corpus.vocabulary)


@pytest.fixture
def answers(corpus: Corpus) -> tuple[Answered, Answered, Answered]:
    """A grant, that no telephone is written, and a clause that keeps no answer."""
    grant, where, other = (clause.id for clause in corpus.policies[YUECHI].clauses[:3])
    return (YUECHI, grant, GRANT), (YUECHI, where, SILENCE), (YUECHI, other, None)


@pytest.fixture
def evidence(corpus: Corpus, pieces: Pieces, answers: Sequence[Answered]) -> Evidence:
    ways = ("生孩子补多少", "电话是哪个号", "住院怎么报")
    said = list(zip(answers, ways, strict=True))
    clauses = [
        clause.model_copy(update={"asked": (Asked.model_validate({"answer": answered[2], "people": words}),)})
        for clause, (answered, words) in zip(corpus.policies[YUECHI].clauses, said, strict=False)
    ]
    policy = corpus.policies[YUECHI].model_copy(update={"clauses": tuple(clauses)})
    index = PieceIndex.of(ways, pieces)
    return Evidence(AnswerPieces([policy], pieces, said, index), Meanings({YUECHI: policy}, NeverNear()))


def told(candidates: Sequence[Candidate], answered: Answered) -> Candidate:
    (found,) = (one for one in candidates if one.match.answered == answered)
    return found


def test_the_ways_of_one_answer_speak_for_it_together(
    evidence: Evidence, pieces: Pieces, answers: Sequence[Answered]
) -> None:
    nearest = Match(*answers[0], "生娃补多少", alike=0.4, fits=0.5, is_of_kind=True, held=0.8, near=0.6)
    other = Match(*answers[0], "生孩子给钱吗", alike=0.2, fits=1.0, is_of_kind=False, held=0.3, near=0.9)
    question = Text("生娃补多少", pieces.of("生娃补多少"), (other, nearest))
    found = told(evidence.candidates(question, ranked=[answers[1][:2], answers[0][:2]]), answers[0])
    assert found.match == nearest
    assert found.speaks["suits"] == 0.5  # of the way most alike
    assert found.speaks["held"] == pytest.approx(0.4)  # max(0.8 × 0.5, 0.3 × 1)
    assert found.speaks["near"] == pytest.approx(0.9)  # max(0.6 × 0.5, 0.9 × 1)
    assert found.speaks["kindred"] == 0.5  # one of two
    assert found.speaks["rank"] == 0.5  # the clause is the second found
    assert found.speaks["part_held"] == found.speaks["held"]


def test_a_part_may_speak_for_an_answer_more_than_the_whole(
    evidence: Evidence, pieces: Pieces, answers: Sequence[Answered]
) -> None:
    whole, part = "我家在镇上,生孩子补多少", "生孩子补多少"
    of_whole = Match(*answers[0], part, alike=0.3, held=0.6, near=0.5)
    of_part = Match(*answers[0], part, alike=1.0, held=1.0, near=0.4)
    elsewhere = Match(*answers[2], "住院怎么报", alike=0.1, held=0.1, near=0.1)
    found = evidence.candidates(
        Text(whole, pieces.of(whole), (of_whole,)), Text(part, pieces.of(part), (of_part, elsewhere)), ranked=[]
    )
    (grant,) = found  # what only a part is like is no candidate
    assert (grant.speaks["held"], grant.speaks["part_held"]) == (0.6, 1.0)
    assert (grant.speaks["near"], grant.speaks["part_near"]) == (0.5, 0.5)
    assert grant.speaks["part_bears"] > grant.speaks["bears"]
    assert grant.speaks["rank"] == 0.0


@pytest.mark.parametrize(("question", "unasked"), [("电话有没有", 0.0), ("几点开门", 1.0)])
def test_a_silence_tells_whether_the_question_speaks_of_it(
    evidence: Evidence, pieces: Pieces, answers: Sequence[Answered], question: str, unasked: float
) -> None:
    matches = [Match(*one, "电话是哪个号", alike=0.2) for one in answers]
    found = evidence.candidates(Text(question, pieces.of(question), matches), ranked=[])
    assert [one.speaks["silent"] for one in found] == [0.0, 1.0, 0.0]
    assert [one.speaks["unanswered"] for one in found] == [0.0, 0.0, 1.0]
    assert [one.speaks["unasked"] for one in found] == [0.0, unasked, 0.0]
