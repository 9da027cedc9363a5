"""What a question denies, and what only looks like it."""

from __future__ import annotations

import pytest

from mingbai.rules.denial import denied_in, holds_in, of_own_case, says


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("工伤能报吗", "工伤", True),
        ("不是工伤", "工伤", False),
        ("不是因为工伤", "工伤", False),
        ("并非工伤", "工伤", False),
        ("没有转诊", "转诊", False),
        ("有没有转诊都行", "转诊", True),
        ("非定点医院", "定点医院", False),
        ("未在定点医院", "定点医院", False),
        ("不是工伤,其实是工伤", "工伤", True),
        ("没评上低保", "低保", False),
        ("没参加新农合", "新农合", False),
        ("吃没吃低保都能报吗", "低保", True),
        ("伤", "伤", False),  # one character shows nothing
    ],
)
def test_a_word_that_is_denied_is_not_said(text: str, word: str, expected: bool) -> None:
    assert says(text, word) is expected


@pytest.mark.parametrize(
    ("question", "condition", "expected"),
    [
        ("医保不是市三区的,能办吗", "在市三区范围内", "市三区"),
        ("没审批能报吗", "先办审批手续", "审批"),
        ("没有社会保障卡行吗", "持厦门市社会保障卡", "社会保障卡"),
        ("没有转院能报吗", "没有转院的", None),  # the condition denies it too
        ("有没有审批都行吗", "先办审批手续", None),
        ("没住院能报吗", "在试点科室住院", None),  # anything may be a stay
        ("审批了能报吗", "先办审批手续", None),
    ],
)
def test_a_condition_that_does_not_hold_is_found(question: str, condition: str, expected: str | None) -> None:
    assert denied_in(question, condition) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("糖尿病门诊给报不,我邻居透析的都给报", "糖尿病门诊给报不"),
        ("同事说退休的能报,我在职的能报不", "我在职的能报不"),
        ("我朋友尿毒症透析报了八成,我乙肝能报吗", "我乙肝能报吗"),
        ("人家低保户都不用交,我家也困难能不能免", "我家也困难能不能免"),
        ("我邻居得了尿毒症,透析能报不", "我邻居得了尿毒症,透析能报不"),  # asked for the neighbour
        ("邻居家孩子没户口能参加吗", "邻居家孩子没户口能参加吗"),
        ("同事一起住的院,三级医院能报多少", "同事一起住的院,三级医院能报多少"),  # tells of no payment
        ("隔壁县的医院住院都能报吗", "隔壁县的医院住院都能报吗"),
    ],
)
def test_how_others_fared_is_no_part_of_ones_own_case(question: str, expected: str) -> None:
    assert of_own_case(question) == expected


@pytest.mark.parametrize(
    ("question", "condition", "expected"),
    [
        ("孩子在北京念书免借读费,能入吗", "按规定享受免收借读费", True),
        ("户口在重庆,没工作能参保吗", "户口在重庆", True),
        ("我重庆户口能参保吗", "户口在重庆", True),
        ("救助管理站签字确认了,医院也有记录", "市救助管理站签字确认，医院也有记录", True),
        ("要交借读费的能入吗", "按规定享受免收借读费", False),
        ("没免借读费能上吗", "按规定享受免收借读费", False),
        ("户口不在重庆能参保吗", "户口在重庆", False),
        ("救助管理站签字确认了", "市救助管理站签字确认，医院也有记录", False),  # one of two conditions
    ],
)
def test_a_condition_holds_that_the_question_says(question: str, condition: str, expected: bool) -> None:
    assert holds_in(question, condition) is expected


def test_a_household_elsewhere_denies_no_card_of_the_place() -> None:
    assert denied_in("户口不在厦门能享受吗", "持厦门市社会保障卡") is None
    assert denied_in("户口不在岳池能参加吗", "有岳池城镇户口") == "岳池"
