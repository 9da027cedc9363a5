"""Heads counted in one part of a message count in the part that asks what the insurance costs."""

import pytest

from mingbai.assistant.leads.question import Question
from mingbai.assistant.planning.parts.heads_told import asks_of_heads, counted_heads
from mingbai.corpus.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("我在洛阳管个小厂,12个人,2021年的职工大病险总共多少钱", "12个人"),
        ("我们店8个人,几月交,公司要出多少", "8个人"),
        ("三十号人全上,一年一共交多少", "30个人"),
        ("我跟老公两个人加个上小学的娃,总共多少钱", ""),  # each of them pays their own
        ("47个人,3个不交,一共交多少", ""),
    ],
)
def test_heads_alike(vocabulary: Vocabulary, text: str, heads: str) -> None:
    assert counted_heads(text, vocabulary) == heads


@pytest.mark.parametrize(
    ("part", "is_asked"),
    [
        ("2021年的职工大病险总共多少钱", True),
        ("公司要出多少", True),
        ("住院总共报多少", False),
        ("几月交", False),
        ("20个人一共交多少", False),  # counts its own
    ],
)
def test_which_part_asks_of_heads(part: str, is_asked: bool) -> None:
    assert asks_of_heads(part) is is_asked


def test_so_many_persons_are_no_day() -> None:
    assert Question.read("三十号人全上").heads == 30
    assert Question.read("12号人社局开门吗").heads is None
