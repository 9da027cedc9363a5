"""What was paid already, beside a bill of basic insurance: it counts to the year's limit, or is held against it."""

import pytest

from eval.asking import ask
from mingbai.assistant.assistant import Assistant

CHONGQING = "重庆二档三级医院住院"


@pytest.mark.parametrize(
    ("turns", "expected", "said"),
    [
        # min((242000-800)*45%, 110000-20000); of this bill it would be 108540-20000
        ((f"{CHONGQING}总共花了25万,其中自费8000,医保已经报了2万,还能报多少",), "90000.00", "还能再报88,540.00元"),
        (("岳池三级医院住院花了8万,其中自费5000,医保已经报了1万",), "20000.00", "还能再报20,000.00元"),  # 30000-10000
        (("北京孩子住院总共花了30万,自费1万,医保已经报了5万",), "120000.00", "今年早先报的"),  # 170000-50000
        # (20000-550)*55%, and 8000 of it paid
        (("岳池三级住院总费用2万,医保已经报了8000,还能再报吗",), "10697.50", "还能再报2,697.50元"),
        # (35000-800)*45% by the rule, 40000-12000 by what was paid
        ((f"{CHONGQING}总共4万,其中自费5000,医保报了1万2,我自己还要出多少",), "15390.00", "自己出的是28,000.00元"),
        # (10000-350)*60%, of which 5000 were paid
        (("岳池二级医院住院,这次医保报了5000,一共花了1万,对不对",), "5790.00", "少报了790.00元"),
        ((f"{CHONGQING}花了5万", "医保已经报过10万了", "不对,是9万"), "20000.00", "今年已用90000"),  # 110000-90000
        (("三级医院住院花了25万,医保已经报了2万,还能报多少", "重庆居民医保,二档的"), "90000.00", "今年早先报的"),
    ],
)
def test_what_was_paid_is_used_or_held_against_the_rule(
    assistant: Assistant, turns: tuple[str, ...], expected: str, said: str
) -> None:
    reply = ask(assistant, turns).reply
    assert reply.estimate
    assert reply.estimate.amount == expected
    assert said in reply.text


@pytest.mark.parametrize("paid", ["今年医保已经报了2万", "之前医保报了2万"])
def test_what_is_said_to_be_paid_earlier_is_not_asked_back(assistant: Assistant, paid: str) -> None:
    reply = ask(assistant, (f"{CHONGQING}花了25万,{paid}",)).reply
    assert reply.estimate
    assert reply.estimate.amount == "90000.00"
    assert "请留意" not in reply.text


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("岳池特殊病门诊花了8000,起付线今年扣过了",), "4800.00"),  # 8000*60%
        (("岳池特殊病门诊花了8000,起付线今年扣过了", "没扣过"), "4590.00"),  # (8000-350)*60%
        (("岳池特殊病门诊8000 门槛费今年交过了",), "4800.00"),
        (("重庆二档化疗门诊三级5000,起付线今年扣过了",), "2250.00"),  # 5000*45%
        (("吉林县城里的透析门诊县医院3万 起付线扣过了",), "18000.00"),  # 30000*60%
        (("北京孩子住院2万,门槛费今年已经交完了",), "14000.00"),  # 20000*70%
        (("今年已经扣过起付线650,北京孩子住院2万",), "14000.00"),
    ],
)
def test_a_deductible_met_this_year_is_not_taken_again(
    assistant: Assistant, turns: tuple[str, ...], expected: str
) -> None:
    estimate = ask(assistant, turns).reply.estimate
    assert estimate
    assert estimate.amount == expected


def test_a_deductible_of_every_stay_is_taken_again_and_said(assistant: Assistant) -> None:
    reply = ask(assistant, (f"{CHONGQING}花了3万,起付线今年扣过了",)).reply
    assert reply.estimate
    assert reply.estimate.amount == "13140.00"  # (30000-800)*45%
    assert "照扣" in reply.text
