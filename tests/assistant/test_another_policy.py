"""Another policy named in a conversation: what belongs to the one before neither hides it nor goes over to it."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("turns", "policy", "amount"),
    [
        # Beijing knows no plans: (20000-650)*70%
        (("重庆二档三级住院2万", "那北京的孩子呢"), "beijing-elder-child", "13545.00"),
        (("重庆二档三级住院2万", "我其实是北京的孩子"), "beijing-elder-child", "13545.00"),
        # nor what lies above a cap: a bare sum is the whole bill there
        (("洛阳退休三级住院超10万", "北京孩子住院2万呢"), "beijing-elder-child", "13545.00"),
        # (30000-800)*45%
        (("洛阳退休三级住院超10万", "重庆二档三级3万呢"), "chongqing-resident-2013", "13140.00"),
        # (9000-350)*60%
        (("浙江大病自付9万,起付线2万", "岳池二级住院9000呢"), "yuechi-resident-2009", "5190.00"),
        # and what both count it stays: 40000*85%+10000*90%
        (("洛阳退休三级住院超10万", "湖南那个区5万呢"), "hunan-district-employee-supplementary-2011", "43000.00"),
        # what was told of the first comes back with it: (10000-300)*60%
        (("重庆一档二级住院1万", "岳池的呢", "那重庆呢"), "chongqing-resident-2013", "5820.00"),
    ],
)
def test_its_own_rule_is_worked_out(assistant: Assistant, turns: tuple[str, ...], policy: str, amount: str) -> None:
    reply = last_reply(assistant, *turns)
    assert reply.policies == (policy,)
    assert reply.estimate
    assert reply.estimate.amount == amount, reply.text


def test_the_policy_before_does_not_stand_in_for_one_that_is_not_told_apart(assistant: Assistant) -> None:
    asked = last_reply(assistant, "重庆二档三级住院2万", "那北京呢")
    assert asked.kind == "clarify"
    assert "北京一老一小" in asked.text
    answered = last_reply(assistant, "重庆二档三级住院2万", "那北京呢", "一老一小的孩子")
    assert answered.estimate
    assert answered.estimate.amount == "13545.00"
