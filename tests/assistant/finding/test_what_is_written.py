"""What the documents do not speak of is noticed; what they do is found first."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.what_is_written import WhatIsWritten, is_well_matched
from mingbai.assistant.library import Library
from mingbai.assistant.matching.telling_words import TellingWords
from mingbai.assistant.matching.widening import Widening
from mingbai.retrieval import Hit, Standing

CHONGQING, SHANDONG = "chongqing-resident-2013", "shandong-ncms-catastrophic-2013"


@pytest.fixture(scope="module")
def written(library: Library) -> WhatIsWritten:
    vocabulary = library.corpus.vocabulary
    return WhatIsWritten(library, TellingWords(vocabulary), Widening(vocabulary))


def hit(clause: str, text: str, score: float = 3.0, policy: str = CHONGQING) -> Hit:
    standing = Standing(1, score)
    return Hit(f"{policy}#{clause}", text, {"policy": policy, "clause": clause}, score, standing, standing, standing)


def test_a_term_of_which_no_clause_speaks_is_unwritten(library: Library, written: WhatIsWritten) -> None:
    assert "滞纳金" not in library.texts[CHONGQING]
    assert written.unwritten("滞纳金怎么算", [CHONGQING]) == ("滞纳金",)
    assert written.unwritten("滞纳金和起付线怎么算", [CHONGQING]) == ()  # of the other one it does speak
    assert written.unwritten("滞纳金怎么算", []) == ()  # nobody said whose clauses


def test_clauses_that_speak_of_the_term_come_first(written: WhatIsWritten) -> None:
    other, own = hit("a", "门诊\n补助"), hit("b", "住院\n起付线800元")
    assert written.first("起付线多少", [other, own]) == [own, other]
    assert written.first("补助多少", [other, own]) == [other, own]


def test_telling_words_that_no_clause_found_says_are_unsaid(written: WhatIsWritten) -> None:
    found = [hit("inpatient", "住院报销")]
    assert written.unsaid("足浴报不报", found) == ("足浴",)
    assert written.unsaid("住院报不报", found) == ()
    assert written.unsaid("足浴报不报", [hit("inpatient", "足浴报不报", 5.5)]) == ()  # it shares too much for chance


def test_guides_of_no_place_tell_what_the_place_does_not(written: WhatIsWritten, library: Library) -> None:
    told = written.told_beyond(("并轨",), [SHANDONG])
    assert told
    for one in told:
        assert not library.corpus.policies[one].place
        assert "并轨" in library.texts[one]
        assert "山东" in library.texts[one]
    assert written.told_beyond(("并轨",), told) == ()  # these have no place


@pytest.mark.parametrize(("score", "is_one"), [(5.4, False), (5.5, True)])
def test_a_clause_is_well_matched_from_a_score_on(score: float, *, is_one: bool) -> None:
    assert is_well_matched(hit("a", "", score)) is is_one


@pytest.mark.parametrize(
    ("question", "policy", "unwritten"),
    [
        ("报销去哪里报", "qinghai-catastrophic-2012", ("报销地点",)),
        ("几天内去报", "zhejiang-catastrophic-2014", ("报销期限",)),
        ("几天内去报", "beijing-employee-catastrophic-1995", ()),  # within 60 days
        ("钱打到哪里", SHANDONG, ("收款账户",)),
        ("钱打到哪里", "wujiang-catastrophic", ()),  # to a bank card, or as a deposit slip
        ("让别人代办行吗", "yuechi-resident-2009", ("代办",)),
        ("能异地直接结算吗", "guangxi-catastrophic-pilot-2013", ("异地直接结算",)),
        ("能异地直接结算吗", "xiuning-resident", ()),
        ("要先自己垫钱吗", "jilin-county-resident-2008", ("先垫付",)),
        ("要先自己垫钱吗", "xiamen-medical-assistance", ()),  # the hospital advances it
    ],
)
def test_errands_that_no_clause_speaks_of(
    written: WhatIsWritten, question: str, policy: str, unwritten: tuple[str, ...]
) -> None:
    assert written.unwritten(question, [policy]) == unwritten
