"""A scheme named only as nobody's, or as that of somebody left out, is not the one asked about."""

from __future__ import annotations

import pytest

from mingbai.assistant.which_policy.set_aside import is_set_aside

WORDS = ("职工医保", "城镇职工医保")


@pytest.mark.parametrize(
    "said",
    [
        "没得职工医保,能参加吗",
        "我不是职工医保的,能上不",
        "没参加城镇职工医保的交多少",
        "老汉有职工医保,不算他",
        "我爸是职工医保,他就不交了",
        "除开有职工医保的老公还有四个人",
    ],
)
def test_is_heard(said: str) -> None:
    assert is_set_aside(said, WORDS)


@pytest.mark.parametrize(
    "said",
    [
        "我有职工医保,能报多少",
        "有没有职工医保都行",
        "我有职工医保算不算",
        "职工医保不算在内吗",
        "不算职工医保报的,还能报多少",
        "没有职工医保,爸有职工医保",  # one of them is had
        "居民医保交多少",
    ],
)
def test_is_not_heard_where_the_scheme_is_had_or_asked_about(said: str) -> None:
    assert not is_set_aside(said, WORDS)
