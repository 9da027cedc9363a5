"""Another case of the sum before it is worked out, and what is asked of the rule is not."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        # registered: (20840-800)*45% = 9018
        (["重庆二档,没办登记就在广东三级医院住院花了20840", "要是当时报备了的话能拿多少"], "9,018.00元"),
        # (20000-800)*40% = 7680
        (["重庆居民一档,成都住院没办登记,三级医院2万,能报多少", "换成5天内就登记好了的话,又是多少"], "7,680.00元"),
        # (6315-300)*65% = 3909.75
        (["重庆二档去广东二级医院住院没登记,6315,能报多少", "假如他是登记了的,报的钱又是几多"], "3,909.75元"),
        # 60000*87% = 52200
        (["洛阳职工超封顶线的合规费用6万,三甲住院,能报多少", "俺爹退休了跟俺同样情况,他是几成、多少"], "52,200.00元"),
    ],
)
def test_another_case_is_worked_out(assistant: Assistant, turns: list[str], amount: str) -> None:
    reply = last_reply(assistant, *turns)
    assert reply.kind == "estimate"
    assert amount in reply.text.split("\n\n")[0] + reply.text.split("\n\n")[1]


@pytest.mark.parametrize(
    ("question", "kind"),
    [("要是登记的话要带什么材料", "documents"), ("要是选一档的话一年交多少钱", "fact")],
)
def test_what_is_asked_of_the_rule_is_looked_up(assistant: Assistant, question: str, kind: str) -> None:
    assert last_reply(assistant, "重庆二档三级医院住院2万,能报多少", question).kind == kind


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        (("重庆一档二级住院12300报多少", "不对不对她是二档"), "7800.00"),  # (12300-300)*65%
        (("岳池成人三级医院住院8000报多少", "错了错了是二级"), "4590.00"),  # (8000-350)*60%
        # (15840-800*105%)*40%, then (15840-800)*45%
        (("重庆二档,主城三级医院没得转诊手续,总费用15840,报多少", "有手续呢"), "6768.00"),
        # (20400-400)*60%: the county hospital is the one at home
        (("吉林县居民医保成人,转院到长春大医院,批了的,20400报多少", "县医院看的话呢"), "12000.00"),
        (("吉林县居民医保成人,县医院20400报多少", "批准转省医院也是这个数呢"), "10000.00"),  # 20000*50%
    ],
)
def test_a_correction_or_another_case_works_the_last_sum_out_again(
    assistant: Assistant, turns: tuple[str, ...], amount: str
) -> None:
    _, estimate = last_estimate(assistant, *turns)
    assert estimate.amount == amount
