"""A deductible that was paid, sums above that of catastrophic insurance, and what somebody bears of the expense."""

import pytest

from mingbai.language.figures.deductibles import is_deductible_paid, tells_sum_above_deductible
from mingbai.language.numbers.amounts import find_amounts
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("广西大病,超过起付线的部分有十万,至少给多少", 100_000),
        ("浙江的大病保险,起付线以上还有六万块合规的", 60_000),
        ("山东大病,肺癌,过了起付线的部分有6万", 60_000),
        ("柳州大病,过了门槛的费用是3万", 30_000),
        ("浙江大病,过了起付线以后又花了十万合规的,至少给多少", 100_000),
    ],
)
def test_a_sum_above_the_deductible_is_what_is_left_after_it(reader: SentenceReader, sentence: str, own: int) -> None:
    facts = reader.read(sentence).facts
    assert facts["own_share"] == own
    assert facts["deductible_met"] == "是"
    assert "deductible" not in facts


@pytest.mark.parametrize("sentence", ["广西大病,起付线就算1.5万,自付5万", "大病起付线是15000,自付5万"])
def test_the_deductible_itself_stays_one(reader: SentenceReader, sentence: str) -> None:
    facts = reader.read(sentence).facts
    assert facts["deductible"] == 15_000
    assert facts["own_share"] == 50_000
    assert "deductible_met" not in facts


@pytest.mark.parametrize(
    "sentence",
    [
        "自己合理费用负担3万8",
        "报完自己合理费用还有38000",
        "本人负担的合规费用一共3万8",
        "起付线就算1.5万,报完居民医保后我自己合规的还要出38000",
    ],
)
def test_what_somebody_bears_of_the_eligible_expense(reader: SentenceReader, sentence: str) -> None:
    facts = reader.read(sentence).facts
    assert facts["own_share"] == 38_000
    assert "cost" not in facts
    assert "basic_cap" not in facts


@pytest.mark.parametrize(
    ("text", "expected"), [("起付线1300元已经交过", True), ("起付线今年已经扣过650元", True), ("起付线1300元", False)]
)
def test_a_deductible_that_was_paid(text: str, expected: bool) -> None:
    assert is_deductible_paid(text, find_amounts(text)[0]) is expected


def test_a_sum_above_the_deductible_is_told_without_the_name_of_the_insurance() -> None:
    assert tells_sum_above_deductible("那过了起付线以后又花了十万合规的")
    assert tells_sum_above_deductible("过了门槛自己又掏了6万")
    assert not tells_sum_above_deductible("起付线1300已经交过,花了3万")
