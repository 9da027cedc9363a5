"""Who asks why two sums differ is told what they differ by: the deductible, the ratio."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        # (4350-350)*60%=2400, then (4350-250)*60%=2460: from the second stay on the deductible is 100 lower
        (
            ("岳池居民医保二级住院第一次花了4350", "年底又住了一回,还是4350", "为啥多了六十"),
            ("起付线低了 100.00元", "多 60.00元"),
        ),
        # (10000-550)*55%=5197.50 and (10000-350)*60%=5790
        (
            ("岳池居民三级1万", "二级呢", "怎么多出这么多"),
            ("起付线低了 200.00元", "报销比例高了 5个百分点", "多 592.50元"),
        ),
        # (20000-840)*40%=7664 and (20000-800)*45%=8640
        (
            ("重庆二档三级住院2万", "没登记呢", "为什么少了这么多"),
            ("起付线高了 40.00元", "报销比例低了 5个百分点", "多 976.00元"),
        ),
    ],
)
def test_the_reason_comes_first(assistant: Assistant, turns: tuple[str, ...], lines: tuple[str, ...]) -> None:
    first = last_reply(assistant, *turns).text.split("\n\n")[0].split("\n")
    assert len(first) == len(lines)
    assert all(told in line for told, line in zip(lines, first, strict=True))


def test_one_sum_alone_is_gone_through_again(assistant: Assistant) -> None:
    assert "这笔账是这样算的" in last_reply(assistant, "重庆二档三级1万", "为什么这么少").text
