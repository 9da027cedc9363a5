"""Who lives in a household, by the words of a question."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.household import members
from mingbai.corpus.reader import Corpus


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我们两口子加一个念初中的娃,一年总共交多少钱", {"成人": 2, "学生": 1}),
        ("我们两口子都没工作,一个娃上小学一个才四岁", {"成人": 2, "学生": 1, "儿童": 1}),
        ("我和老婆加一个上初中的儿子", {"成人": 2, "学生": 1}),
        ("夫妻俩带俩娃", {"成人": 2, "儿童": 2}),
        ("我俩和一个三岁的闺女", {"成人": 2, "儿童": 1}),
        ("两个大人一个小学生", {"成人": 2, "学生": 1}),
        ("大人2个,学生1个", {"成人": 2, "学生": 1}),
        ("三个学生", {"学生": 3}),
        ("小两口一年交多少", {"成人": 2}),
        ("一个二十岁的儿子", {"成人": 1}),
        ("一个月交多少,孩子的", {}),
        ("一家四口都选二档", {}),
        ("单位20个人一年交多少", {}),
        ("六十多的老太太", {}),
    ],
)
def test_each_person_counted_is_of_a_group(corpus: Corpus, question: str, expected: dict[str, int]) -> None:
    found = members(question, corpus.vocabulary)
    assert found == {group: Decimal(count) for group, count in expected.items()}


def test_a_child_who_may_be_at_school_or_not_is_of_no_group(corpus: Corpus) -> None:
    assert members("两口子带一个十岁的娃", corpus.vocabulary) is None
