"""The words of one part of a message."""

from __future__ import annotations

import pytest

from mingbai.assistant.planning.parts.part_words import asks_something, is_of_claim, names_subject_in
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("扣门槛费不扣", True),
        ("给办不", True),
        ("啥收入都没有", False),
        ("问几个事", False),
        ("有没封顶", True),
        ("单位出还是员工出", True),
        ("做了救助还是扛不住", False),
    ],
)
def test_what_only_announces_or_denies_asks_nothing(reader: SentenceReader, words: str, expected: bool) -> None:
    assert asks_something(reader.read(words)) is expected


@pytest.mark.parametrize(("words", "expected"), [("过了咋办", False), ("出院单据最晚哪天交上去", True)])
def test_a_subject_is_named_beside_what_asks(words: str, expected: bool) -> None:
    assert names_subject_in(words) is expected


def test_papers_for_a_referral_are_not_those_for_claiming() -> None:
    assert is_of_claim("要带什么材料")
    assert not is_of_claim("转诊要带什么材料")
