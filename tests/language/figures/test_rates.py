"""Sums told by the day or month: worked out where the time is told too, asked for where it is not."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "cost", "how"),
    [
        ("每天500住了20天", "10000", "每天500元、20天"),  # 500*20
        ("住院一天400块住了15天", "6000", "每天400元、15天"),  # 400*15
        ("住院20天,每天1500", "30000", "每天1500元、20天"),  # 1500*20
        ("500一天,住了20天", "10000", "每天500元、20天"),
        ("日均800元,住院12天", "9600", "每天800元、12天"),  # 800*12
        ("每天500,20天", "10000", "每天500元、20天"),
        ("住了两周,每天600", "8400", "每天600元、两周"),  # 600*14
        ("一个月药费800,一年能报多少", "9600", "每月800元、一年"),  # 800*12
        ("每月3000,做了半年", "18000", "每月3000元、半年"),  # 3000*6
        ("每季度药费900,一年", "3600", "每季度900元、一年"),  # 900*4
        ("每个月在二级医院拿药两百六 一年算下来能报多少", "3120", "每月260元、一年"),  # 260*12
        ("每天500住了20天 三级医院", "10000", "每天500元、20天"),
        ("每月去县医院透析1200一年", "14400", "每月1200元、一年"),  # 1200*12
    ],
)
def test_a_rate_and_its_time_make_a_sum(reader: SentenceReader, sentence: str, cost: str, how: str) -> None:
    said = reader.read(sentence)
    assert said.facts["cost"] == Decimal(cost)
    assert said.reckoned == (how,)
    assert not said.rough


@pytest.mark.parametrize(
    ("sentence", "cost"),
    [
        ("住了一个月,每天500", "15000"),  # 500*30: no month has just thirty days
        ("每天大概500,住了20天", "10000"),
        ("每天500,住了二十来天", "10000"),
    ],
)
def test_what_is_not_sure_is_only_about_so_much(reader: SentenceReader, sentence: str, cost: str) -> None:
    said = reader.read(sentence)
    assert said.facts["cost"] == Decimal(cost)
    assert said.rough == {"cost"}


@pytest.mark.parametrize("sentence", ["头3天每天1000,后5天每天500", "每天1000住了3天,后来每天500住了5天"])
def test_rates_in_turn_come_to_one_bill(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.facts["cost"] == Decimal(5500)  # 3*1000+5*500
    assert said.reckoned == ("每天1000元、3天加每天500元、5天",)


def test_each_rate_of_a_sentence_is_worked_out(reader: SentenceReader) -> None:
    facts = reader.read("住院五天,每天1000元,自费每天200").facts
    assert (facts["cost"], facts["self_funded"]) == (Decimal(4000), Decimal(1000))  # 5*1000-5*200, 5*200


@pytest.mark.parametrize(
    "sentence", ["住院每天800元", "住院一天400块", "一个月药费800", "每天三四百住了20天", "住了5天又住了10天,每天500"]
)
def test_without_one_sure_sum_it_is_asked_for(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert "cost" not in said.facts
    assert said.problem is not None
    assert said.problem[0] == "cost"


def test_a_whole_sum_beside_the_rate_must_agree(reader: SentenceReader) -> None:
    assert reader.read("每天500,住了20天,总共1万").facts["cost"] == Decimal(10000)
    assert reader.read("每天500,住了20天,总共2万").problem is not None


def test_a_premium_by_the_month_is_no_bill(reader: SentenceReader) -> None:
    assert "cost" not in reader.read("每月交200,一年").facts


def test_the_bill_of_one_stay_is_no_rate(reader: SentenceReader) -> None:
    assert reader.read("住院一个月3万").facts["cost"] == Decimal(30000)
    assert reader.read("住院一天花了3000元").facts["cost"] == Decimal(3000)


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("每个月医保报完自己出850 一年下来救助能补多少", "10200"),  # 850*12
        ("每个月自付850 一年", "10200"),
        ("每月自付850元 12个月 一共补多少", "10200"),
        ("每月新农合报完以后个人出500,半年", "3000"),  # 500*6
    ],
)
def test_a_share_borne_by_the_month_makes_a_sum(reader: SentenceReader, sentence: str, share: str) -> None:
    assert reader.read(sentence).facts["own_share"] == Decimal(share)


@pytest.mark.parametrize(
    ("sentence", "cost"), [("住了一个月自己花了3000", "3000"), ("二级医院拿药260 一年能报多少", "260")]
)
def test_a_time_beside_a_sum_does_not_multiply_it(reader: SentenceReader, sentence: str, cost: str) -> None:
    assert reader.read(sentence).facts["cost"] == Decimal(cost)
