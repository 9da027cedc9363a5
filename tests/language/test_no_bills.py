"""Sums that people tell and that are no bill: what was worked out, what insurance gave, what it costs, what it lent."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "cost", "said"),
    [
        ("重庆一档三级医院住院花了28万,算出来应该报11万多,实际最多给多少", 280_000, "11万多"),
        ("重庆二档三级住院30万,按比例算下来该报13万,到底给多少", 300_000, "13万"),
        ("顺产住院花了3800,医保补的这400之外产检还有没有钱", 3_800, "400"),
    ],
)
def test_what_insurance_gives_is_no_bill_and_is_said_so(
    reader: SentenceReader, sentence: str, cost: int, said: str
) -> None:
    read = reader.read(sentence)
    assert read.facts["cost"] == Decimal(cost)
    assert [one.said for one in read.uncounted] == [said]
    assert read.problem is None


def test_what_a_stay_came_to_is_its_bill(reader: SentenceReader) -> None:
    assert reader.read("重庆二档住院三级算下来花了3万报多少").facts["cost"] == Decimal(30_000)


def test_what_was_paid_out_ahead_comes_off_and_is_no_bill(reader: SentenceReader) -> None:
    read = reader.read("之前已经预借了2万,抵完还能拿多少")
    assert "cost" not in read.facts
    assert [one.yuan for one in read.uncounted] == [Decimal(20_000)]


@pytest.mark.parametrize(
    ("sentence", "premium", "excess"),
    [
        ("职工大病医疗保险48块钱一年的,超限额以上的医药费整10万,一共给报多少", 48, 100_000),
        ("职工大病48元的,超过基本封顶的钱有120000,大病给付多少", 48, 120_000),
        ("大病团体补充,75元一年,我超了4万以后又花2万4,给我赔多少", 75, 24_000),
        ("职工大病团体补充保险,一人75的,超4万那段有5万,赔多少", 75, 50_000),
        ("75元大病团体补充的参保人,超过4万以上7万块,给赔多少", 75, 70_000),
    ],
)
def test_an_insurance_is_named_by_what_it_costs(
    reader: SentenceReader, sentence: str, premium: int, excess: int
) -> None:
    read = reader.read(sentence)
    assert read.premiums == (Decimal(premium),)
    assert read.facts["excess"] == Decimal(excess)
    assert read.problem is None


def test_a_premium_of_which_one_bears_a_part_is_no_share_of_a_bill(reader: SentenceReader) -> None:
    read = reader.read("大病团体补充那75块他自己要出多少呀")
    assert read.premiums == (Decimal(75),)
    assert "own_share" not in read.facts


@pytest.mark.parametrize(
    ("sentence", "fact", "value"),
    [
        ("居民医保花了500的,能报多少", "cost", 500),
        ("居民医保,门诊一次80块的,能报多少", "cost", 80),
        ("职工医保报完自己出75", "own_share", 75),
    ],
)
def test_what_was_spent_under_an_insurance_is_a_bill(
    reader: SentenceReader, sentence: str, fact: str, value: int
) -> None:
    assert reader.read(sentence).facts[fact] == Decimal(value)


@pytest.mark.parametrize(
    ("sentence", "used"),
    [
        ("重庆二档累计报满11万没有?我今年报过三次:4万、3万5、2万,还剩多少额度", 95_000),
        ("今年报过两次:3万、3万,还剩多少额度", 60_000),
        ("今年报过三次,分别是1万、2万、3万,还剩多少额度", 60_000),
    ],
)
def test_what_was_paid_so_far_may_be_listed(reader: SentenceReader, sentence: str, used: int) -> None:
    read = reader.read(sentence)
    assert read.facts["used_this_year"] == Decimal(used)
    assert "cost" not in read.facts


def test_how_often_something_was_paid_is_no_sum(reader: SentenceReader) -> None:
    assert reader.read("今年住院报过一次,现在又住院8000").facts["cost"] == Decimal(8_000)


@pytest.mark.parametrize(
    ("sentence", "left", "outside"),
    [
        ("洛阳二级医院住院超限部分33000其中3000是乙类药先自付的", 30_000, 3_000),
        ("洛阳三级住院超限部分5万,里面乙类首先自付4000,大病给多少", 46_000, 4_000),
    ],
)
def test_what_one_pays_first_of_a_drug_is_not_counted(
    reader: SentenceReader, sentence: str, left: int, outside: int
) -> None:
    read = reader.read(sentence)
    assert read.facts["excess"] == Decimal(left)
    assert read.facts["self_funded"] == Decimal(outside)


@pytest.mark.parametrize(
    ("sentence", "excess"),
    [("社区医院住院,过封顶那部分七千块", 7_000), ("超过4万那部分是五万二", 52_000), ("超4万那段有5万", 50_000)],
)
def test_the_part_above_a_cap(reader: SentenceReader, sentence: str, excess: int) -> None:
    assert reader.read(sentence).facts["excess"] == Decimal(excess)


def test_the_part_above_ones_own_share_is_no_part_above_a_cap(reader: SentenceReader) -> None:
    assert "basic_cap" not in reader.read("自付超1万8那段有3万报多少").facts


@pytest.mark.parametrize(("words", "yuan"), [("3万0800", 30_800), ("2万0500", 20_500), ("12万0600", 120_600)])
def test_all_places_behind_ten_thousand(reader: SentenceReader, words: str, yuan: int) -> None:
    assert reader.read(f"重庆二档三级住院花了{words}").facts["cost"] == Decimal(yuan)


def test_some_places_only_are_asked_about(reader: SentenceReader) -> None:
    assert reader.read("住院花了3万080").problem is not None


@pytest.mark.parametrize(
    ("sentence", "cost"),
    [
        ("急诊抢救留观完就收住院了,留观三天花了2000,住院18650,能报多少", 20_650),
        ("孩子急诊留观花了1500,后来转住院,住院花了1万,能报多少", 11_500),
    ],
)
def test_an_observation_is_of_the_stay_it_led_to(reader: SentenceReader, sentence: str, cost: int) -> None:
    read = reader.read(sentence)
    assert read.facts["cost"] == Decimal(cost)
    assert read.reckoned


@pytest.mark.parametrize(
    ("sentence", "care"),
    [
        ("肿瘤门诊放化疗(办了特病证)", "重病门诊治疗"),
        ("尿毒症透析,特病证办好了的,在门诊做", "重病门诊治疗"),
        ("特病门诊透析", "重病特殊病门诊"),
        ("有特病证,高血压门诊", "慢性病门诊"),
        ("特病证有,门诊拿药3000", "特殊病门诊"),
    ],
)
def test_a_paper_is_for_the_treatment_named_beside_it(reader: SentenceReader, sentence: str, care: str) -> None:
    assert reader.read(sentence).facts["care"] == care


@pytest.mark.parametrize(("sentence", "count"), [("特病证上三个慢性病,一年上限多少", 3), ("有两个慢病,门诊", 2)])
def test_illnesses_are_counted(reader: SentenceReader, sentence: str, count: int) -> None:
    assert reader.read(sentence).facts["diseases"] == Decimal(count)


@pytest.mark.parametrize("sentence", ["没去社保所讲就自己跑去主城区住了", "没去合管办讲一声,自己去三级医院住院"])
def test_who_did_not_go_and_tell_is_not_registered(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["filed"] == "否"


def test_what_is_raised_is_no_figure_of_the_case(reader: SentenceReader) -> None:
    assert "deductible" not in reader.read("外地住院门槛要高300,那我到三级医院门槛一共多少").facts
