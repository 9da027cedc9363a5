"""Facts as people give them: understood, or refused with a word that helps."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.rules.case import Case, CaseError
from tests.rules.inline import VOCABULARY


def read(**facts: str | int | Decimal) -> Case:
    return Case.read(facts, VOCABULARY)


@pytest.mark.parametrize(
    ("given_as", "amount"),
    [
        ("30000", "30000"),
        ("12,345.67", "12345.67"),
        ("30000元", "30000"),
        (" 30000 元", "30000"),
        ("0.01", "0.01"),
        ("100000000", "100000000"),
        (30000, "30000"),
        (Decimal("0.10"), "0.1"),
    ],
)
def test_an_amount(given_as: str | int | Decimal, amount: str) -> None:
    assert read(cost=given_as).amount("cost") == Decimal(amount)


@pytest.mark.parametrize(
    ("given_as", "words"),
    [
        ("-1", "不能是负数,请再说一遍是多少钱"),
        (-30000, "不能是负数"),
        ("0", "是0元,没有可以报销的;请说一下实际花了多少"),
        ("0.00", "是0元"),
        ("-0", "是0元"),
        ("100000000.01", "超过1亿元,数目太大,请核对一下"),
        (10**30, "超过1亿元"),
        ("0.001", "最多到分(两位小数),现在是“0.001”"),
        (Decimal("99.999"), "最多到分"),
        ("很多", "“很多”看不懂,请写成数字,例如 30000"),
        ("", "看不懂"),
        ("1e5", "看不懂"),
        ("12,34", "看不懂"),
        ("NaN", "看不懂"),
        ("Infinity", "看不懂"),
        (Decimal("NaN"), "看不懂"),
        (Decimal("Infinity"), "看不懂"),
        ("45%", "“45%”看不懂"),
        ("2‰", "看不懂"),
        ("9" * 60, "看不懂"),
        ("30000; rm", "看不懂"),
    ],
)
def test_an_amount_that_cannot_be_used(given_as: str | int | Decimal, words: str) -> None:
    with pytest.raises(CaseError) as caught:
        read(cost=given_as)
    assert caught.value.fact == "cost"
    assert str(caught.value).startswith("目录内费用")
    assert words in str(caught.value)


@pytest.mark.parametrize("fact", ["used_this_year", "deductible_paid", "self_funded", "band_floor", "carried_over"])
def test_some_amounts_may_be_nothing(fact: str) -> None:
    assert read(**{fact: 0}).amount(fact) == 0


@pytest.mark.parametrize("count", ["1", "2", 3, "366"])
def test_a_count(count: str | int) -> None:
    assert read(admission=count).amount("admission") == Decimal(count)


@pytest.mark.parametrize("count", ["0", "-1", "1.5", "367", 10**9])
def test_a_count_that_cannot_be(count: str | int) -> None:
    with pytest.raises(CaseError, match="今年第几次住院要是从1开始的整数"):
        read(admission=count)


def test_a_count_that_cannot_be_read() -> None:
    with pytest.raises(CaseError, match="今年第几次住院“第二次”看不懂,请写成数字,例如 2"):
        read(admission="第二次")


@pytest.mark.parametrize(
    ("fact", "said", "choice"),
    [
        ("hospital_level", "三级", "三级"),
        ("hospital_level", "三甲", "三级"),
        ("hospital_level", "镇卫生院", "乡镇卫生院"),
        ("filed", "yes", "是"),
        ("filed", "NO", "否"),
        ("filed", "没有", "否"),
        ("insured", "娃", "儿童"),
    ],
)
def test_a_choice_and_how_people_say_it(fact: str, said: str, choice: str) -> None:
    assert read(**{fact: said}).get(fact) == choice


def test_a_choice_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(CaseError, match="参保档次里没有“三档”;可以是:一档、二档") as caught:
        read(plan="三档")
    assert caught.value.fact == "plan"


def test_a_fact_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(CaseError, match="没有“price”这一项;可以写的有:care、plan、") as caught:
        read(price=100)
    assert caught.value.fact == "price"


@pytest.mark.parametrize("fact", ["plan", "cost", "admission"])
def test_not_knowing_is_kept(fact: str) -> None:
    case = read(**{fact: "不知道"})
    assert (case.get(fact), case.amount(fact)) == ("不知道", None)


def test_what_was_not_given_is_none() -> None:
    assert read().get("cost") is read().amount("cost") is None


def test_a_part_cannot_be_more_than_the_whole() -> None:
    assert read(cost=100, marked_drugs=100).amount("marked_drugs") == 100
    with pytest.raises(CaseError, match=r"特殊药品\(100\.01元\)不能比总费用\(100\.00元\)还多"):
        read(cost=100, marked_drugs="100.01")


def test_facts_can_be_set_without_touching_the_case() -> None:
    case = read(plan="一档")
    assert case.with_facts(plan="二档", cost=Decimal(5)).facts == {"plan": "二档", "cost": 5}
    assert case.facts == {"plan": "一档"}


@settings(deadline=None)
@given(st.sampled_from(sorted(VOCABULARY.facts)), st.text(max_size=50))
def test_whatever_is_written_gives_a_case_or_a_case_error(fact: str, text: str) -> None:
    try:
        value = read(**{fact: text}).get(fact)
    except CaseError as refusal:
        value, named = "不知道", (refusal.fact, bool(str(refusal)))
    else:
        named = (fact, True)
    assert named == (fact, True)
    assert value == "不知道" or VOCABULARY.facts[fact].kind != "choice" or value in VOCABULARY.facts[fact].choices
