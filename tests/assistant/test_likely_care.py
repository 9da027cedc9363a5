"""A kind of care that nobody named: taken where a told fact leaves no other, asked for with fitting choices else."""

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Computed, Needed
from mingbai.assistant.toolbox import Toolbox

CHONGQING, JILIN = "chongqing-resident-2013", "jilin-county-resident-2008"
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
        (CHONGQING, {"plan": "二档", "hospital_level": "三级", "cost": "20000"}),  # its outpatients have no levels
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


def test_who_pays_is_called_by_the_scheme(toolbox: Toolbox) -> None:
    assert computed(toolbox, XIAMEN, care="医疗救助", own_share="5000").who_pays == "医疗救助能补"
    assert computed(toolbox, LUOYANG, care="特殊病门诊", employment="在职", excess="1000").who_pays == "医保能报"


def test_a_cap_that_the_document_names_turns_the_whole_bill_into_what_lies_above(toolbox: Toolbox) -> None:
    outcome = computed(toolbox, HUNAN, care="住院", cost="130000")
    assert outcome.estimate.amount == "79500.00"  # 40000*85%+40000*90%+(130000-40000-80000)*95%
