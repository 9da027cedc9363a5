"""At what a policy pays before there is a bill: what adjusts a figure is applied, what is lost is no figure."""

from decimal import Decimal

import pytest

from mingbai.corpus.reader import Corpus
from mingbai.rules.book import Book
from mingbai.rules.terms import Term, TermUnit, terms

CHONGQING, YUECHI, LUOYANG = "chongqing-resident-2013", "yuechi-resident-2009", "luoyang-employee-catastrophic-2021"


def of(corpus: Corpus, policy: str, unit: TermUnit, care: str = "住院", **facts: str) -> tuple[Term, ...]:
    book = Book.of(corpus.policies[policy], corpus.vocabulary)
    return terms(book.by_care[care], {"care": care, **facts}, unit)


def test_a_figure_is_that_of_the_case(corpus: Corpus):
    [share] = of(corpus, CHONGQING, "share", plan="二档", hospital_level="三级")
    [row] = share.rows
    assert (row.choices, row.figure.value, row.figure.formula) == ((), Decimal("0.45"), "")


def test_what_adjusts_it_has_been_applied_and_is_cited(corpus: Corpus):
    [deductible] = of(corpus, YUECHI, "deductible", hospital_level="三级", care_place="外地")
    [row] = deductible.rows
    assert row.figure.value == 850  # 550+300
    assert row.figure.formula == "550+300"
    assert row.figure.clauses == ("inpatient", "outside-county")
    assert deductible.per == "stay"


def test_each_reading_of_the_source_has_its_figure(corpus: Corpus):
    [share] = of(corpus, YUECHI, "share", hospital_level="三级", care_place="外地", insured="学生")
    usual, other = share.rows
    assert (usual.reading, usual.figure.value) == ("", Decimal("0.60"))  # 55%+10%-5%
    assert other.figure.value == Decimal("0.57475")  # 55%*1.1*0.95
    assert "1.1" in other.reading


def test_a_fact_left_open_gives_a_row_for_each_of_its_choices(corpus: Corpus):
    [deductible] = of(corpus, CHONGQING, "deductible")
    assert [(row.choices, row.figure.value) for row in deductible.rows] == [
        ((("hospital_level", "一级"),), 100),
        ((("hospital_level", "二级"),), 300),
        ((("hospital_level", "三级"),), 800),
    ]


def test_what_was_assumed_is_told_where_it_makes_a_difference(corpus: Corpus):
    [share] = of(corpus, LUOYANG, "share", hospital_level="三级")
    assert share.rows[0].figure.value == Decimal("0.85")
    assert [(one.fact, one.value) for one in share.assumptions] == [("employment", "在职")]  # 87% for the retired
    [retired] = of(corpus, LUOYANG, "share", hospital_level="三级", employment="退休")
    assert retired.rows[0].figure.value == Decimal("0.87")  # 85%+2%
    assert retired.assumptions == ()


@pytest.mark.parametrize(
    ("policy", "care", "unit"),
    [
        ("xiuning-resident", "特殊病门诊", "share"),  # lost
        ("guangxi-catastrophic-pilot-2013", "大病", "share"),  # not under 53%
        ("hunan-district-employee-supplementary-2011", "住院", "share"),  # by bands
    ],
)
def test_what_is_lost_bounded_or_in_bands_is_no_figure(corpus: Corpus, policy: str, care: str, unit: TermUnit):
    book = Book.of(corpus.policies[policy], corpus.vocabulary)
    found = next(one for name, one in book.by_care.items() if name.startswith(care))
    assert terms(found, {}, unit) == ()
