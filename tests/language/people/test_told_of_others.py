"""Where somebody else lives is not where the care was, and what they do there is nothing of the one who is ill."""

from __future__ import annotations

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    "sentence",
    [
        "岳池居民,闺女在深圳顾不上我,我住院三级花了3万",
        "岳池居民,儿子在成都上班,我一个人在三级医院住院花了12000",
        "岳池居民,我妈三级住院花了8000,我在广州打工回不来",
        "我是洛阳的闺女在深圳顾不上我一个人跑的手续三级医院住的院花了七万六",
        "岳池居民,我老公一直在外面广州打工,我妈三级住院花了8000",
        "孩子又在外头当兵。岳池两口子,男的三级医院住院花了8000",
        "闺女在外地上班顾不上我,我岳池居民,三级住院花了8000",
    ],
)
def test_the_place_of_somebody_else_is_not_where_the_care_was(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert not said.other_places
    assert said.facts.keys().isdisjoint({"insured", "employment", "care_place"})


@pytest.mark.parametrize(
    "sentence",
    [
        "岳池居民,我在成都三级医院住院花了12000",
        "岳池居民,我妈在深圳住院花了3万",
        "岳池居民,我妈在成都带孙子,三级住院花了1万",
        "岳池居民,我妈跟我在深圳,在这边三级住院花了2万",
        "岳池居民,我老公在广州打工,住院花了2万",
    ],
)
def test_the_place_of_the_one_who_is_ill_stays(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).other_places


def test_a_grandchild_that_is_looked_after_is_not_the_one_who_is_ill(reader: SentenceReader) -> None:
    assert "insured" not in reader.read("岳池居民,我妈在成都带孙子,三级住院花了1万").facts
    assert reader.read("带孙子去住院花了1万").facts["insured"] == "儿童"


@pytest.mark.parametrize(
    "sentence",
    [
        "娃儿请假来照顾我工资都扣了。重庆居民二档,三级医院花两万块",
        "孩子轮流陪我去医院,重庆二档三级住院花了2万",
        "孩子送我去的三级医院,住院花8000",
        "女儿伺候她妈,住院花了2万",
    ],
)
def test_who_looks_after_the_patient_is_not_ill(reader: SentenceReader, sentence: str) -> None:
    assert "insured" not in reader.read(sentence).facts


@pytest.mark.parametrize(
    "sentence", ["我娃儿住院花2万,我照顾他", "奶奶照顾我孙子,孙子住院花8000", "娃住院陪我去,花8000"]
)
def test_a_child_who_is_looked_after_is_ill(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["insured"] == "儿童"
