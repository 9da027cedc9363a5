"""Wages, quotas and caps held against one another are no bills; sums paid for treatment beside them are."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    "sentence",
    [
        "全市月均工资要是5000,我一年扣多少",
        "社平工资5000,一年扣多少",
        "全市月均工资2000,我们公司职工平均才1500,按多少做基数",
        "低保从640块提到多少了",
        "5000块的工资一年扣多少",
        "门诊定额60块没用完能留到明年吗",
        "门诊那六十块去年没用完,还在不在",
        "门诊那六十块花的时候要不要按比例扣",
        "特殊门诊那五千是另外给的还是在三万里头",
        "特殊门诊5000算不算在3万里面",
        "5000的限额是包含在30000里头的吗",
        "门槛还扣350不扣",
        "起付线350还扣不扣",
        "第二回门槛会便宜100吗",
        "大学那个八十块医保,整个学院收了114560,人数对不对",
        "08级收款37520,对得上吗",
    ],
)
def test_what_is_no_bill(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert "cost" not in said.facts
    assert said.problem is None


@pytest.mark.parametrize(
    ("sentence", "bill"),
    [
        ("我一个月工资6000,住院花了8000", 8000),
        ("医院收了30000,能报多少", 30000),
        ("医学院附属医院收了我30000", 30000),
        ("在学校摔断腿住院,医院收了8000,能报多少", 8000),
        ("退休金3000块,看病花了2000能报多少", 2000),
        ("拿工资交了5000住院费", 5000),
        ("门诊那六十块能报多少", 60),
        ("门诊花了100,定额60块", 100),
        ("最多赔15万的那个大病险,花了8万", 80000),
        ("限额15万的大病险,住院花了8万", 80000),
        ("花了8000,最多报5万是真的吗", 8000),
        ("不止花了8000,是9000", 9000),
        ("不止8000,总共有9000", 9000),
        ("花了8000,最多报多少", 8000),
        ("三月份花了2200,九月份又花3100,是不是每回都要扣那个350哦,总共报多少", 5300),
        ("四月2000,五月3000,每次都扣150吗,一共报多少", 5000),
        ("住院花了3000,再扣掉自费500,能报多少", 2500),
        ("高血压230能报多少", 230),
        ("我妈血压高,买药花了230", 230),
        ("查血压240元", 240),
        ("打120救护车送去的,住院花了6000", 6000),
        ("120拉到县医院住院花了6000", 6000),
        ("门诊看病花了120块", 120),
        ("住院花了2万,有5000是跟亲戚借的,剩下的自己掏", 20_000),
        ("借了2万交的住院费", 20_000),
    ],
)
def test_what_is_a_bill_all_the_same(reader: SentenceReader, sentence: str, bill: int) -> None:
    assert reader.read(sentence).facts["cost"] == Decimal(bill)


def test_what_is_left_of_a_quota_is_carried_over(reader: SentenceReader) -> None:
    assert reader.read("门诊那六十块,去年剩了四十").facts["carried_over"] == Decimal(40)
    assert reader.read("门诊额度剩了三十").facts["carried_over"] == Decimal(30)


@pytest.mark.parametrize(("sentence", "bill"), [("住院2000", 2000), ("门诊花了2010", 2010), ("药费2020", 2020)])
def test_a_sum_that_looks_like_a_year(reader: SentenceReader, sentence: str, bill: int) -> None:
    assert reader.read(sentence).facts["cost"] == Decimal(bill)


@pytest.mark.parametrize("sentence", ["居民医保2013怎么交", "2010参保交多少"])
def test_a_year_is_no_sum(reader: SentenceReader, sentence: str) -> None:
    assert "cost" not in reader.read(sentence).facts


@pytest.mark.parametrize(
    "sentence", ["奶奶血压230,看东西模糊", "血压两百三,头疼", "我妈高血压二百二,头疼得炸开", "心跳200下,晕", "血糖30多"]
)
def test_what_a_body_measures_is_no_sum(reader: SentenceReader, sentence: str) -> None:
    assert "cost" not in reader.read(sentence).facts


def test_two_ways_to_be_paid_are_no_bills(reader: SentenceReader) -> None:
    facts = reader.read("医保报完还剩一万八,那到底退13000还是18000").facts
    assert facts["own_share"] == Decimal(18_000)
    assert "cost" not in facts


def test_a_hospital_with_a_contract_keeps_its_own_level(reader: SentenceReader) -> None:
    assert reader.read("社区卫生服务中心住院1200,在县内定点的").facts["hospital_level"] == "社区"
    assert reader.read("在县内定点医院住院1200").facts["hospital_level"] == "县级"
