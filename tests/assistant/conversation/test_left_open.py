"""A message that only tells what the one before left open is read together with it."""

from __future__ import annotations

import pytest

from mingbai.assistant.conversation.left_open import gone_on, varies

DAILY, BILLS = "住院每天500", "第一次3000,第二次5000"


@pytest.mark.parametrize("turn", ["20天", "住了20天", "大概两个月吧", "半个月"])
def test_how_long_goes_on_with_what_is_paid_by_the_day(turn: str) -> None:
    assert gone_on(DAILY, turn) == f"{DAILY},{turn}"


@pytest.mark.parametrize("turn", ["一共呢", "都报", "两笔一起算", "加起来能报多少"])
def test_all_of_them_goes_on_with_several_bills(turn: str) -> None:
    assert gone_on(BILLS, turn) == f"{BILLS},一共报多少"


@pytest.mark.parametrize(
    ("before", "turn"), [("", "20天"), ("", "一共呢"), (DAILY, "要带什么材料"), (BILLS, "一共花了三万")]
)
def test_any_other_message_stands_alone(before: str, turn: str) -> None:
    assert gone_on(before, turn) == turn


@pytest.mark.parametrize(("turn", "is_varied"), [("那要是三级呢", True), ("换成二档", True), ("三级", False)])
def test_another_case_is_asked_for_by_its_first_words(turn: str, is_varied: bool) -> None:
    assert varies(turn) is is_varied


@pytest.mark.parametrize(("turn", "meant"), [("我妈那笔", "我妈那笔不对,是2万"), ("二级的", "二级的,不对,是2万")])
def test_which_bill_is_put_right_goes_on_with_the_correction(turn: str, meant: str) -> None:
    assert gone_on("不对,是2万", turn) == meant
    assert gone_on(BILLS, turn) == turn
