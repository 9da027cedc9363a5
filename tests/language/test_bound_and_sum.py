"""A limit that was passed and what was spent above it: said in one breath, or with 又花 between them."""

from decimal import Decimal

import pytest

from mingbai.language.numbers.amounts import find_amounts
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("text", "excess"),
    [
        ("超过四万又花了五万报多少", 50000),
        ("超了四万又花2万报多少", 20000),
        ("超4万,再花了2万报多少", 20000),
        ("超过四万三万块,到手多少", 30000),
    ],
)
def test_the_limit_is_no_bill(reader: SentenceReader, text: str, excess: int) -> None:
    said = reader.read(text)
    assert said.facts["excess"] == Decimal(excess)
    assert said.facts["basic_cap"] == Decimal(40000)
    assert not said.bills


def test_one_sum_stays_one(reader: SentenceReader) -> None:
    assert reader.read("超过四万三千块报多少").facts["excess"] == Decimal(43000)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("超四万又花2万报多少?花6万呢", ("20000", "60000")),
        ("48元那个四万以上的大病,超出2万报多少,超出8万报多少", ("20000", "80000")),
    ],
)
def test_two_sums_asked_of_each_are_compared(reader: SentenceReader, text: str, sums: tuple[str, str]) -> None:
    assert reader.read(text).compared["excess"] == sums


def test_a_ratio_is_no_vague_sum(reader: SentenceReader) -> None:
    assert reader.read("八万以上几成").problem is None
    assert [one.value for one in find_amounts("到八万几成")][:1] == [Decimal(80000)]


@pytest.mark.parametrize("text", ["75块大病补充那区,超四万花了多少", "那个48块一年、15万封顶的职工大病管不管"])
def test_an_insurance_is_known_by_its_premium(reader: SentenceReader, text: str) -> None:
    said = reader.read(text)
    assert said.premiums
    assert "cost" not in said.facts
