"""A sum told before is divided by a message that says where so much of it was, and where the rest."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader

_TOLD = {"care": "普通门诊", "hospital_level": "乡镇卫生院", "cost": Decimal(630)}


def test_a_part_elsewhere_and_the_rest_make_two_bills(reader: SentenceReader) -> None:
    said = reader.read("不是卫生院,有200是县中医院中医治疗的,其余还是卫生院", told=_TOLD)
    assert [dict(one.facts) for one in said.bills] == [
        {"hospital_level": "县中医院", "care": "中医门诊", "cost": Decimal(200)},
        {"hospital_level": "乡镇卫生院", "cost": Decimal(430)},
    ]
    assert said.facts == {"cost": Decimal(630)}
    assert not said.compared


@pytest.mark.parametrize(
    "sentence",
    [
        "有200是自费的,其余还是卫生院",  # outside the list, and no bill of its own
        "有200是借的,剩下的自己掏",
        "有800是县中医院的,其余还是卫生院",  # more than the whole
    ],
)
def test_what_divides_nothing(reader: SentenceReader, sentence: str) -> None:
    assert not reader.read(sentence, told=_TOLD).bills
