"""How often the tagger is right where it is sure, on sentences by somebody who saw none of those that it learnt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mingbai.corpus.reader import Corpus
from mingbai.corpus.spoken import Spoken, read_spoken
from mingbai.language.hearing import Hearing, asked_for
from mingbai.language.lexicon import CHOICE

UNSEEN = Path(__file__).parent / "unseen"
LEARNT = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def unseen(corpus: Corpus) -> list[Spoken]:
    return list(read_spoken(UNSEEN, corpus.vocabulary))


def test_none_of_them_was_learnt(corpus: Corpus, unseen: list[Spoken]) -> None:
    assert len(unseen) > 250
    assert {one.text for one in unseen}.isdisjoint(one.text for one in read_spoken(LEARNT, corpus.vocabulary))


def test_what_is_surely_asked_is_nearly_always_that(unseen: list[Spoken]) -> None:
    heard = [(asked_for(one.text), one.asks) for one in unseen]
    sure = [(asks, meant) for asks, meant in heard if asks is not None]
    assert len(sure) >= 0.6 * len(unseen)
    assert sum(asks == meant for asks, meant in sure) >= 0.93 * len(sure)


def test_facts_heard_beside_the_vocabulary_are_nearly_always_told(corpus: Corpus, unseen: list[Spoken]) -> None:
    hearing = Hearing(corpus.vocabulary)
    heard = [
        (f"{found.kind.removeprefix(CHOICE)}={found.name}", {span.label for span in one.spans})
        for one in unseen
        for found in hearing.choices(one.text, ())
    ]
    assert len(heard) >= 20
    assert sum(label in told for label, told in heard) >= 0.88 * len(heard)


def test_sums_heard_to_be_no_plain_bill_are_nearly_always_that(corpus: Corpus, unseen: list[Spoken]) -> None:
    hearing = Hearing(corpus.vocabulary)
    heard = [(role, label) for one in unseen for role, label in _roles(hearing, one) if role]
    assert len(heard) >= 20
    assert sum(role == label for role, label in heard) >= 0.95 * len(heard)


def _roles(hearing: Hearing, spoken: Spoken) -> Iterator[tuple[str | None, str]]:
    for span in spoken.spans:
        if "=" not in span.label:
            yield hearing.role(spoken.text, span.start, span.end), span.label
