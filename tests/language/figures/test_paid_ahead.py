"""What was paid towards a bill is told apart from the bill."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "cost", "ahead"),
    [
        ("押金交了5000,一共花了8000,报多少", 8000, 1),
        ("住院先交了5000押金,最后结账2万3", 23000, 1),
        ("押金5000退了我800,总费用21800", 21800, 2),
        ("预交款3000,出院结算一万二", 12000, 1),
        ("住院2万,自己已经垫了5000", 20000, 1),
        ("先交了5000,后来又交了3000,结账2万3", 23000, 2),
        ("住院一万二千三,医保卡已经刷了3000", 12300, 1),
    ],
)
def test_a_deposit_is_no_bill_beside_the_settled_one(
    reader: SentenceReader, sentence: str, cost: int, ahead: int
) -> None:
    said = reader.read(sentence)
    assert said.facts["cost"] == Decimal(cost)
    assert len(said.uncounted) == ahead
    assert said.problem is None


def test_a_deposit_alone_is_no_bill_either(reader: SentenceReader) -> None:
    for sentence in ("住院押金交了5000,能报多少", "住院另外交了500块押金"):
        said = reader.read(sentence)
        assert "cost" not in said.facts
        assert said.premiums == ()


@pytest.mark.parametrize("sentence", ["自己先垫了5000,能报多少", "住院先交了5000,能报多少"])
def test_what_was_put_down_is_the_bill_where_there_is_no_other(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["cost"] == Decimal(5000)


@pytest.mark.parametrize(
    ("sentence", "fact", "value"),
    [
        ("特殊病门诊花了5000,起付线今年已经交过350了", "deductible_paid", 350),
        ("住院花了5万,医保已经付了2万", "basic_paid", 20000),
        ("住院花了5万,新农合先付了2万", "basic_paid", 20000),
    ],
)
def test_what_is_named_otherwise_stays_what_it_is(reader: SentenceReader, sentence: str, fact: str, value: int) -> None:
    said = reader.read(sentence)
    assert said.facts[fact] == Decimal(value)
    assert said.uncounted == ()


def test_another_visit_is_a_bill_of_its_own(reader: SentenceReader) -> None:
    said = reader.read("门诊先付了500,住院花了8000")
    assert said.uncounted == ()
    assert said.problem is not None
