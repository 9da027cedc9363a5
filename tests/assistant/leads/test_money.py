"""The outlay of which something is paid ahead, and what a person bears first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.leads.money import outlay_told
from mingbai.assistant.leads.question import Question
from mingbai.rules.case import Case
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("text", "bill", "expected"),
    [
        ("我垫了两万三,能先支点吗", None, 23000),
        ("单位出45,个人出30的那个,我垫了两万六", None, 26000),
        ("大病团体补充医疗(75元那种)能不能先支点钱", 23000, 23000),  # the 75 are what the insurance costs
        ("大病团体补充医疗(75元那种)能不能先支点钱", None, None),
        ("能不能先支点钱", 23000, None),
    ],
)
def test_the_outlay_is_no_premium(text: str, bill: int | None, expected: int | None) -> None:
    case = Case({} if bill is None else {"cost": Decimal(bill)})
    assert outlay_told(Question.read(text, 2011), case) == expected


def test_a_sum_of_what_is_borne_first_is_told_first(assistant: Assistant) -> None:
    question = "北京那个老大病统筹里,标着要个人另外负担一部分的那种药,4600块,我自己先出多少"
    assert last_reply(assistant, question).text.startswith("**自己先付 920.00元**")  # 4600*20%
