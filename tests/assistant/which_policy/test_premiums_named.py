"""A premium that somebody names tells the plan it is paid for, or the document that has it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.which_policy.premiums_named import with_premiums
from mingbai.corpus.reader import Corpus
from mingbai.language.utterance import Utterance

CHONGQING, YUECHI = "chongqing-resident-2013", "yuechi-resident-2009"


def told(corpus: Corpus, *premiums: int, of: tuple[str, ...] = (), **facts: str) -> Utterance:
    said = Utterance("", facts, {}, (), (), (), (), (), frozenset(), None, premiums=tuple(map(Decimal, premiums)))
    return with_premiums(said, of, corpus.policies)


def test_a_premium_tells_the_plan_it_is_paid_for(corpus: Corpus) -> None:
    assert told(corpus, 150, of=(CHONGQING,)).facts == {"plan": "二档"}
    assert told(corpus, 150, of=(CHONGQING,), plan="一档").facts == {"plan": "一档"}  # what was said goes before


def test_a_premium_is_surer_than_what_only_sounded_so_and_than_not_knowing(corpus: Corpus) -> None:
    said = Utterance("", {"plan": "一档"}, {}, (), (), (), (), (), frozenset(), None, premiums=(Decimal(150),))
    assert with_premiums(replace(said, heard={"plan": "那档"}), (CHONGQING,), corpus.policies).facts == {"plan": "二档"}
    known = with_premiums(replace(said, unknown=frozenset({"plan"})), (CHONGQING,), corpus.policies)
    assert (known.facts, known.unknown) == ({"plan": "二档"}, frozenset())


def test_a_tier_named_by_its_premium_is_known_before_its_document(corpus: Corpus) -> None:
    said = Utterance("150那档", {}, {}, (), (), (), (), (), frozenset(), None, premiums=(Decimal(150),))
    assert with_premiums(said, (), corpus.policies).facts == {"plan": "二档"}
    assert with_premiums(replace(said, text="一年交150"), (), corpus.policies).facts == {}
    assert with_premiums(replace(said, premiums=()), (CHONGQING,), corpus.policies, (), (Decimal(60),)).facts == {
        "plan": "一档"
    }


def test_two_premiums_compare_their_plans(corpus: Corpus) -> None:
    assert told(corpus, 60, 150, of=(CHONGQING,)).compared == {"plan": ("一档", "二档")}


def test_one_that_nobody_or_several_pay_tells_nothing(corpus: Corpus) -> None:
    for paid in (99, 10):  # nobody pays 99; a pupil pays 10, and a child for two years
        assert told(corpus, paid, of=(YUECHI,)).facts == {}
    assert told(corpus, 150, 99, of=(CHONGQING,)).facts == {}


def test_a_document_without_a_place_is_known_by_its_premium(corpus: Corpus) -> None:
    assert told(corpus, 48).policies == ("unnamed-city-employee-catastrophic",)
    assert told(corpus, 150).policies == ()  # 重庆's has a place, by which it has to be named


def test_one_that_hides_its_place_is_known_by_its_premium_and_a_scheme_of_that_name(corpus: Corpus) -> None:
    said = Utterance("", {}, {}, (), (), (), (), (), frozenset(), None, premiums=(Decimal(75),))
    named = with_premiums(said, (), corpus.policies, ("大病保险",))  # of any scheme that is called 大病
    assert named.policies == ("hunan-district-employee-supplementary-2011",)
    assert with_premiums(said, (), corpus.policies, ("居民医保",)).policies == ()
    assert with_premiums(said, (), corpus.policies).policies == ()
