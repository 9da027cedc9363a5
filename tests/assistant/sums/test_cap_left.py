"""What the year still allows, once something was paid of it."""

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.sums.cap_left import asks_what_is_left
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        # the 5000 of special outpatient care are within the 30000 of the year
        (("岳池特殊门诊化疗一年花了1万1，能报多少", "那今年他住院还能再报好多封顶"), "25,000.00元"),
        (("岳池今年已报5000，一年最多还能报多少",), "25,000.00元"),
        # 70000-(100000-800)*40%
        (("重庆一档三级住院10万", "今年还能报多少"), "30,320.00元"),
        # what both bills got counts: (6000-350)*60% = 3390 and the 1610 up to the 5000 of this care
        (("岳池特殊门诊化疗六千，能报多少", "下半年又花了四千", "还剩多少额度可以住院用"), "25,000.00元"),
        # 70000-(100000-800)*40%-(20000-300)*60%
        (("重庆一档三级住院10万能报多少", "后来又住二级花了2万", "今年还能报多少"), "18,500.00元"),
        (("重庆一档三级住院10万", "额度还剩多少"), "30,320.00元"),
    ],
)
def test_what_was_paid_is_taken_off_the_cap_of_the_year(
    assistant: Assistant, turns: tuple[str, ...], said: str
) -> None:
    assert f"今年最多还能报 {said}" in last_reply(assistant, *turns).text


def test_the_next_bill_knows_what_was_paid(assistant: Assistant) -> None:
    turns = ("岳池特殊门诊化疗一年花了1万1，能报多少", "那今年他住院还能再报好多封顶", "住院花了9万，二级")
    _, estimate = last_estimate(assistant, *turns)
    assert f"{estimate.amount}" == "25000.00"  # (90000-350)*60% is more than 30000-5000


@pytest.mark.parametrize(
    "text", ["还能报多少", "今年报了多少", "还要交多少钱", "住院三级2万能报多少", "今年还要交多少"]
)
def test_other_questions_are_none_for_what_is_left(text: str) -> None:
    assert not asks_what_is_left(text)
