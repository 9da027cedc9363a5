"""A stay before the one asked about counts, and tells neither the hospital nor the place of that."""

from __future__ import annotations

import pytest

from mingbai.language.bills.earlier_stays import NO_STAYS, earlier_stays
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "admission"),
    [
        ("5月份她在县医院二级的住过一次了,这回是第二次,也还是在本地", 2),
        ("忘了说,5月份在二级住过一次", 2),
        ("之前住过两次院", 3),
        ("年初在二级住过一回,这回花了3万", 2),
        ("今年在二级已经住过两次了,这次花了8000", 3),
        ("住院花了8000,3月份在二级住过一次", 2),
    ],
)
def test_stays_of_the_year_are_counted_and_their_hospital_is_not_this_ones(
    reader: SentenceReader, sentence: str, admission: int
) -> None:
    facts = reader.read(sentence).facts
    assert facts["admission"] == admission
    assert "hospital_level" not in facts


def test_a_stay_of_another_year_does_not_count(reader: SentenceReader) -> None:
    said = reader.read("去年在深圳住过一回院,今年在岳池三级住院花了3万")
    assert said.facts["hospital_level"] == "三级"
    assert "admission" not in said.facts
    assert not said.other_places


@pytest.mark.parametrize(
    "text",
    [
        "今年住过3次院,都是二级,每次3000",
        "第一次在二级住的,第二次在三级住,一共花了3万",
        "上个月在二级医院住过院,花了3万",
        "5月份在二级住院花了3万",
    ],
)
def test_a_stay_with_a_bill_of_its_own_is_none_of_them(text: str) -> None:
    assert earlier_stays(text) == NO_STAYS
