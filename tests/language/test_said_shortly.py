"""What people say in passing: that nothing was registered, that a child is gravely ill, beside whom they are put."""

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "filed"),
    [
        ("登记那些一样没搞", "否"),
        ("备案啥的都没办", "否"),
        ("手续什么的也没有办", "否"),
        ("登记手续那一套全没弄", "否"),
        ("转诊那些没得搞", "否"),
        ("登记这些都办了", "是"),
        ("登记那些一样不少", None),
        ("登记什么没搞懂", None),
        ("手续那些没问题", None),
        ("备案那些没人管", None),
    ],
)
def test_registering_with_all_that_belongs_to_it(reader: SentenceReader, sentence: str, filed: str | None) -> None:
    assert reader.read(sentence).facts.get("filed") == filed


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("娃得大病呢", "是"),
        ("孩子得了大病最多报多少", "是"),
        ("要是娃生了场大病", "是"),
        ("小孩患上重大疾病住院", "是"),
        ("娃没得大病", None),
        ("孩子不是得了大病", None),
        ("孩子有大病保险吗", None),
        ("娃得了大病没有", None),
        ("我得了大病,孩子在上学", None),
    ],
)
def test_a_child_that_is_gravely_ill(reader: SentenceReader, sentence: str, value: str | None) -> None:
    assert reader.read(sentence).facts.get("child_major_disease") == value


@pytest.mark.parametrize(
    "sentence", ["我爹退休职工,跟没退休的差不差", "退休的跟在职的一样不", "退休和在职有差不", "退休的跟在职的差多不"]
)
def test_two_that_are_asked_about_together(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).compared == {"employment": ("退休", "在职")}


@pytest.mark.parametrize(
    "sentence", ["退休的跟在职的差不多", "我是退休职工和在职的一个样吧", "我退休了,比在职的报得高些"]
)
def test_one_that_is_only_put_beside_another(reader: SentenceReader, sentence: str) -> None:
    told = reader.read(sentence)
    assert (told.facts["employment"], told.compared) == ("退休", {})


@pytest.mark.parametrize(
    ("sentence", "is_of_papers"),
    [
        ("六万按各段该支付多少,材料里头一段的下限印丢了", False),
        ("材料里写的起付线是多少", False),
        ("材料说封顶几万", False),
        ("报销材料里要有啥", True),
        ("材料中要带身份证吗", True),
    ],
)
def test_a_text_that_is_read_is_no_paper_to_hand_in(reader: SentenceReader, sentence: str, is_of_papers: bool) -> None:
    assert ("documents" in reader.read(sentence).intents) == is_of_papers


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("在浙江做事,重庆居民医保,住了当地三级医院", "外地"),
        ("在东莞打工,重庆居民医保,住了当地三级医院", "外地"),
        ("在浙江上班,重庆居民医保,回当地二级医院住院", "本地"),
        ("在重庆打工,住了当地三级医院", "本地"),  # no other place is named
        ("重庆居民医保,住了当地三级医院", "本地"),
    ],
)
def test_the_hospital_of_the_place_where_somebody_only_works(reader: SentenceReader, sentence: str, place: str) -> None:
    assert reader.read(sentence).facts["care_place"] == place
