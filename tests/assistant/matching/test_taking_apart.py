"""What the parts of a question ask, and what they only tell of the case."""

from __future__ import annotations

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.matching.local_headings import LocalHeadings
from mingbai.assistant.matching.pieces import Pieces
from mingbai.assistant.matching.taking_apart import TakingApart
from mingbai.assistant.matching.ways import Reading

YUECHI = "yuechi-resident-2009"


@pytest.fixture(scope="module")
def apart(library: Library) -> TakingApart:
    policies, vocabulary = library.corpus.policies.values(), library.corpus.vocabulary
    pieces = Pieces(policies, vocabulary)
    return TakingApart(policies, Reading(vocabulary, pieces), pieces, LocalHeadings(policies, vocabulary))


def test_what_asks_stands_apart_from_what_only_tells(apart: TakingApart) -> None:
    whole, asking, sides = apart.of("我家娃在外地读书,住院要带什么证明", (YUECHI,), None)
    assert whole.text == "我家娃在外地读书,住院要带什么证明"
    assert [one.text for one in asking] == ["住院要带什么证明"]
    assert [one.text for one in sides] == ["我家娃在外地读书"]


def test_a_part_asks_for_its_own_thing_and_a_telling_one_for_that_of_the_whole(apart: TakingApart) -> None:
    whole, (asking,), (side,) = apart.of("我家娃在外地读书,住院找谁登记", (YUECHI,), None)
    assert whole.asks == asking.asks == side.asks == "who"


def test_a_question_of_one_part_has_no_other(apart: TakingApart) -> None:
    assert apart.of("住院要带什么证明", (YUECHI,), None)[1:] == ([], [])


def test_what_only_names_whose_rule_is_asked_for_is_no_part(apart: TakingApart) -> None:
    assert apart.of("岳池县居民医保,住院要带什么证明", (YUECHI,), None)[1:] == ([], [])
