"""A household told over several messages, one part of it after another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.households.reading import members
from mingbai.assistant.households.told_on import only_adds_up, told_of_a_year, with_more_told
from mingbai.corpus.reader import Corpus


def test_somebody_more_is_asked_about_with_those_before(corpus: Corpus) -> None:
    joined = with_more_told("夫妻两个交多少", "再加个6岁没上学的娃呢", corpus.vocabulary)
    assert joined == "夫妻两个交多少,再加个6岁没上学的娃呢,一共交多少"
    found = members(joined, corpus.vocabulary)
    assert found is not None
    assert sum(found.values()) == Decimal(3)


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("夫妻两个交多少", "其中我是低保"),
        ("两个大人一个小学生交多少", "还有80岁吃低保的奶奶"),
        ("我和老婆都没单位,交多少", "我是重度残疾呢"),
        ("66岁老太太交多少 她老头重度残疾,交多少", "俩人一起"),
        ("两口子交多少", "那全家一共要交多少"),
    ],
)
def test_a_message_that_tells_more_goes_on(corpus: Corpus, before: str, message: str) -> None:
    assert with_more_told(before, message, corpus.vocabulary) is not None


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("66岁老太太交多少", "她老头重度残疾,交多少"),  # asked for him alone
        ("两口子交多少", "要带什么材料"),
        ("低保的交多少", "三个一起"),  # nobody was counted before
        ("两口子交多少", "住院能报多少"),
    ],
)
def test_a_message_of_its_own_does_not(corpus: Corpus, before: str, message: str) -> None:
    assert with_more_told(before, message, corpus.vocabulary) is None


def test_a_household_told_with_its_year_asks_what_it_pays(corpus: Corpus) -> None:
    assert told_of_a_year("2010年,爷爷71岁,奶奶70", corpus.vocabulary)
    assert told_of_a_year("爷爷71岁,奶奶70", corpus.vocabulary) is None
    assert told_of_a_year("2010年交多少", corpus.vocabulary) is None


@pytest.mark.parametrize(
    ("message", "expected"),
    [("三个一起", True), ("那俩人加起来一年交多少", True), ("老婆一起呢", False), ("交多少", False)],
)
def test_only_adding_up(message: str, expected: bool) -> None:
    assert only_adds_up(message) is expected
