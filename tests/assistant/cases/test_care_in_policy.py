"""The kind of care that somebody names, as the policy spoken of computes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mingbai.assistant.cases.care_in_policy import CareInPolicy
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.book import Book
from mingbai.rules.case import Case, FactValue
from mingbai.rules.estimate import Missing

CHONGQING, YUECHI, GUIYANG = "chongqing-resident-2013", "yuechi-resident-2009", "guiyang-resident-2018"
ZHEJIANG, QINGHAI = "zhejiang-catastrophic-2014", "qinghai-catastrophic-2012"
XIAMEN, WUJIANG = "xiamen-medical-assistance", "wujiang-catastrophic"
LUOYANG = "luoyang-employee-catastrophic-2021"
SHANDONG = "shandong-ncms-catastrophic-2013"

Fitted = Callable[..., Case | Missing]


@pytest.fixture
def fitted(vocabulary: Vocabulary, book: Callable[[str], Book]) -> Fitted:
    def fit(policy: str, **facts: FactValue | int) -> Case | Missing:
        return CareInPolicy(vocabulary).fitted(book(policy), Case.read(facts, vocabulary))

    return fit


@pytest.mark.parametrize(
    ("policy", "in_all", "care"),
    [
        (SHANDONG, "否", "大病保险补偿"),  # what is left is paid by the one layer above
        (SHANDONG, None, "住院各项合计"),
        (GUIYANG, "否", "住院各项合计"),  # two layers above: neither alone pays what is left
    ],
)
def test_what_basic_insurance_left_is_paid_by_the_layer_above(
    fitted: Fitted, policy: str, in_all: str | None, care: str
) -> None:
    facts = {"care": "住院", "cost": 50000, "own_share": 30000} | ({"in_all": in_all} if in_all else {})
    case = fitted(policy, **facts)
    assert isinstance(case, Case)
    assert case.get("care") == care


@pytest.mark.parametrize(
    ("policy", "facts", "care"),
    [
        (CHONGQING, {"care": "住院", "cost": 20000}, "住院"),
        (YUECHI, {"care": "重大疾病门诊", "cost": 20000}, "特殊病门诊"),  # it counts as that
        (CHONGQING, {"care": "慢性特殊病门诊", "cost": 2000}, "慢性病门诊"),  # one of the two kinds there
        (YUECHI, {"care": "慢性特殊病门诊", "cost": 2000}, "特殊病门诊"),
        (CHONGQING, {"care": "重病治疗", "cost": 20000}, "重大疾病门诊"),  # nobody said where
        (XIAMEN, {"care": "重病治疗", "own_share": 20000}, "特殊病门诊"),  # the kind alone before its stack
        (ZHEJIANG, {"care": "重病门诊治疗", "own_share": 90000}, "普通门诊"),  # stays and outpatients by one clause
        (XIAMEN, {"care": "重大疾病门诊", "own_share": 20000}, "特殊病门诊"),
        (WUJIANG, {"care": "住院", "inpatient_self_funded": 30000}, "大病自费补偿"),  # the bill told is that of another
        (GUIYANG, {"care": "住院", "cost": 90000, "in_all": "是"}, "住院各项合计"),
        (GUIYANG, {"care": "住院", "cost": 90000, "own_share": 40000}, "住院各项合计"),  # part of it is paid
        (GUIYANG, {"care": "住院", "cost": 90000}, "住院"),
        (GUIYANG, {"care": "大病保险补偿", "own_share": 40000, "in_all": "是"}, "大病保险补偿"),  # its own bill is told
        (CHONGQING, {"care": "住院", "cost": 20000, "in_all": "是"}, "住院"),  # no stack there
        (GUIYANG, {"care": "住院", "own_share": 40000}, "住院再次补助"),  # what is left when all have paid
        (LUOYANG, {"care": "大病保险补偿", "excess": 50000}, "住院"),  # all that is paid there is paid above basic
        (XIAMEN, {"care": "特殊病门诊再次补助", "own_share": 20000}, "医疗救助"),
        (XIAMEN, {"care": "住院再次补助", "own_share": 20000}, "医疗救助"),
        (CHONGQING, {"care": "大病保险补偿", "cost": 20000}, "大病保险补偿"),  # 住院 there is basic: it is declined
    ],
)
def test_the_kind_of_care_is_one_of_the_policys_own(
    fitted: Fitted, policy: str, facts: dict[str, FactValue | int], care: str
) -> None:
    case = fitted(policy, **facts)
    assert isinstance(case, Case)
    assert case.get("care") == care


@pytest.mark.parametrize(
    ("policy", "facts", "choices"),
    [
        (CHONGQING, {"care": "特殊病门诊"}, ("重大疾病门诊", "慢性病门诊")),
        (GUIYANG, {"in_all": "是"}, ("住院", "特殊病门诊")),  # each has a stack
    ],
)
def test_several_that_may_be_meant_are_asked_for(
    fitted: Fitted, policy: str, facts: dict[str, FactValue | int], choices: tuple[str, ...]
) -> None:
    missing = fitted(policy, **facts)
    assert isinstance(missing, Missing)
    assert missing.facts == ("care",)
    assert missing.choices == {"care": choices}


def test_a_treatment_that_a_policy_does_not_speak_of_names_no_kind_of_care(fitted: Fitted) -> None:
    case = fitted(QINGHAI, care="重病治疗", own_share=60000)
    assert isinstance(case, Case)
    assert case.get("care") is None


def test_what_the_policy_does_not_pay_stays_as_it_was_said(fitted: Fitted) -> None:
    case = fitted(YUECHI, care="普通门诊", cost=300)
    assert isinstance(case, Case)
    assert case.get("care") == "普通门诊"
