"""A sum called 自费 that is said to be within the list is what the person bears; a name ends with its own figure."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    "sentence",
    [
        "自费部分26000合规",
        "合规的自费26000,能补多少",
        "自费26000元都算合规的",
        "26000自费都是合规的",
        "自费26000,都在目录内",
    ],
)
def test_what_counts_is_the_own_share(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts == {"own_share": Decimal(26000)}


@pytest.mark.parametrize(
    "sentence", ["自费26000", "不合规的自费26000", "自费26000不合规", "自费26000合规吗", "自费26000,合规占八成"]
)
def test_what_does_not_count_stays_outside(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts == {"self_funded": Decimal(26000)}


def test_the_part_that_counts(reader: SentenceReader) -> None:
    facts = reader.read("自费2万8,里头合规的2万").facts
    assert facts == {"self_funded": Decimal(28000), "own_share": Decimal(20000)}


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("600的门槛,住院2万能报多少", {"deductible": 600, "cost": 20000}),
        ("八百块的门槛,花了一万二", {"deductible": 800, "cost": 12000}),
        ("600门槛扣过了,这回2万", {"deductible_paid": 600, "cost": 20000}),
        ("600的门槛费已经交过了,这次2万", {"deductible_paid": 600, "cost": 20000}),
        ("3000自费,剩下5000医保报多少", {"self_funded": 3000, "own_share": 5000}),
    ],
)
def test_a_name_behind_its_figure_is_not_that_of_the_next(
    reader: SentenceReader, sentence: str, facts: dict[str, int]
) -> None:
    told = reader.read(sentence).facts
    assert {name: value for name, value in told.items() if isinstance(value, Decimal)} == facts
