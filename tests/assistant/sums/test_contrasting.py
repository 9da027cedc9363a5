"""Choices held side by side without a bill: by how much ratio, deductible and cap differ, and when nothing is said."""

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Needed, Searched
from mingbai.assistant.sums.contrasting import Contrasts, names_rate
from mingbai.assistant.toolbox import Toolbox

CHONGQING, YUECHI, JILIN = "chongqing-resident-2013", "yuechi-resident-2009", "jilin-county-resident-2008"


@pytest.fixture(scope="module")
def contrasts(library: Library) -> Contrasts:
    return Contrasts(Toolbox(library))


def lead(found: object) -> str:
    assert isinstance(found, Searched)
    assert found.lead is not None
    return found.lead


def test_each_row_of_a_table_is_told_where_the_rows_are_not_alike(contrasts: Contrasts):
    first, *others = lead(contrasts.between([CHONGQING], {"care": "住院"}, "plan", ["一档", "二档"])).split("\n")
    # 85-80 = 65-60 = 45-40
    assert first == (
        "**报销比例都差5个百分点**:一级医院一档80%,二档85%;二级医院一档60%,二档65%;三级医院一档40%,二档45%。"
    )
    assert others == [
        "- 封顶线差40,000.00元:一档70,000.00元,二档110,000.00元。",  # 110000-70000
        "- 起付线一样。",
        "按这些情况比:住院。",
    ]


def test_what_adjusts_a_ratio_has_been_applied(contrasts: Contrasts):
    found = contrasts.between([JILIN], {"care": "住院", "hospital_level": "县级"}, "care_place", ["本地", "外地"])
    assert lead(found).startswith("**报销比例差10个百分点**:本地60%,外地50%。")
    assert "登记、同意或转诊手续:办了" in lead(found)  # without it the source gives no ratio


def test_what_the_question_names_comes_first(contrasts: Contrasts):
    found = contrasts.between([YUECHI], {}, "hospital_level", ["一级", "三级"], "起付线差多少")
    assert lead(found).startswith("**起付线差400.00元**:一级医院150.00元,三级医院550.00元。")  # 550-150
    assert "报销比例差15个百分点" in lead(found)  # 70-55


def test_a_stay_is_taken_for_the_care_nobody_named(contrasts: Contrasts):
    assert "按这些情况比:住院" in lead(contrasts.between([CHONGQING], {}, "plan", ["一档", "二档"]))


def test_what_is_the_same_for_all_is_said_to_be(contrasts: Contrasts):
    found = contrasts.between([CHONGQING], {"care": "普通门诊"}, "plan", ["一档", "二档"])
    assert lead(found) == "**一档、二档报得一样**。"  # 60元 a year for everybody


def test_policies_whose_rows_do_not_meet_are_not_compared(contrasts: Contrasts):
    """One turns on the plan and the other does not: nothing may be called alike."""
    found = contrasts.between([CHONGQING, YUECHI], {}, about="起付线哪个高")
    assert isinstance(found, Searched)
    assert found.lead is None
    assert {one.policy for one in found.passages} == {CHONGQING, YUECHI}


def test_bands_have_no_one_ratio_to_compare(contrasts: Contrasts):
    found = contrasts.between(["beijing-employee-catastrophic-1995"], {}, "employment", ["在职", "退休"])
    assert isinstance(found, Needed) or (isinstance(found, Searched) and "个百分点" not in (found.lead or ""))


@pytest.mark.parametrize(
    ("text", "is_rate"), [("比例差多少", True), ("封顶线哪个高", True), ("哪个每人筹的钱多", False)]
)
def test_rates_are_known_by_their_names(text: str, is_rate: bool):
    assert names_rate(text) is is_rate
