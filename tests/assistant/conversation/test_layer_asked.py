"""Which layer a sum is asked of, where a stay is told with what others have paid of it."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize(
    ("question", "low"),
    [
        ("广西住院总费用10万，居民医保报了6万，起付线1万，大病保险报多少", "15900.00"),  # (40000-10000)*53%
        ("广西试点，住院15万，居民医保报了9万，起付线1万，大病那块还能报多少", "26500.00"),  # (60000-10000)*53%
        ("山东新农合，脑梗，住院总共12万，新农合报了5万，能二次补多少", "31000.00"),  # (70000-8000)*50%
        # (100000-20000-35000-8000)*50%
        ("山东新农合，肺癌住院，总共10万，目录外2万，新农合报了3万5，大病保险补多少", "18500.00"),
        ("桂阳建档立卡户，住院5万，居民医保报了3万8，大病报了2000，再次补助多少", "5000.00"),  # 10000*50%
        ("桂阳建档立卡住院，医保报了3万，大病报了4000，总费用4万6，再次补助是多少", "6000.00"),  # 12000*50%
        ("厦门低保，总费用2万，医保报1.2万，大病保险又报1000，目录外1500，救助多少", "4400.00"),  # 5500*80%
    ],
)
def test_the_layer_named_is_worked_out_from_what_the_others_left(assistant: Assistant, question: str, low: str) -> None:
    reply, estimate = last_estimate(assistant, question)
    assert f"{estimate.low}" == low, reply.text


def test_all_layers_together_are_told_where_that_is_asked(assistant: Assistant) -> None:
    _, estimate = last_estimate(assistant, "广西住院总费用10万，居民医保报了6万，起付线1万，一共能报多少")
    assert f"{estimate.low}" == "75900.00"  # 60000+(40000-10000)*53%


def test_catastrophic_insurance_is_not_taken_for_what_is_paid_after_it(assistant: Assistant) -> None:
    reply = last_reply(assistant, "桂阳普通人住院报完自付8000，大病能报吗")
    assert "起付线(每年10000)" in reply.text


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("洛阳重大疾病门诊在职超2万", "17000.00"),  # 20000*85%
        ("洛阳重大疾病门诊，退休，超限额2万", "17400.00"),  # 20000*87%
        ("洛阳在职重大疾病住院，市级医院，超限额4万", "30000.00"),  # 40000*75%
        ("重庆二档重大疾病住院三级2万", "8640.00"),  # (20000-800)*45%: there it is a stay like any other
    ],
)
def test_a_severe_illness_goes_by_the_name_that_a_policy_has_for_it(
    assistant: Assistant, question: str, amount: str
) -> None:
    reply, estimate = last_estimate(assistant, question)
    assert f"{estimate.amount}" == amount, reply.text
