"""A tier named by its price, and heads named as a number, are no bill."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader

BILL = Decimal(10_300)


@pytest.mark.parametrize(
    "said",
    [
        "重庆我买的150的,三甲住院花了10300,报多少",
        "重庆150档三级医院住院10300,报多少",
        "重庆三个人都买150,奶奶二级医院花10300,奶奶报多少",
        "重庆按150交的,一级医院住院10300,报多少",
        "重庆的,150的,三级住院10300报多少",
        "我妈重庆乡下的买的合作医疗贵的那种150的上个礼拜在三甲医院割了胆囊,能报的一共10300就想问退好多",
    ],
)
def test_a_tier_is_known_by_its_price(reader: SentenceReader, said: str) -> None:
    heard = reader.read(said)
    assert heard.premiums == (Decimal(150),)
    assert heard.facts["cost"] == BILL
    assert not heard.bills


@pytest.mark.parametrize(
    "said",
    [
        "重庆二档,门诊买150的药报多少",
        "重庆二档,门诊买贵的那种150的药报多少",
        "重庆普通门诊150能报多少",
        "重庆按150算报多少",
    ],
)
def test_a_bill_that_costs_as_much_as_a_tier_stays_a_bill(reader: SentenceReader, said: str) -> None:
    heard = reader.read(said)
    assert heard.facts["cost"] == Decimal(150)
    assert not heard.premiums


def test_so_many_heads_at_so_much_each_are_no_bill(reader: SentenceReader) -> None:
    heard = reader.read("吴江年初参保人数80万,按48元一人,先划给商保公司多少")
    assert "cost" not in heard.facts
    assert heard.premiums == (Decimal(48),)


def test_a_cap_asked_about_again_is_no_bill(reader: SentenceReader) -> None:
    heard = reader.read("75块一年那个大病补充,最高十万,是拿到手十万还是连自己掏的一起算?")
    assert "cost" not in heard.facts
