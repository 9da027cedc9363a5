"""The outlay of which something is paid ahead."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.leads.money import outlay_told
from mingbai.assistant.leads.question import Question
from mingbai.rules.case import Case


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
