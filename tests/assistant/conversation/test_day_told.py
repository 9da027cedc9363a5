"""A day told before a question for another one, and whether an answer is counted from it."""

from __future__ import annotations

import pytest

from mingbai.assistant.conversation.day_told import asks_for_day, counts_from, days_told


def test_the_parts_that_tell_a_day_are_kept_and_no_question() -> None:
    assert days_told("3月5号交清的,5月20号住院,给报不") == "3月5号交清的,5月20号住院"
    assert days_told("3月5号交晚了吗") == ""
    assert days_told("能报多少") == ""


@pytest.mark.parametrize(
    ("text", "asks"),
    [("那从哪天起才算数", True), ("拖到几月几号就作废了", True), ("4月2号去晚不晚", False), ("要带什么", False)],
)
def test_a_day_is_asked_for_where_none_is_named(text: str, asks: bool) -> None:
    assert asks_for_day(text) is asks


def test_only_a_day_counted_from_the_one_told_counts() -> None:
    told = "3月10号出院"
    assert counts_from("**最晚 5月9日**(从3月10日起算)。", told)
    assert not counts_from("**60日之内**:从出院那天算起", told)
    assert not counts_from("**3月10日在“缴费”的时间内**,到11月20日为止。", told)
