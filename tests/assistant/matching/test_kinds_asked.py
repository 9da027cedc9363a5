"""What kind of thing each word of a question asks for, and whether a line gives it."""

from __future__ import annotations

import pytest

from mingbai.assistant.matching.kinds_asked import KINDS, gives_all, is_silent, names_something, things_asked

KIND = {one.name: one for one in KINDS}


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("多少天里去哪改登记", ["when", "where"]),
        ("咱县里哪几天收", ["when"]),
        ("谁能动它", ["who"]),
        ("多久下一次病房，多久出结果", ["how often", "when"]),
        ("要带什么材料，去哪个窗口", ["papers", "where"]),
        ("查出重复收费大夫会怎么样", ["consequence"]),
        ("哪几种情况不给报", ["which"]),
        ("3+3是哪三重保险哪三重救助", ["which of many", "which of many"]),
        ("医保办有几个人，罚了多少次", ["how many persons", "how many times"]),
        ("管多少家药店，千分之几的人能赔到", ["how many places", "which share"]),
        ("一年交多少钱，定了多少标准", ["which sum", "how much"]),
        ("手续怎么弄", ["how"]),
        ("怎么个借法", ["how"]),
        ("2010年的标准行吗", []),
    ],
)
def test_each_word_that_asks_has_its_kind(question: str, kinds: list[str]) -> None:
    assert [one.kind.name for one in things_asked(question)] == kinds


def test_what_is_asked_is_left_without_the_other_words_that_ask() -> None:
    assert [one.text for one in things_asked("多少天里去哪改登记")] == ["多少天里 改登记", " 里去哪改登记"]


@pytest.mark.parametrize(
    ("kind", "line", "is_given"),
    [
        ("when", "十五日内：从批准那天起", True),
        ("when", "所在区、县劳动和社会保障局", False),
        ("where", "所在区、县劳动和社会保障局", True),
        ("where", "十五日内：从批准那天起", False),
        ("when", "2013年度的居民医保", False),
        ("which of many", "城镇居民医保和新农合合成一项", False),
        ("which of many", "六样：覆盖范围、筹资政策、保障待遇", True),
        ("how", "借款证明：要单位担保，到区医保局申请", True),
        ("how", "**不能**：超过20000元的才可以申请预付", False),
        ("how many persons", "99%：参加基本医保的占人口", False),
        ("how many persons", "只有7名正式在编人员", True),
        ("which share", "累计结余5亿多元", False),
        ("which", "七类人：第二类原文缺失", False),
        ("which", "城镇居民医保和新农合合成一项", True),
        ("which", "六样：覆盖范围、筹资政策、保障待遇", True),
        ("which", "五种：资助参合，减免诊疗费，给定额救助", True),
        ("which sum", "没有写要交多少", True),  # that it is not written is an answer, too
    ],
)
def test_a_line_gives_a_kind_by_its_words(kind: str, line: str, is_given: bool) -> None:
    assert KIND[kind].is_given(line) is is_given


def test_a_lost_figure_is_silence() -> None:
    assert is_silent("说不出：原文的数都缺失")
    assert is_silent("**没有写要交多少**：只写了谁交")
    assert not is_silent("七类人：第二类原文缺失")


def test_a_line_gives_all_where_neither_papers_nor_a_list_is_asked_for() -> None:
    assert gives_all("照片要几张", "3张：1寸近期免冠彩色照片")
    assert not gives_all("要带什么材料", "3张：1寸近期免冠彩色照片")
    assert not gives_all("照片要几张，去哪里办", "3张：1寸近期免冠彩色照片")
    assert not gives_all("能报吗", "能报")


@pytest.mark.parametrize(
    ("question", "expected"),
    [("一个年度从几号到几号", True), ("谁能动它", False), ("交多少", False), ("交哪点", False)],
)
def test_a_question_names_something_beside_what_asks(question: str, expected: bool) -> None:
    assert names_something(question) is expected
