"""What a message is about where it stands: a sum, the cap behind an open one, papers beside it."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize(
    ("turns", "cap"),
    [
        # 36000×10 to 36000×15
        (
            ("浙江大病保险,我医保报完自己还负担八万六,能再报多少", "去年居民人均收入三万六", "最多能报到多少"),
            "360,000元到540,000元",
        ),
        # 40000×10 to 40000×15
        (("浙江大病保险,当地人均收入4万,自己负担10万,能报多少", "那最高可以报好多"), "400,000元到600,000元"),
    ],
)
def test_the_most_of_a_sum_without_an_upper_end_is_the_cap(
    assistant: Assistant, turns: tuple[str, ...], cap: str
) -> None:
    assert last_reply(assistant, *turns).text.startswith(f"**{cap}**")


@pytest.mark.parametrize(
    ("message", "amount"),
    [
        ("重庆居民一档二级医院住院花了6000咋报", "3420.00"),  # (6000-300)*60%
        ("岳池镇卫生院住院花了2000块怎么报销", "1295.00"),  # (2000-150)*70%
        ("厦门低保自付9000怎么救助", "7200.00"),  # 9000*80%
        ("厦门医疗救助低保户自付1万能救助多少,要带什么材料,去哪办", "8000.00"),  # 10000*80%
        ("厦门低保自付8千救助几个钱,要啥手续", "6400.00"),  # 8000*80%
    ],
)
def test_how_a_bill_is_paid_is_first_of_all_how_much(assistant: Assistant, message: str, amount: str) -> None:
    _, estimate = last_estimate(assistant, message)
    assert estimate.amount == amount


@pytest.mark.parametrize(
    "message",
    [
        "重庆居民在外地住院花了3万怎么报销",
        "重庆二档住院花了3万,回来怎么报销,什么时候去报",
        "长沙特药花了5万怎么报",
        "吴江自费30000以上怎么补",
    ],
)
def test_how_to_claim_is_no_sum(assistant: Assistant, message: str) -> None:
    # care elsewhere is claimed at home, errands are asked for, or the source has lost what a sum needs
    assert last_reply(assistant, message).estimate is None


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("吉林县居民医保统筹基金年收入800万,风险储备金每年提多少、存到多少为止", "5%"),
        ("吉林县居民医保,基金一年收入1000万,储备金提多少", "5%"),
        ("桂阳低保户,大病那个坎是一万不?还是说能少点", "5000元"),  # 10000*50%
    ],
)
def test_a_figure_of_the_rule_is_no_bill(assistant: Assistant, message: str, line: str) -> None:
    reply = last_reply(assistant, message)
    assert line in reply.text.partition("\n")[0]
    assert reply.kind != "clarify"


@pytest.mark.parametrize(
    ("message", "low"),
    [("如果我是职工医保那6500算不算", "3900.00"), ("换成职工医保6500够不够", "3900.00")],  # 6500*60%
)
def test_whether_a_sum_is_enough_in_another_insurance(assistant: Assistant, message: str, low: str) -> None:
    told = "吴江低收入家庭(民政认的),居民医保,一年自付加起来6500,没享受实时救助"
    _, estimate = last_estimate(assistant, told, message)
    assert estimate.low == low


def test_when_papers_go_in_is_asked_of_the_claim_and_their_list_tells_where(assistant: Assistant) -> None:
    message = "重庆居民医保二档,二级医院住院花了6000咋报,要带什么,什么时候去交,交给谁"
    reply, estimate = last_estimate(assistant, message)
    assert estimate.amount == "3705.00"  # (6000-300)*65%
    assert "每月20日到30日" in reply.text
    assert "办理的地方:县行政服务中心医保窗口" in reply.text
    assert "集中交" not in reply.text  # which is when the premium is paid
