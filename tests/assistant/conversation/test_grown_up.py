"""Who is told to be grown up is not paid by a rule that holds for children alone."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize(
    "turns",
    [
        ("北京一老一小,我妈住院花了3万能报多少",),
        ("北京一老一小,我妈住院了", "花了3万"),
        ("北京一老一小,姥姥门诊透析花3万报多少",),
        ("北京一老一小 我儿子住院花3万报多少", "我老公呢"),
        ("孩子他爸住院花了3万,北京一老一小报多少",),
        ("北京一老一小住院花3万报多少", "要是我婆婆住院呢"),
    ],
)
def test_what_is_not_written_for_the_grown_is_not_worked_out(assistant: Assistant, turns: tuple[str, ...]) -> None:
    reply, estimate = last_estimate(assistant, *turns)
    assert estimate.status == "unknown"
    assert "20,545" not in reply.text
    assert "报道只写了婴幼儿和学生" in reply.text


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        (("北京一老一小,学生住院花了3万能报多少",), "20545.00"),  # (30000-650)*70%
        (("北京一老一小,我妈带我儿子去住院花了3万报多少",), "20545.00"),
        (("北京一老一小,我妈住院花了3万报多少", "那我孙子呢"), "20545.00"),
        (("重庆居民医保二档,我妈白血病三级住院花了30万能报多少",), "110000.00"),  # (300000-800)*45% is above the cap
        (("重庆居民医保二档,孩子白血病三级住院花了30万能报多少",), "134640.00"),  # the cap of children is 150,000
    ],
)
def test_each_is_worked_out_by_the_rule_for_them(assistant: Assistant, turns: tuple[str, ...], amount: str) -> None:
    _, estimate = last_estimate(assistant, *turns)
    assert estimate.amount == amount


def test_of_two_bills_only_that_of_the_child_is_worked_out(assistant: Assistant) -> None:
    reply = last_reply(assistant, "北京一老一小,我妈住院花3万、我儿子住院花2万,各报多少")
    assert "妈妈 成人 30,000.00元:说不准" in reply.text
    assert "13,545.00元" in reply.text  # (20000-650)*70%


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("北京一老一小,我妈住院报几成", "**成人的报销比例没有写**"),
        ("北京一老一小,奶奶住院起付线多少", "**老人的起付线没有写**"),
        ("吉林县居民医保,乡镇卫生院起付线多少", "**乡镇卫生院的起付线没有写**"),
        ("北京一老一小,孩子住院报几成", "**报70%**"),
    ],
)
def test_a_figure_for_others_stands_in_no_first_line(assistant: Assistant, question: str, lead: str) -> None:
    first, second, *_ = last_reply(assistant, question).text.split("\n")
    assert first.startswith(lead)
    assert second == ""


@pytest.mark.parametrize(
    "question",
    [
        "北京1995年大病,我上小学的孩子住院花了3万能报多少",
        "没写城市的职工大病,学生住院10万能报多少",
        "职工大病团体补充保险 小学生住院花了20万报多少",
    ],
)
def test_a_pupil_is_not_in_the_insurance_of_employees(assistant: Assistant, question: str) -> None:
    reply = last_reply(assistant, question)
    assert reply.estimate is None
    assert reply.text.startswith("**不能报**:这份规定是职工")


def test_a_son_may_be_grown_so_that_it_is_left_open(assistant: Assistant) -> None:
    reply, _ = last_estimate(assistant, "没写城市的职工大病,我儿子住院10万能报多少")
    assert "没有工作的孩子不在里面" in reply.text
