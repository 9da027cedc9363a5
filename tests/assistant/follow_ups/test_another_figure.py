"""A message that tells another figure asks the question before it with that."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.follow_ups.another_figure import facts_with_another, with_another_figure


@pytest.mark.parametrize(
    ("question", "message", "meant"),
    [
        ("当年保费4000万,成本率94%,钱怎么分", "那105%呢 亏的谁扛", "当年保费4000万,成本率105%,钱怎么分"),
        ("30个人的保费拖了20天,滞纳金多少", "40天呢", "30个人的保费拖了40天,滞纳金多少"),
        ("30个人的保费拖了20天,滞纳金多少", "那50个人呢", "50个人的保费拖了20天,滞纳金多少"),
        ("30个人的保费拖了20天,滞纳金多少", "50个人拖40天", "50个人的保费拖了40天,滞纳金多少"),
        ("欠费10000元30天,滞纳金多少", "那5000元呢", "欠费5000元30天,滞纳金多少"),
        ("大病保险2014,收入是2万,限额多少", "要是三万呢", "大病保险2014,收入是三万,限额多少"),  # 2014 is a year
        # the wage of one's own stands beside that of all
        (
            "80个人,全市平均工资600,单位交多少",
            "可我们公司平均工资才500啊",
            "80个人,全市平均工资600,单位交多少,可我们公司平均工资才500啊",
        ),
    ],
)
def test_is_put_in_the_place_of_the_first(question: str, message: str, meant: str) -> None:
    assert with_another_figure(question, message) == meant


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("一年交多少钱", "那40天呢"),  # no days were asked with
        ("2个大人3个孩子一共交多少", "那4个人呢"),  # which of the two is not known
        ("30个人的保费拖了20天,滞纳金多少", "那单位欠的呢"),  # no figure
    ],
)
def test_is_not_where_the_first_has_no_such_figure(question: str, message: str) -> None:
    assert with_another_figure(question, message) is None


def test_a_fact_told_with_the_first_is_that_of_the_other() -> None:
    facts = {"local_income": Decimal(20000), "cost": Decimal(30000), "plan": "一档"}
    put = facts_with_another(facts, "收入是2万,限额多少", "要是三万呢", {"cost": Decimal(30000)})
    assert put == {"local_income": Decimal(30000), "plan": "一档"}


def test_all_of_a_house_are_not_the_part_asked_about_before() -> None:
    assert with_another_figure("08级469个人应该收多少", "全院1432人呢") == "全院1432人应该收多少"
    assert with_another_figure("学生30个人交多少", "50人呢") == "学生50人交多少"
