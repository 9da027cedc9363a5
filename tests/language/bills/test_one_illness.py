"""Bills of one person for one grave illness: what its outpatient bill is for."""

import pytest


def test_the_outpatient_bill_beside_a_stay_is_for_the_same_illness(reader):
    said = reader.read("我爸肝癌,今年在三级医院住院花了20万,门诊花了10万,一共报多少")
    assert [one.facts["care"] for one in said.bills] == ["住院", "重病门诊治疗"]


@pytest.mark.parametrize(
    "sentence",
    ["我爸肝癌住院花了2万,我妈感冒门诊花了100,一共报多少", "骨折住院花了2万,门诊花了300,一共报多少"],
)
def test_a_cold_and_a_broken_leg_are_plain_outpatient_care(reader, sentence):
    assert [one.facts["care"] for one in reader.read(sentence).bills] == ["住院", "普通门诊"]


def test_a_stay_and_outpatient_care_in_one_sum_are_the_stay(reader):
    assert reader.read("娃儿白血病,住院加门诊今年总共花了38万").facts["care"] == "住院"
