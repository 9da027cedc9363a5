"""Figures of a table that stand in the passage but belong to another row."""

import re
from pathlib import Path

import pytest

from .conftest import ORIGINAL, POLICY, Held

ROOT = Path(__file__).parents[2]
SAID = "(一)住院起付标准为500元,起付标准以上的部分报销百分之四十五,全年最高支付3万元。"
IN_ONE_BREATH = "(一)住院起付标准为:一级医院100元,二级医院200元,三级医院500元;报销百分之四十五,全年最高支付3万元。"
COUNTED_UP = "(一)一级、二级、三级医院的住院起付标准分别为100元、200元和500元;报销百分之四十五,全年最高支付3万元。"
SHORTENED = "(一)一、二、三级医院的住院起付标准依次为100元、200元、500元;报销百分之四十五,全年最高支付3万元。"
TWICE = COUNTED_UP + "门诊的一级、二级、三级医院分别为200元、100元、500元。"
WORDS = "起付线500元，以上的报45%，一年最多30000元。"


def by_levels(first: int, second: int, third: int) -> tuple[str, str]:
    return "deductible: 500", f"deductible: {{by: hospital_level, 一级: {first}, 二级: {second}, 三级: {third}}}"


def as_table(first: int, second: int, third: int) -> tuple[str, str]:
    rows = "\n".join(
        f"| {name} | {figure}元 |" for name, figure in (("一级", first), ("二级", second), ("三级", third))
    )
    return WORDS, f"报45%，一年最多30000元。\n\n| 医院 | 起付线 |\n|---|---|\n{rows}"


def found(held: Held, original: str, *changes: tuple[str, str]) -> list[str]:
    cases = re.search(r"```cases\n- \{given: \{care: 住院, cost: 1500.*?```", POLICY, re.S)
    assert cases
    policy = POLICY.replace(cases[0], cases[0].replace("cost: 1500", "hospital_level: 三级, cost: 1500"))
    problems = held(*changes, original=ORIGINAL.replace(SAID, original), policy=policy)
    return [one.message for one in problems if "表里" in one.message]


@pytest.mark.parametrize("original", [IN_ONE_BREATH, COUNTED_UP, SHORTENED, TWICE])
@pytest.mark.parametrize("written", [by_levels, as_table])
def test_rows_as_the_original_has_them_hold(held: Held, original: str, written) -> None:
    assert found(held, original, written(100, 200, 500)) == []


def test_rows_that_the_original_gives_each_other_are_named(held: Held) -> None:
    assert found(held, IN_ONE_BREATH, by_levels(200, 100, 500)) == [
        "条款 inpatient:表里“一级”是 200,原文在同一句里写的是 100",
        "条款 inpatient:表里“二级”是 100,原文在同一句里写的是 200",
    ]


def test_rows_of_a_table_in_the_words_are_held_too(held: Held) -> None:
    assert found(held, IN_ONE_BREATH, as_table(100, 500, 200)) == [
        "条款 inpatient:表里“二级”是 500元,原文在同一句里写的是 200元",
        "条款 inpatient:表里“三级”是 200元,原文在同一句里写的是 500元",
    ]


@pytest.mark.parametrize("original", [COUNTED_UP, SHORTENED])
@pytest.mark.parametrize("order", [(200, 100, 500), (500, 200, 100)])
def test_figures_counted_up_in_another_order_are_named(held: Held, original: str, order: tuple[int, int, int]) -> None:
    first, second, third = order
    assert found(held, original, by_levels(*order)) == [
        f"条款 inpatient:表里是 一级{first}、二级{second}、三级{third},原文分别写的是另一种次序"
    ]


def test_an_order_that_some_sentence_has_is_not_doubted(held: Held) -> None:
    assert found(held, TWICE, by_levels(200, 100, 500)) == []


@pytest.mark.parametrize(
    "original",
    [
        # nothing ties a figure to a name: rows cannot be told apart, so nothing is said
        "(一)三个等级的住院起付标准是100元、200元、500元;报销百分之四十五,全年最高支付3万元。",
        # the names stand in another order than the rows
        "(一)三级、二级、一级医院的起付标准分别为100元、200元、500元;报销百分之四十五,全年最高支付3万元。",
    ],
)
def test_where_the_original_has_no_such_row_nothing_is_said(held: Held, original: str) -> None:
    assert found(held, original, by_levels(200, 100, 500)) == []
