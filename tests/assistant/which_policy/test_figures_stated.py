"""The one document that states all the figures by which an insurance is named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.which_policy.figures_stated import own_figures, stated_by
from mingbai.assistant.which_policy.premiums_named import with_premiums
from mingbai.corpus.reader import Corpus
from mingbai.language.utterance import Utterance

UNNAMED, HUNAN = "unnamed-city-employee-catastrophic", "hunan-district-employee-supplementary-2011"
EMPTY = Utterance("", {}, {}, (), (), (), (), (), frozenset(), None)


def test_a_cap_or_the_ratios_of_bands_tell_the_document(corpus: Corpus) -> None:
    by_cap = replace(EMPTY, caps=(Decimal(150_000),))
    assert stated_by(by_cap, corpus.policies, ("职工大病保险",)) == UNNAMED
    by_ratios = replace(EMPTY, text="85/90/95分三段那个")
    assert stated_by(by_ratios, corpus.policies, ("职工大病保险",)) == UNNAMED


def test_all_that_is_named_has_to_fit(corpus: Corpus) -> None:
    said = replace(EMPTY, premiums=(Decimal(48),), caps=(Decimal(150_000),))
    assert stated_by(said, corpus.policies, ()) == UNNAMED
    assert stated_by(replace(said, caps=(Decimal(170_000),)), corpus.policies, ()) is None
    assert stated_by(said, corpus.policies, ("居民医保",)) is None


def test_a_document_of_some_district_is_told_by_its_cap_and_its_scheme(corpus: Corpus) -> None:
    said = replace(EMPTY, premiums=(Decimal(75),), caps=(Decimal(100_000),), facts={"basic_cap": Decimal(40_000)})
    assert stated_by(said, corpus.policies, ("大病保险",)) == HUNAN
    assert stated_by(said, corpus.policies, ()) is None


def test_the_month_from_which_a_rule_holds_tells_it(corpus: Corpus) -> None:
    said = replace(EMPTY, text="19年10月起门诊统筹那个县")
    assert stated_by(said, corpus.policies, ()) == "county-urban-poor-2020"
    said = replace(EMPTY, text="2019年10月落实门诊统筹那县")
    assert stated_by(said, corpus.policies, ()) == "county-urban-poor-2020"
    assert stated_by(replace(EMPTY, text="2019年10月起我一直住院"), corpus.policies, ()) is None


def test_another_place_has_a_rule_of_its_own(corpus: Corpus) -> None:
    said = replace(EMPTY, text="成都的职工大病48块那种", premiums=(Decimal(48),), other_places=("成都",))
    assert stated_by(said, corpus.policies, ()) is None
    assert stated_by(replace(said, text="48块的职工大病,去成都住院"), corpus.policies, ()) == UNNAMED


def test_the_cap_of_the_document_is_no_line_above_which_it_pays(corpus: Corpus) -> None:
    said = replace(EMPTY, premiums=(Decimal(48),), facts={"basic_cap": Decimal(150_000)})
    assert with_premiums(said, (), corpus.policies).facts == {}
    line = replace(said, facts={"basic_cap": Decimal(40_000)})
    assert with_premiums(line, (), corpus.policies).facts == {"basic_cap": Decimal(40_000)}


def test_the_own_figures_of_a_policy_are_its_lines_caps_and_costs(corpus: Corpus) -> None:
    assert {Decimal(75), Decimal(40_000), Decimal(100_000)} <= own_figures(corpus.policies[HUNAN])
    assert Decimal(130_000) not in own_figures(corpus.policies[HUNAN])
