"""Facts told in words of one's own: who was not told, where one went, what lies above a cap, what is only asked."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.language.asking import plainly_asked
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    "sentence",
    [
        "没给县医保中心说过",
        "住之前没跟老家医保局吱声",
        "也没打电话给医保局",
        "没告诉县医保中心",
        "没有通知社保局",
        "啥都没跟农合办讲",
        "没向参保地医保中心报告",
        "没和合管办联系过",
    ],
)
def test_who_told_no_office_did_not_file(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["filed"] == "否"


@pytest.mark.parametrize("sentence", ["跟医保中心说过了", "给医保局打过电话登记了"])
def test_who_told_the_office_filed(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["filed"] == "是"


@pytest.mark.parametrize(
    "sentence", ["没跟家里说", "没给医保中心交材料", "没通知医保中心吗", "跟医保局讲过没", "医保局说过不给报"]
)
def test_other_words_with_somebody_file_nothing(reader: SentenceReader, sentence: str) -> None:
    assert "filed" not in reader.read(sentence).facts


@pytest.mark.parametrize("sentence", ["上省城三级医院住院", "转院出去住的三级", "转到县外医院住院", "送到省城抢救住院"])
def test_going_away_is_care_elsewhere(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["care_place"] == "外地"


@pytest.mark.parametrize("sentence", ["在省级医院住院", "转院到主城三级医院", "省城医院那种级别"])
def test_a_large_hospital_alone_is_no_place(reader: SentenceReader, sentence: str) -> None:
    assert "care_place" not in reader.read(sentence).facts


@pytest.mark.parametrize("sentence", ["在镇卫生院住起,用脱一千九", "又转到三甲住,花了一万", "县医院住着,花了三千"])
def test_a_stay_said_with_one_sign(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["care"] == "住院"


@pytest.mark.parametrize(
    "sentence",
    [
        "今年合规的一共十一万,四万基本医保顶格了,剩下七万大病给他多少",
        "四万统筹用光了,还剩七万赔多少",
        "基本医保四万到顶,剩的七万能赔多少",
    ],
)
def test_what_is_left_above_a_cap_that_is_full(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert (said.facts["basic_cap"], said.facts["excess"]) == (Decimal(40000), Decimal(70000))
    assert said.problem is None


@pytest.mark.parametrize("sentence", ["基本医保顶格了,剩下12万", "医保用完了,还剩12万"])
def test_what_is_left_when_the_cap_is_not_named(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["excess"] == 120000


@pytest.mark.parametrize("sentence", ["医保报完了剩下3万", "医保报完自己还剩3万", "四万用完了,报完自己还剩3万"])
def test_what_is_left_to_oneself_lies_above_no_cap(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.facts["own_share"] == 30000
    assert "excess" not in said.facts


@pytest.mark.parametrize(
    "sentence",
    [
        "自己还剩一万六,那给我报一万六还是扣5000",
        "自付一万六,报一万六还是扣5000再报",
        "自付16000,是全报还是减去五千",
        "自付16000,到底报11000还是报一万六",
    ],
)
def test_two_ways_to_pay_are_no_bills(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.facts["own_share"] == 16000
    assert said.problem is None


def test_two_bills_stay_two(reader: SentenceReader) -> None:
    assert reader.read("住院花了一万六,扣了5000,能报多少还是不能报").problem is not None


@pytest.mark.parametrize("sentence", ["八万到十万是最后一段吧", "8万到10万那段报几成", "四到八万的那一截怎么赔"])
def test_a_band_of_the_rule_is_no_bill(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.problem is None
    assert "cost" not in said.facts


def test_a_span_that_was_spent_is_one(reader: SentenceReader) -> None:
    assert reader.read("花了八万到十万").problem is not None


def test_the_most_there_is_is_asked_for() -> None:
    assert plainly_asked("最多几万") == "最多多少"
    assert plainly_asked("最多也就花了几万") == "最多也就花了几万"


def test_a_plan_of_which_one_asks_is_not_told(reader: SentenceReader) -> None:
    assert "plan" not in reader.read("娃能不能单独交一档").facts
    assert reader.read("娃单独交的一档").facts["plan"] == "一档"
