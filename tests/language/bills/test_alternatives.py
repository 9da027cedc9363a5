"""One bill in two ways is compared, visits one after another are several bills, and some are to be seen alone."""

from __future__ import annotations

import pytest

from mingbai.language.bills.so_far import tells_sum_so_far
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "fact", "values"),
    [
        ("我在岳池,一级医院住院1150和二级医院住院1150,各能报多少", "hospital_level", ("一级", "二级")),
        ("重庆二档,二级医院住院花5000,三级医院住院花5000,分别能报多少", "hospital_level", ("二级", "三级")),
        ("岳池居民,二级住院5000报多少?要是三级同样花5000呢", "hospital_level", ("二级", "三级")),
    ],
)
def test_one_sum_in_two_ways_is_compared(
    reader: SentenceReader, sentence: str, fact: str, values: tuple[str, ...]
) -> None:
    said = reader.read(sentence)
    assert said.compared == {fact: values}
    assert not said.bills


@pytest.mark.parametrize(
    "sentence",
    [
        "岳池先在二级医院住院花5000后来三级医院住院花5000分别能报多少",
        "岳池二级医院住院5000,又在三级医院住院5000,各报多少",
        "岳池二级住院5000报多少,要是又在三级花5000呢",
        "岳池我妈一级住院1150,我爸二级住院1150,各报多少",
        "岳池二级医院第一次住院5000,第二次住院5000,各报多少",
    ],
)
def test_visits_and_persons_are_bills_of_their_own(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert len(said.bills) == 2
    assert not any(one.is_alone for one in said.bills)


@pytest.mark.parametrize(
    ("sentence", "is_alone"),
    [
        ("北京小孩,看病花了600,还有一回住院10650,分开看能报不、各报多少", True),
        ("北京小孩,看病花了600,还有一回住院10650,各报多少", False),
        ("岳池二级医院第一次住院5000,第二次住院3000,分开算各报多少", False),  # the second stays a second
    ],
)
def test_bills_that_are_to_be_seen_alone(reader: SentenceReader, sentence: str, is_alone: bool) -> None:
    bills = reader.read(sentence).bills
    assert len(bills) == 2
    assert all(one.is_alone == is_alone for one in bills)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我又去住了一回,今年一共超了9万6", True),
        ("后来又花了,加起来自负到1万6", True),
        ("又住了,累计自付2万", True),
        ("又住了一次,超了3万", False),
        ("今年一共住了两次", False),
        ("又住了一次花了3000,两次一共报多少", False),
    ],
)
def test_what_the_year_has_come_to(text: str, expected: bool) -> None:
    assert tells_sum_so_far(text) == expected


def test_visits_told_right_behind_a_sum(reader: SentenceReader) -> None:
    said = reader.read("洛阳职工,统筹的顶已经到了,从那以后在三甲又住了两次,合规的一次四万二一次两万八,大病能给报多少")
    assert [one.facts["excess"] for one in said.bills] == [42000, 28000]


@pytest.mark.parametrize(
    ("sentence", "cares"),
    [
        ("洛阳退休,重特大疾病,在市级医院住院超封顶2万,门诊又1万,各报多少", ["重特大疾病住院", "重特大疾病门诊"]),
        ("洛阳退休,重特大疾病,在市级医院住院超封顶2万,普通门诊又1万,各报多少", ["重特大疾病住院", "普通门诊"]),
    ],
)
def test_outpatient_care_of_what_was_named_before(reader: SentenceReader, sentence: str, cares: list[str]) -> None:
    assert [one.facts["care"] for one in reader.read(sentence).bills] == cares


def test_sums_told_of_each_visit_are_no_alternatives(reader: SentenceReader) -> None:
    said = reader.read("洛阳职工,三级医院,封顶线到了以后又住了三次,分别1万、2万、3万,大病报多少")
    assert not said.compared
    assert len(said.bills) == 3


@pytest.mark.parametrize(
    ("sentence", "care"),
    [
        ("我先在一级医院住花了1100", "住院"),
        ("阑尾炎在一级医院花了1600", "住院"),
        ("阑尾炎手术以后门诊复查,在一级医院花了160", "普通门诊"),
        ("三级医院这一年头一回住,范围内两万零五百五", "住院"),
        ("算重大疾病那类特病门诊,在三级医院花了16800", "重大疾病门诊"),
        ("门诊重特大病又花8000,腹透不是", "重特大疾病门诊"),
    ],
)
def test_the_kind_of_care_that_words_tell(reader: SentenceReader, sentence: str, care: str) -> None:
    assert reader.read(sentence).facts["care"] == care


def test_two_pieces_are_no_two_yuan(reader: SentenceReader) -> None:
    assert "cost" not in reader.read("两块加一起").facts
    assert reader.read("药费两块").facts["cost"] == 2
