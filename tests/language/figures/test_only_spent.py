"""How much was used of a treatment is a bill where it is the only sum, and paid this year beside one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("岳池居民医保,我爸特殊大病门诊,今年开头已经用了3200", "cost"),
        ("岳池特殊门诊,今年已用3200能报多少", "cost"),
        ("重庆二档二级医院住院,今年已经用了3200,还能报多少", "used_this_year"),
        ("住院前头已经用了3200", "used_this_year"),
        ("今年已经用了3200", "used_this_year"),
        ("特殊门诊已经报了3200", "used_this_year"),
    ],
)
def test_what_was_used(reader: SentenceReader, sentence: str, fact: str) -> None:
    facts = reader.read(sentence).facts
    assert {name: value for name, value in facts.items() if isinstance(value, Decimal)} in (
        {fact: Decimal(3200)},
        {"special_used_this_year": Decimal(3200)} if fact != "cost" else {},
    )


def test_beside_a_bill_told_before_it_is_what_was_paid(reader: SentenceReader) -> None:
    told = {"cost": Decimal(9000)}
    assert reader.read("住院今年已经用了7万", told=told).facts["used_this_year"] == Decimal(70000)
