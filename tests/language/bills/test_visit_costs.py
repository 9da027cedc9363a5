"""What one treatment of an outpatient costs, for as many as there were; stays are bills of their own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "cost"),
    [
        ("化疗门诊,每次3000,一共8次", 24000),
        ("化疗8次每次3000", 24000),
        ("一次透析500,一年做了120次", 60000),
        ("门诊每次500,做了30次", 15000),
        ("一个月透析12次,每次400,一年多少", 400 * 12 * 12),
        ("每周透析3次,一次400,一年能报多少", 400 * 3 * 52),  # about so many weeks
        ("第二次化疗花了3000", 3000),
    ],
)
def test_visits_of_an_outpatient_are_one_sum(reader: SentenceReader, sentence: str, cost: int) -> None:
    read = reader.read(sentence)
    assert read.facts["cost"] == Decimal(cost)
    assert not read.bills
    assert ("cost" in read.rough) == ("周" in sentence)


def test_stays_are_bills_of_their_own(reader: SentenceReader) -> None:
    assert len(reader.read("住了两次院,每次3000").bills) == 2


def test_a_figure_by_the_visit_and_by_the_month_is_asked_back(reader: SentenceReader) -> None:
    assert reader.read("透析每次400 一个月12次,做了5个月").problem
