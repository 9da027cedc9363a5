"""A word that stands in one document alone tells which one is meant."""

from __future__ import annotations

import pytest

from mingbai.assistant.matching.telling_words import TellingWords
from mingbai.assistant.which_policy.own_words import OwnWords
from mingbai.corpus.reader import Corpus


@pytest.fixture
def own_words(corpus: Corpus) -> OwnWords:
    texts = {"report": "蒋云英做了审批", "notice": "审批后换证", "rule": "审批后领走"}
    return OwnWords(texts, TellingWords(corpus.vocabulary))


def test_a_name_tells_its_document(own_words: OwnWords) -> None:
    assert own_words.named("蒋云英的呢") == "report"


def test_words_that_others_say_too_are_no_name(own_words: OwnWords) -> None:
    assert own_words.named("审批") is None
    assert own_words.named("蒋云") is None  # two characters are too few for a name
    assert own_words.named("蒋云平") is None  # nobody writes that one


def test_a_pair_that_one_document_has_is_enough_to_mean_it(own_words: OwnWords) -> None:
    assert own_words.names_only("蒋云", "report")
    assert not own_words.names_only("审批", "notice")
