"""A sum that counts of a larger one told before is the bill; the rest is paid by the person."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "fact", "counts", "rest"),
    [
        ("三级医院总费用312000元,目录内290000元,统筹付多少", "cost", 290000, 22000),
        ("花了3万,医保只认2万6", "cost", 26000, 4000),
        ("超出统筹限额的单子总共8.8万,里头合规的只认7万", "excess", 70000, 18000),
        ("超统筹上限的总额十万,起付线以下和乙类先付扣掉剩九万", "excess", 90000, 10000),
    ],
)
def test_only_what_counts_is_the_bill(reader: SentenceReader, sentence: str, fact: str, counts: int, rest: int) -> None:
    facts = reader.read(sentence).facts
    assert facts[fact] == Decimal(counts)
    assert facts["self_funded"] == Decimal(rest)


@pytest.mark.parametrize(
    "sentence",
    ["一次合规3万,一次合规2万", "花了一万六,扣了5000", "住院花了3万,门诊目录内2000", "住院花了2万,合规自付6000"],
)
def test_another_sum_is_no_part(reader: SentenceReader, sentence: str) -> None:
    assert "self_funded" not in reader.read(sentence).facts


def test_a_part_of_the_bill_before_is_not_paid(reader: SentenceReader) -> None:
    facts = reader.read("其中4千是不合理费用不认", bill="own_share").facts
    assert facts == {"self_funded": Decimal(4000)}


def test_the_whole_bill_is_not_told_anew(reader: SentenceReader) -> None:
    told = {"excess": Decimal(90000), "self_funded": Decimal(10000)}
    assert not reader.read("那我自己这十万里出多少", told=told).facts


@pytest.mark.parametrize(
    ("sentence", "fact", "value"),
    [("医院账单壹万贰仟捌佰元整", "cost", 12800), ("报完自己还剩9,400,50%再补是几多", "own_share", 9400)],
)
def test_a_sum_stands_apart_from_its_neighbours(reader: SentenceReader, sentence: str, fact: str, value: int) -> None:
    assert reader.read(sentence).facts[fact] == Decimal(value)
