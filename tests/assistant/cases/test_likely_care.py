"""A kind of care that nobody named: taken where a told fact leaves no other, asked for with fitting choices else."""

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Computed, Needed
from mingbai.assistant.toolbox import Toolbox

CHONGQING, JILIN = "chongqing-resident-2013", "jilin-county-resident-2008"
YUECHI = "yuechi-resident-2009"
LUOYANG = "luoyang-employee-catastrophic-2021"
XIAMEN, HUNAN = "xiamen-medical-assistance", "hunan-district-employee-supplementary-2011"


@pytest.fixture(scope="module")
def toolbox(library: Library) -> Toolbox:
    return Toolbox(library)


def computed(toolbox: Toolbox, policy: str, **facts: str) -> Computed:
    outcome = toolbox.estimate(policy, facts)
    assert isinstance(outcome, Computed)
    return outcome


@pytest.mark.parametrize(
    ("policy", "facts", "amount"),
    [
        # only stays are filed for: 40%-5%... 二档三级45%-5%=40%, 起付线800*1.05=840
        (CHONGQING, {"plan": "二档", "hospital_level": "三级", "filed": "否", "cost": "20000"}, "7664.00"),
        # a level of hospital and a great bill
        (CHONGQING, {"plan": "二档", "hospital_level": "三级", "cost": "20000"}, "8640.00"),  # (20000-800)*45%
        (LUOYANG, {"hospital_level": "三级", "employment": "在职", "excess": "60000"}, "51000.00"),  # 60000*85%
        (JILIN, {"hospital_level": "县级", "insured": "成人", "cost": "120000"}, "40000.00"),  # 71760, the cap 40000
    ],
)
def test_a_stay_is_meant_where_only_its_rule_knows_the_fact(
    toolbox: Toolbox, policy: str, facts: dict[str, str], amount: str
) -> None:
    outcome = computed(toolbox, policy, **facts)
    assert outcome.estimate.amount == amount
    assert "您没说是哪一种就医,按住院算" in outcome.assumed


def test_a_named_kind_of_care_is_taken_for_granted_by_nobody(toolbox: Toolbox) -> None:
    outcome = computed(toolbox, LUOYANG, care="住院", hospital_level="三级", employment="在职", excess="60000")
    assert not any("按住院算" in one for one in outcome.assumed)


@pytest.mark.parametrize(
    ("policy", "facts"),
    [
        (CHONGQING, {"plan": "二档", "hospital_level": "三级", "cost": "2000"}),  # so little may be the outpatients'
        (CHONGQING, {"plan": "二档", "cost": "20000"}),
        (LUOYANG, {"hospital_level": "省级", "employment": "在职", "excess": "60000"}),  # two may be meant
        (LUOYANG, {"hospital_level": "县级", "employment": "在职", "excess": "60000"}),  # a level of major illness only
        (LUOYANG, {"employment": "在职", "excess": "60000"}),
    ],
)
def test_it_is_asked_for_where_more_than_one_may_be_meant(toolbox: Toolbox, policy: str, facts: dict[str, str]) -> None:
    outcome = toolbox.estimate(policy, facts)
    assert isinstance(outcome, Needed)
    assert outcome.facts[0] == "care"


def test_what_is_no_kind_of_care_for_the_bill_is_no_choice(toolbox: Toolbox) -> None:
    outcome = toolbox.estimate(JILIN, {"insured": "成人", "cost": "20000"})
    assert isinstance(outcome, Needed)
    assert outcome.choices == ("住院", "重大疾病门诊")  # neither 大额医疗保险 nor 住院各项合计


def test_a_birth_is_no_choice_where_nobody_speaks_of_one(toolbox: Toolbox) -> None:
    outcome = toolbox.estimate(CHONGQING, {"plan": "二档", "cost": "20000"})
    assert isinstance(outcome, Needed)
    assert outcome.choices == ("普通门诊", "住院", "重大疾病门诊", "慢性病门诊")


@pytest.mark.parametrize(
    ("policy", "facts", "amount"),
    [
        (CHONGQING, {"plan": "二档", "hospital_level": "二级", "cost": "30000"}, "19305.00"),  # (30000-300)*65%
        (YUECHI, {"cost": "16000"}, "5000.00"),  # (16000-350)*60%=9390, the cap 5000
    ],
)
def test_a_treatment_of_severe_illness_is_that_of_outpatients_and_the_reply_says_so(
    toolbox: Toolbox, policy: str, facts: dict[str, str], amount: str
) -> None:
    outcome = computed(toolbox, policy, care="重病治疗", **facts)
    assert outcome.estimate.amount == amount
    assert f"您没说是门诊还是住院,按{outcome.care}算" in outcome.assumed


def test_another_kind_that_the_treatment_may_also_be_is_named(toolbox: Toolbox) -> None:
    outcome = computed(toolbox, LUOYANG, care="重病门诊治疗", employment="在职", excess="28000")
    assert outcome.estimate.amount == "22400.00"  # 28000*80%; which illnesses are 重特大疾病门诊 (85%) is not written
    assert any("重特大疾病门诊另有规定" in one for one in outcome.assumed)


@pytest.mark.parametrize(
    ("policy", "facts", "amount"),
    [
        (CHONGQING, {"plan": "一档", "cost": "15000"}, "5680.00"),  # (15000-800)*40%
        (YUECHI, {"cost": "20000"}, "9575.00"),  # outside the county: (20000-850)*(55%-5%)
        (LUOYANG, {"employment": "在职", "excess": "100000"}, "85000.00"),  # 100000*85%
    ],
)
def test_a_provincial_hospital_is_taken_for_one_of_the_third_level(
    toolbox: Toolbox, policy: str, facts: dict[str, str], amount: str
) -> None:
    outcome = computed(toolbox, policy, care="住院", hospital_level="省级", **facts)
    assert outcome.estimate.amount == amount
    assert "省级按三级医院算" in outcome.assumed


def test_who_pays_is_called_by_the_scheme(toolbox: Toolbox) -> None:
    assert computed(toolbox, XIAMEN, care="医疗救助", own_share="5000").who_pays == "医疗救助能补"
    assert computed(toolbox, LUOYANG, care="特殊病门诊", employment="在职", excess="1000").who_pays == "医保能报"


def test_a_cap_that_the_document_names_turns_the_whole_bill_into_what_lies_above(toolbox: Toolbox) -> None:
    outcome = computed(toolbox, HUNAN, care="住院", cost="130000")
    assert outcome.estimate.amount == "79500.00"  # 40000*85%+40000*90%+(130000-40000-80000)*95%


def test_the_only_kind_that_pays_such_a_bill_is_not_asked_for(toolbox: Toolbox) -> None:
    # what nothing else pays, the advertised assistance does: 3000*70%
    outcome = computed(toolbox, "chongqing-xinxing-hospital", basic_scheme="居民医保", self_funded="3000")
    assert outcome.estimate.amount == "2100.00"
    assert any("按医疗救助算" in one for one in outcome.assumed)
