"""A ratio or a deductible asked of another case beside a sum is that case's, and the bill stays where it was."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate


@pytest.mark.parametrize(
    ("turns", "amount", "told"),
    [
        # (9000-300)*60% = 5220; the third level pays 40%
        (["重庆一档二级医院住院花9000,报多少,另外三级医院报几成"], "5220.00", "40%"),
        # (20000-800)*45% = 8640; 一档 pays 40% there
        (["重庆二档三级医院住院花2万能报多少,一档报几成"], "8640.00", "**报40%**"),
        # (4150-150)*70% = 2800; 550 is deducted at the third level
        (["岳池居民一级医院住院花4150能报多少?三级的门槛是多少"], "2800.00", "**起付线550元**"),
        # 40000*70% = 28000 in a hospital of the province; outpatients get 85%
        (
            [
                "洛阳的大病保险,县医院重特大病住院,我在职,过了统筹封顶线又花了4万,报几成",
                "省医院的话呢?另外门诊重特大是几成",
            ],
            "28000.00",
            "**报85%**",
        ),
        # 40000*85%+40000*90%+20000*95% = 89000; 95% above 80000
        (["职工大病,一年交48块,四万以上才管,超出6万报多少", "超出10万呢?八万以上那截是几成"], "89000.00", "95%"),
        # what may be had elsewhere moves no bill at home: (8000-350)*60% = 4590; (20000-800)*45% = 8640
        (["岳池居民医保,二级医院住院花了8000,能报多少,可以异地直接结算吗"], "4590.00", "没有写到“异地直接结算”"),
        (["重庆二档,在三级医院住院花了2万报多少?能不能转到成都去看"], "8640.00", "转诊证明"),
        # (9000-400)*60% = 5160; 50% for who is transferred
        (["吉林那个县成人,县医院住院花了9000报多少,要是转到长春能报几成"], "5160.00", "**报50%**"),
        # the same level is no other case: (9000-300)*60% = 5220
        (["重庆一档二级医院住院花9000,报多少,二级医院报几成"], "5220.00", "**报 60%**"),
    ],
)
def test_the_sum_and_what_is_asked_beside_it(assistant: Assistant, turns: list[str], amount: str, told: str) -> None:
    reply, estimate = last_estimate(assistant, *turns)
    assert estimate.amount == amount
    assert told in reply.text


@pytest.mark.parametrize(
    ("turns", "amount", "told"),
    [
        # 5000*80% = 4000
        (["厦门医疗救助有起付线没有,个人自付5000的救助多少"], "4000.00", "**这一笔不扣起付线**"),
        # (50000 above the limit: 40000*85%+10000*90% = 43000)
        (
            ["区职工大病团体补充医保(75块的),超过四万又花了五万,报下来多少?自己垫多少以上可以先借钱"],
            "43000.00",
            "20000",
        ),
        # 900*50% = 450; half of 10000
        (["桂阳贫困户住院自付剩6000再补多少", "特殊门诊剩900呢?大病起付他们降到多少"], "450.00", "5000元"),
        # (20650-650)*70% = 14000
        (["北京小孩一老一小,花了5650报多少", "学年从几月几号起算;要是花20650呢"], "14000.00", "9月1日"),
    ],
)
def test_what_a_clause_answers_stands_with_the_sum(
    assistant: Assistant, turns: list[str], amount: str, told: str
) -> None:
    reply, estimate = last_estimate(assistant, *turns)
    assert estimate.amount == amount
    assert told in reply.text


def test_a_threshold_is_that_of_the_group_told(assistant: Assistant) -> None:
    reply, estimate = last_estimate(
        assistant, "吴江居民医保低收入户自负一万补多少?", "我弟职工医保的自负4500呢?门槛是多少"
    )
    assert estimate.low == "2700.00"  # 4500*60% at least
    assert "4000元" in reply.text
