"""An estimate run backwards: the bill of which so much was paid, each sum worked out by hand beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.corpus.reader import Corpus
from mingbai.rules.book import Book
from mingbai.rules.case import Case
from mingbai.rules.estimate import Estimate, Missing, estimate
from mingbai.rules.inverse import Inverse, Irreversible, inverse

YUECHI = "yuechi-resident-2009"


def _inverse(corpus: Corpus, policy: str, paid: int, **facts: str) -> Inverse | Irreversible | Missing:
    book = Book.of(corpus.policies[policy], corpus.vocabulary)
    return inverse(book, Case.read(facts, corpus.vocabulary), Decimal(paid))


@pytest.mark.parametrize(
    ("policy", "paid", "facts", "bill"),
    [
        (YUECHI, 1260, {"care": "住院", "hospital_level": "一级"}, 1950),  # 1260/70%+150
        (YUECHI, 2790, {"care": "住院", "hospital_level": "二级"}, 5000),  # 2790/60%+350
        ("county-urban-poor-2020", 240, {"care": "中医门诊", "hospital_level": "县中医院"}, 600),  # 240/40%
        ("xiamen-medical-assistance", 4800, {"care": "医疗救助"}, 6000),  # 4800/80%
        # 13140/45%+800
        ("chongqing-resident-2013", 13140, {"care": "住院", "hospital_level": "三级", "plan": "二档"}, 30000),
    ],
)
def test_the_bill_pays_what_was_paid(corpus: Corpus, policy: str, paid: int, facts: dict[str, str], bill: int) -> None:
    found = _inverse(corpus, policy, paid, **facts)
    assert isinstance(found, Inverse)
    assert found.bill == bill
    book = Book.of(corpus.policies[policy], corpus.vocabulary)
    name = book.by_care[facts["care"]].rule.bill
    back = estimate(book, Case.read({**facts, name: found.bill}, corpus.vocabulary))
    assert isinstance(back, Estimate)
    assert back.amount == paid


def test_what_is_still_needed_is_told(corpus: Corpus) -> None:
    found = _inverse(corpus, YUECHI, 1260, care="住院")
    assert isinstance(found, Missing)
    assert found.facts == ("hospital_level",)


def test_a_cap_that_was_reached_tells_no_bill(corpus: Corpus) -> None:
    found = _inverse(corpus, YUECHI, 30000, care="住院", hospital_level="一级")
    assert isinstance(found, Irreversible)
    assert "封顶线" in found.cause


def test_two_readings_tell_no_one_bill(corpus: Corpus) -> None:
    # 上浮10% of a pupil: 70% or 66%
    assert isinstance(_inverse(corpus, YUECHI, 3255, care="住院", hospital_level="二级", insured="学生"), Irreversible)


def test_bands_tell_no_one_share(corpus: Corpus) -> None:
    found = _inverse(corpus, "hunan-district-employee-supplementary-2011", 34000, care="住院")
    assert isinstance(found, Irreversible)
