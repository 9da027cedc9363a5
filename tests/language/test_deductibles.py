"""A deductible that is named is not one that was paid; a small premium only names the insurance."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("起付线1万,自己负担6万", "deductible"),
        ("起付标准是10000元,自己负担6万", "deductible"),
        ("起付线1万已经交过了,自己负担6万", "deductible_paid"),
        ("起付线今年已经扣过10000,自己负担6万", "deductible_paid"),
    ],
)
def test_named_or_paid(reader: SentenceReader, sentence: str, fact: str) -> None:
    facts = reader.read(sentence).facts
    assert facts == {fact: Decimal(10000), "own_share": Decimal(60000)}


@pytest.mark.parametrize(
    "sentence", ["报完自己还负担3万", "报完后自己还要负担3万", "报完后自己还要出3万", "自己要付3万", "个人还负担3万"]
)
def test_what_is_left_to_the_person(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts == {"own_share": Decimal(30000)}


def test_a_small_premium_is_no_second_bill(reader: SentenceReader) -> None:
    said = reader.read("48块的职工大病险,今年一共花了12万")
    assert said.problem is None
    assert said.facts["cost"] == Decimal(120000)


@pytest.mark.parametrize("sentence", ["花了3万的大病保险能报多少", "3万的住院费医保能报多少"])
def test_a_bill_before_the_insurance_stays_a_bill(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["cost"] == Decimal(30000)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [("我享受了实时救助", "是"), ("享受实时医疗救助", "是"), ("没有享受过实时救助", "否"), ("未享受实时救助", "否")],
)
def test_assistance_settled_on_the_spot(reader: SentenceReader, sentence: str, value: str) -> None:
    assert reader.read(sentence).facts["realtime_assistance"] == value


def test_a_place_of_which_somebody_is_no_resident_is_still_asked_about(reader: SentenceReader) -> None:
    assert reader.read("不是北京户口的学生能参加吗").places == ("北京市",)
    assert reader.read("不是北京的").places == ()
