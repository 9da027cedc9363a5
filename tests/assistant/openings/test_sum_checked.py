"""A total that somebody believes is held against the parts it should come from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.openings.sum_checked import is_checked, sum_checked, total_believed

_PARTS = (("个人", Decimal(50)), ("中央财政", Decimal(70)), ("省财政", Decimal(36)), ("县财政", Decimal(24)))


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("加起来对得上180不", 180),
        ("合计是不是80", 80),
        ("单位个人各多少,加起来75对吗", 75),
        ("四家一共够不够180", 180),
        ("一共要多少", None),
        ("一共花了30000,报多少", None),
    ],
)
def test_a_total_is_believed_where_it_is_asked_if_the_parts_come_to_it(question: str, total: int | None) -> None:
    assert total_believed(question) == total


def test_the_parts_come_to_the_total_or_not() -> None:
    assert sum_checked(_PARTS, "加起来对得上180不") == "**对得上**：个人50＋中央财政70＋省财政36＋县财政24＝180元"
    wrong = sum_checked(_PARTS, "加起来对得上190不")
    assert wrong == "**对不上**：个人50＋中央财政70＋省财政36＋县财政24＝180元，不是190元"
    assert is_checked(wrong)


def test_some_of_the_parts_may_be_meant() -> None:
    told = sum_checked(_PARTS, "中央省县各补多少,一共是不是130", _PARTS[1:])
    assert told == "**对得上**：中央财政70＋省财政36＋县财政24＝130元"


def test_without_a_total_nothing_is_checked() -> None:
    assert sum_checked(_PARTS, "中央省县各补多少") is None
