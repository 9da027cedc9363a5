"""Which figures of a reply are explained, and by what."""

from decimal import Decimal

import pytest

from eval.provenance import unexplained
from tests.eval.made import an_answer, an_estimate


def figures(*values: str) -> frozenset[Decimal]:
    return frozenset(map(Decimal, values))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("您花了3万元,也就是30,000.00元", id="the person's words"),
        pytest.param("三级医院起付线800元,按45%报", id="the cited clause, past its quote"),
        pytest.param("能报13,140.00元,按比例自付16,060.00元", id="lines of the statement"),
        pytest.param("自己一共付16,860.00元", id="the sum of a person's lines: 800 + 16060"),
        pytest.param("政策为2013年度", id="a warning"),
        pytest.param("请再说一遍,这不是一个准数,是哪一次", id="articles"),
    ],
)
def test_a_figure_with_a_source_is_explained(text: str) -> None:
    assert unexplained(an_answer(text=text, warnings=("政策为2013年度,现行标准以当地医保局为准",))) == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("封顶线7万元", figures("70000")),
        ("能报13,140.01元", figures("13140.01")),
        ("比如 5000", figures("5000")),
        ("一个月内来报", figures("1")),
    ],
)
def test_a_figure_without_one_is_found(text: str, found: frozenset[Decimal]) -> None:
    assert unexplained(an_answer(text=text)) == found


def test_an_example_of_what_to_type_is_no_statement() -> None:
    text = "请写成数字,比如 25000,或者“二级医院住院花了8000”"
    assert unexplained(an_answer(kind="clarify", text=text, estimate=None, citations=())) == frozenset()


def test_without_a_statement_its_figures_are_unexplained() -> None:
    found = unexplained(an_answer(estimate=None))
    assert found == figures("13140", "16860")


def test_the_difference_of_two_readings_is_explained() -> None:
    # 12642.50 - 11767.25 = 875.25
    readings = ({"says": "加", "amount": "12642.50"}, {"says": "乘", "amount": "11767.25"})
    assert unexplained(an_answer(text="相差875.25元", estimate=an_estimate(readings=readings))) == frozenset()
