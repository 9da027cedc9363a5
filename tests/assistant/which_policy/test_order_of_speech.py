"""Policies stand in the order in which a message speaks of their places."""

from __future__ import annotations

from mingbai.assistant.which_policy.order_of_speech import by_place, spoken_at
from mingbai.corpus.reader import Corpus
from mingbai.language.utterance import Utterance

CHONGQING, YUECHI = "chongqing-resident-2013", "yuechi-resident-2009"


def _said(corpus: Corpus, text: str) -> Utterance:
    places = {corpus.policies[CHONGQING].place[-1]: "重庆", corpus.policies[YUECHI].place[-1]: "岳池"}
    spoken = {place: word for place, word in places.items() if word in text}
    return Utterance(text, {}, {}, tuple(spoken), (), (), (), (), frozenset(), None, spoken=spoken)


def test_each_place_named_is_a_group_in_the_order_of_speech(corpus: Corpus) -> None:
    told = _said(corpus, "岳池和重庆哪个报得多")
    assert by_place((CHONGQING, YUECHI), corpus.policies, told) == [(YUECHI,), (CHONGQING,)]
    assert spoken_at(corpus.policies[CHONGQING], told) == 3


def test_a_place_that_is_not_named_is_no_group(corpus: Corpus) -> None:
    assert by_place((CHONGQING, YUECHI), corpus.policies, _said(corpus, "重庆报多少")) == [(CHONGQING,)]
