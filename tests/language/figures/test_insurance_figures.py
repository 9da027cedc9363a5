"""Figures that say which insurance is meant: its cap, its ratios, its start, its premium; none of them is a bill."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.language.figures.insurance_figures import day_named, shares_named
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "caps", "premiums", "facts"),
    [
        ("封顶15万每年48块的职工大病,超出四万以上的有5万块钱", (150_000,), (48,), {"excess": 50_000}),
        ("75块一年那个大病补充,最高十万,是拿到手十万还是连自己掏的一起算?", (100_000,), (75,), {}),
        ("一年48块大病险(最高15万)我超出部分才六千二,报多少", (150_000,), (48,), {"excess": 6200}),
        ("那个48块、15万封顶的职工大病,超出8万整", (150_000,), (48,), {"excess": 80_000}),
        ("职工大病 四万以上归大病管 一年48 最高给15万的那种 超出65000", (150_000,), (48,), {"excess": 65_000}),
        ("年限额15万、85/90/95分三段那个职工大病,超出4.6万怎么赔", (150_000,), (), {"excess": 46_000}),
        ("头4万基本统筹管,剩下5万大病(48元那种、最多赔十五万)", (150_000,), (48,), {"excess": 50_000}),
        ("每年交48块大病医疗保险,四万封顶上头我还有三万", (), (48,), {"excess": 30_000}),
        ("我们这职工大病医疗一年才48块钱,保超过4万以上的。要是超出6万能报多少", (), (48,), {"excess": 60_000}),
    ],
)
def test_a_figure_that_names_the_insurance_is_no_bill(
    reader: SentenceReader, sentence: str, caps: tuple[int, ...], premiums: tuple[int, ...], facts: dict[str, int]
) -> None:
    said = reader.read(sentence)
    assert said.caps == tuple(map(Decimal, caps))
    assert said.premiums == tuple(map(Decimal, premiums))
    assert said.problem is None
    assert "cost" not in said.facts
    assert said.facts.items() >= facts.items()


@pytest.mark.parametrize(
    ("sentence", "premium"),
    [
        ("洛阳职工的大病,单位说190块它出一半我出一半,那我出多少", 190),
        ("大病团体补充75块要我自己掏吗,谁出", 75),
        ("学院收医保,80块换一年,我们班42个全参保该收多少", 80),
    ],
)
def test_what_the_insurance_costs_is_no_bill(reader: SentenceReader, sentence: str, premium: int) -> None:
    said = reader.read(sentence)
    assert (said.premiums, "cost" in said.facts) == ((Decimal(premium),), False)


@pytest.mark.parametrize(
    ("sentence", "bill"),
    [
        ("看病190块单位出一半我出一半,医保报多少", 190),
        ("高血压吃药一年800块,最多报多少", 800),
        ("住院用了3万,超过4万限额的部分没有", 30_000),
    ],
)
def test_what_treatment_cost_is_a_bill(reader: SentenceReader, sentence: str, bill: int) -> None:
    assert reader.read(sentence).facts["cost"] == Decimal(bill)


def test_a_limit_with_a_bill_is_where_basic_insurance_ends(reader: SentenceReader) -> None:
    said = reader.read("限额4万,总共花了10万")
    assert (said.caps, said.facts) == ((), {"basic_cap": Decimal(40_000), "cost": Decimal(100_000)})


def test_an_ambulance_beside_the_bill_is_not_counted(reader: SentenceReader) -> None:
    said = reader.read("救护车钱都一千多,合规20400报多少")
    assert said.facts["cost"] == Decimal(20_400)
    assert [one.said for one in said.uncounted] == ["一千多"]


def test_so_many_persons_are_no_money(reader: SentenceReader) -> None:
    assert "cost" not in reader.read("县医保中心职工任务23000完成多少").facts


def test_land_is_no_money(reader: SentenceReader) -> None:
    assert "cost" not in reader.read("耕地四万多亩那个乡,门诊多少人次").facts


def test_a_limit_that_was_set_tells_whose_rule_it_is(reader: SentenceReader) -> None:
    said = reader.read("把职工医保限额设成4万块的那个县,垫付了多少人次")
    assert (said.caps, "cost" in said.facts) == ((Decimal(40_000),), False)


def test_the_ratios_of_bands_are_listed() -> None:
    assert shares_named("85/90/95分三段那个") == (Decimal("0.85"), Decimal("0.9"), Decimal("0.95"))
    assert shares_named("85%、90%、95%的那份") == (Decimal("0.85"), Decimal("0.9"), Decimal("0.95"))
    assert shares_named("我今年85,老伴90") == ()


def test_since_when_a_rule_holds() -> None:
    assert day_named("19年10月起门诊统筹那个县") == (2019, 10)
    assert day_named("2019年10月1日开始的") == (2019, 10)
    assert day_named("2019年10月住院花了3万") is None


def test_the_whole_told_behind_what_comes_on_top(reader: SentenceReader) -> None:
    told = {"excess": Decimal(65_000)}
    said = reader.read("再多花1万呢,就是75000", bill="excess", told=told)
    assert (said.facts, said.change, said.problem) == ({"excess": Decimal(75_000)}, None, None)
    assert reader.read(
        "再多花1万呢,就是80000", bill="excess", told=told
    ).are_several  # 65,000 and 10,000 are not 80,000


@pytest.mark.parametrize(
    "text",
    ["后来又花了两千,总共8500了", "后来又自付2000,现在加起来是8500", "又看了几次花了两千块,一共8500", "现在总共8500了"],
)
def test_one_more_and_the_whole_of_both(reader: SentenceReader, text: str) -> None:
    said = reader.read(text, bill="own_share", told={"own_share": Decimal(6_500)})
    assert (said.facts["own_share"], said.problem, said.bills) == (Decimal(8_500), None, ())


def test_the_whole_beside_another_stay_says_nothing_new(reader: SentenceReader) -> None:
    said = reader.read("后来又花了五千,总共25000了", told={"cost": Decimal(20_000)})
    assert (said.facts, said.problem) == ({"cost": Decimal(5_000)}, None)


@pytest.mark.parametrize("text", ["封顶4万,我又多花了5万", "大人封顶4万元,后来多出5万", "封顶4万以外还花了5万"])
def test_what_was_spent_above_a_cap_that_is_told(reader: SentenceReader, text: str) -> None:
    assert reader.read(text).facts["excess"] == Decimal(50_000)


@pytest.mark.parametrize("text", ["一年封顶3万,住院花了5万", "封顶4万,我花了5万"])
def test_a_bill_beside_a_cap_stays_a_bill(reader: SentenceReader, text: str) -> None:
    assert reader.read(text).facts["cost"] == Decimal(50_000)
