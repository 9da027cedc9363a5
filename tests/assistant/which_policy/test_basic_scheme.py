"""What basic insurance costs is not told from what stands above it, nor that of a year from another one's."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.which_policy.basic_scheme import of_basic_premium
from mingbai.corpus.reader import Corpus
from tests.assistant.turns import last_reply

_NOT_HELD = "我这里没有当地基本医保的缴费标准"


@pytest.mark.parametrize(
    ("question", "policy", "is_said"),
    [
        ("杭州灵活就业一个月医保缴多少钱", "zhejiang-catastrophic-2014", True),
        ("吴江居民医保今年交多少钱", "wujiang-catastrophic", True),
        ("洛阳职工医保一年交多少钱", "luoyang-employee-catastrophic-2021", True),
        ("洛阳职工大病保险一年交多少钱", "luoyang-employee-catastrophic-2021", False),
        ("浙江大病医保要交多少钱", "zhejiang-catastrophic-2014", False),
        ("那要交多少钱", "zhejiang-catastrophic-2014", False),
        ("北京一老一小医保一年交多少", "beijing-elder-child", False),
        ("重庆居民医保一年交多少钱", "chongqing-resident-2013", False),
    ],
)
def test_what_basic_insurance_costs(corpus: Corpus, question: str, policy: str, *, is_said: bool) -> None:
    assert (of_basic_premium(question, corpus.policies[policy]) is not None) == is_said


def test_it_is_said_before_what_the_other_costs(assistant: Assistant) -> None:
    text = last_reply(assistant, "吴江居民医保今年交多少钱").text
    assert text.startswith(f"**{_NOT_HELD}**")
    assert "区政府24.00元" in text


def test_a_year_that_is_not_held_is_said_before_the_premium_of_another(assistant: Assistant) -> None:
    assert last_reply(assistant, "今年2026年重庆居民医保交多少钱啊").text.startswith("**我这里没有2026年的规定**")
    assert not last_reply(assistant, "重庆居民医保2013年交多少钱").text.startswith("**我这里没有")
