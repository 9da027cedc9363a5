"""The case told before beside that of another policy: what differs between policies and not between plans."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply

YUECHI, CHONGQING, BEIJING = "yuechi-resident-2009", "chongqing-resident-2013", "beijing-elder-child"


@pytest.mark.parametrize(
    ("turns", "policies", "said"),
    [
        # (20000-550)*55%=10697.50 and (20000-800)*45%=8640; with the first plan *40%=7680
        (("重庆二档三级住院2万", "和岳池比呢"), (CHONGQING, YUECHI), "2,057.50"),
        (("重庆二档三级住院2万", "和一档比差多少", "和岳池比呢"), (CHONGQING, YUECHI), "2,057.50"),
        (("岳池三级住院2万", "重庆一档哪个报得多"), (YUECHI, CHONGQING), "3,017.50"),
        (("岳池三级住院2万", "和重庆一档比一下"), (YUECHI, CHONGQING), "3,017.50"),
        (("岳池居民三级住院花了2万 和重庆二档比",), (YUECHI, CHONGQING), "2,057.50"),
        # (20000-650)*70%=13545
        (("重庆二档三级住院2万", "跟北京的孩子比呢"), (CHONGQING, BEIJING), "4,905.00"),
    ],
)
def test_the_policies_are_held_side_by_side(
    assistant: Assistant, turns: tuple[str, ...], policies: tuple[str, ...], said: str
) -> None:
    reply = last_reply(assistant, *turns)
    assert reply.policies == policies, reply.text
    assert f"报得多,多 {said}元" in reply.text


def test_a_plan_that_only_one_policy_knows_stands_beside_its_name(assistant: Assistant) -> None:
    assert "重庆居民医保(二档)能报 8,640.00元" in last_reply(assistant, "重庆二档三级住院2万", "和岳池比呢").text


def test_what_one_is_compared_with_is_not_ones_own(assistant: Assistant) -> None:
    reply = last_reply(assistant, "重庆二档三级住院2万", "和一档比差多少", "二级呢")
    assert "二档能报 12,805.00元" in reply.text  # (20000-300)*65%


def test_a_scheme_between_which_a_rule_chooses_is_one_of_its_own(assistant: Assistant) -> None:
    _, estimate = last_estimate(assistant, "新兴医院上班的职工住院花了9000", "要是居民医保呢")
    assert (estimate.status, estimate.high) == ("at_most", "8100.00")  # 9000*90%
    assert last_reply(assistant, "重庆二档三级住院2万", "职工医保呢").kind == "decline"
