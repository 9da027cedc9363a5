"""How near the texts of a policy are to a question, with an encoder that only tells what speaks of a telephone."""

from collections.abc import Sequence

import numpy as np
import pytest

from mingbai.assistant.matching.meanings import Meanings, Vectors
from mingbai.corpus.asked import Asked
from mingbai.corpus.models import Policy
from mingbai.corpus.reader import Corpus

YUECHI = "yuechi-resident-2009"


class OfTelephones:
    """Texts that name a telephone point one way, all others across; keeps what it was asked to read."""

    fingerprint = "of telephones"

    def __init__(self) -> None:
        self.read: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.read += texts
        return np.array([(1, 0) if "电话" in text else (0, 1) for text in texts], dtype=np.float32)


@pytest.fixture
def policy(corpus: Corpus) -> Policy:
    """A policy of two clauses; only the first, one way of asking of each and the first answer speak of a telephone."""
    asked = (
        Asked.model_validate({"answer": "打电话就行", "people": ["去哪问", "电话多少"]}),
        Asked.model_validate({"answer": "补500元", "people": ["打电话能领钱吗", "生孩子补多少"]}),
    )
    clauses = corpus.policies[YUECHI].clauses[:2]
    texts = (
        {"title": "电话", "text": "看这里", "asked": asked[:1]},
        {"title": "生育", "text": "补", "asked": asked[1:]},
    )
    changed = tuple(one.model_copy(update=text) for one, text in zip(clauses, texts, strict=True))
    return corpus.policies[YUECHI].model_copy(update={"clauses": changed})


def test_each_text_is_as_near_as_its_own_vector(policy: Policy) -> None:
    near = Meanings({policy.id: policy}, OfTelephones()).near("有没有电话", policy.id)
    phone, births = (clause.id for clause in policy.clauses)
    assert near.ways.tolist() == [0.0, 1.0, 1.0, 0.0]  # in the order in which the clauses keep them
    assert near.answers == {"打电话就行": 1.0, "补500元": 0.0}
    assert near.headings == {phone: 1.0, births: 0.0}
    assert near.clauses == {phone: 1.0, births: 0.0}


def test_a_policy_is_read_once_and_only_when_it_is_asked_for(policy: Policy) -> None:
    encoder = OfTelephones()
    meanings = Meanings({policy.id: policy, "another": policy}, encoder)
    assert encoder.read == []
    meanings.near("生了娃", policy.id)
    assert encoder.read.count("电话多少") == 1
    encoder.read.clear()
    meanings.near("打哪个电话", policy.id)
    assert encoder.read == ["打哪个电话"]


def test_without_another_the_shipped_encoder_reads(corpus: Corpus) -> None:
    policy = corpus.policies[YUECHI]
    ways = [words for clause in policy.clauses for one in clause.asked for words in one.people]
    near = Meanings({policy.id: policy}).near(ways[0], policy.id)
    assert near.ways[0] == pytest.approx(1.0, abs=1e-5)
    assert near.ways.shape == (len(ways),)
