"""What one band of a scale pays of a sum that lies in it; a bill is not taken for one."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import first_line, last_reply


@pytest.mark.parametrize(
    ("turns", "line"),
    [
        # 20000*85%
        (
            ["北京1995年大病统筹,三万到五万这一段刚好2万块,支付多少钱"],
            "**这一段能报 17,000.00元**,自己出 3,000.00元:20000元×85%(30000元以上到50000元的那段)。",
        ),
        # 20000*80%: the band was named before
        (
            ["北京大病统筹95版,一万到三万那一档比例", "这一段满打满算两万能报多少"],
            "**这一段能报 16,000.00元**,自己出 4,000.00元:20000元×80%(10000元以上到30000元的那段)。",
        ),
        # 20000*90%
        (
            ["北京95年的大病统筹,5万以上那块我有2万,付几多"],
            "**这一段能报 18,000.00元**,自己出 2,000.00元:20000元×90%(50000元以上的那段)。",
        ),
        # the expense counts up to 100000: (100000-80000)*95%
        (
            ["湖南那个大病团体补充,八万以上多出来的5万报多少"],
            "**这一段能报 19,000.00元**,自己出 31,000.00元:20000元×95%(80000元以上的那段;费用只算到100000元)。",
        ),
    ],
)
def test_a_sum_within_a_band_gets_its_ratio(assistant: Assistant, turns: list[str], line: str) -> None:
    assert first_line(assistant, *turns) == line


def test_a_band_asked_for_in_money_tells_what_it_pays_when_filled(assistant: Assistant) -> None:
    # (10000-5000)*85%
    text = last_reply(assistant, "北京1995企业职工大病统筹里5千到1万那段,满打满算付多少钱").text
    assert "**这一段能报 4,250.00元**,自己出 750.00元:5000元×85%" in text
    assert "能报" not in last_reply(assistant, "北京95大病统筹,1万到3万那段报几成").text.split("\n")[1]


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("湖南那个团体补充医疗,我超四万线以后用了三万,能报多少", "25,500.00元"),  # 30000*85%
        ("没写城市的职工大病,八万以上那一段有20万,赔多少", "150,000.00元"),  # the cap of the payment
    ],
)
def test_a_bill_stays_one(assistant: Assistant, question: str, amount: str) -> None:
    reply = last_reply(assistant, question)
    assert reply.kind == "estimate"
    assert amount in reply.text.split("\n")[0]
