"""What basic insurance paid of a bill, what was paid this year before, and what is left, told apart."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "fact", "amount"),
    [
        ("住院总共3万,医保先报了2万1", "basic_paid", 21_000),
        ("超限额30万,统筹报过了40万", "basic_paid", 400_000),
        ("住院8万,居民医保报了5万", "basic_paid", 50_000),
        ("医保已经支付了3万", "basic_paid", 30_000),
        ("花了5万,今年医保已经报了2万", "used_this_year", 20_000),
        ("今年大病已经报了25万", "used_this_year", 250_000),
        ("今年大病统筹报过5万,又花了6万", "used_this_year", 50_000),
        ("基本医保报过之后还有11万合规的要自己出", "own_share", 110_000),
        ("职工医保报完之后还剩六万", "own_share", 60_000),
        ("医保报了之后自己出8000", "own_share", 8_000),
        ("住院什么都报完了自己还有四万", "own_share", 40_000),
        ("医保报完了又花了12万", "excess", 120_000),
    ],
)
def test_who_paid_what(reader: SentenceReader, sentence: str, fact: str, amount: int) -> None:
    facts = reader.read(sentence).facts
    assert facts[fact] == Decimal(amount)
    paid = {"basic_paid", "used_this_year", "own_share", "excess"} & facts.keys()
    assert paid - {"excess"} <= {fact} or fact == "basic_paid"


def test_what_is_asked_is_not_told(reader: SentenceReader) -> None:
    facts = reader.read("医保报多少,花了3万").facts
    assert "basic_paid" not in facts
    assert facts["cost"] == Decimal(30_000)
