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
