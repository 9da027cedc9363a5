"""Dialysis, chemotherapy and the like: of outpatients where 门诊 is said anywhere, a stay where 住院 is, else vague."""

from __future__ import annotations

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "care"),
    [
        ("透析在二级医院门诊一年花了3万", "重病门诊治疗"),
        ("每周做透析,门诊一年花了1万6", "重病门诊治疗"),
        ("门诊上放疗花了2万", "重病门诊治疗"),
        ("尿毒症看门诊花了8千", "重病门诊治疗"),
        ("尿毒症在二级医院做透析一年花了3万", "重病治疗"),
        ("化疗花了3万", "重病治疗"),
        ("我爸肝癌,门诊吃靶向药花了3万", "重病门诊治疗"),
        ("脑瘤在三级医院看门诊花了5万", "重病门诊治疗"),
        ("在门诊打抗癌药花了5万", "重病门诊治疗"),
        ("恶性肿瘤门诊,花了1万2", "重病门诊治疗"),
        ("肝癌住院花了5万", "住院"),
        ("肺癌病人,感冒看门诊花了200", "普通门诊"),
        ("住院化疗花了3万", "住院"),
        ("化疗住了两回院,花了3万", "住院"),
        ("特殊病门诊做透析花了2万", "重病特殊病门诊"),
        ("门诊透析报完自付2万,还能再补多少", "特殊病门诊再次补助"),
        ("化疗报完自付2万,还能再补多少", "住院再次补助"),  # nobody said that it was no stay
        ("在家做腹膜透析花了2万", "腹膜透析"),
    ],
)
def test_the_kind_of_care_is_heard(reader: SentenceReader, sentence: str, care: str) -> None:
    assert reader.read(sentence).facts["care"] == care


@pytest.mark.parametrize(
    ("sentence", "care"),
    [
        ("爸爸尿毒症,在选定的三甲透析不住院,一年三万六", "重病门诊治疗"),
        ("肾透析不用住院,一年5万", "重病门诊治疗"),
        ("癌症化疗没住院,在二级医院一年2万", "重病门诊治疗"),
        ("特殊大病,不住院光门诊,一年九千六百元", "特殊病门诊"),
        ("特殊大病住院花了2万", "住院"),
        ("透析,住不住院都行,先住院了,花2万", "住院"),
    ],
)
def test_no_stay_is_an_outpatients_treatment(reader: SentenceReader, sentence: str, care: str) -> None:
    assert reader.read(sentence).facts["care"] == care


@pytest.mark.parametrize(
    "sentence",
    [
        "基本医保也报了大病也报了完了还剩八千块没着落",
        "住院基本医保报了,大病也报完了,还剩1万2,还能给多少",
        "还剩三千,医保还会再给一点是不是真的",
    ],
)
def test_what_all_have_left_is_paid_once_more(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["care"] == "住院再次补助"


def test_to_work_out_again_is_no_payment(reader: SentenceReader) -> None:
    assert reader.read("还能再给我算算吗,重庆二档三级住院花2万").facts["care"] == "住院"
