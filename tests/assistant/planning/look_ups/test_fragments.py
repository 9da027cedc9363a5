"""A few words that ask nothing as they stand are told of by the document spoken of, where it answers them straight."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply

WUJIANG = "吴江大病保险保费年初划多少给商保公司"
STAFF = "吴江派到社保中心合署办公的保险公司人员,最少要几个"
YEARS = "桂阳特殊门诊备案现在多久审一次,2018年改的"
ALLOWANCE = "重庆的居民医保13年看普通门诊一年给几多钱"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((STAFF, "里面学医的"), "不少于7人"),
        ((WUJIANG, "剩下的"), "剩下的5%是预留款"),  # the clause says it of the rest itself: 100%-95%
        ((WUJIANG, "其余的给谁"), "剩下的5%"),
        ((YEARS, "以前"), "以前是一年一审"),
        ((YEARS, "改之前"), "一年审一次"),
        (("青海大病医保哪天开始实行的", "筹资标准一人"), "50.00元"),
        ((ALLOWANCE, "我去年断了一年没交,今年又交,那剩的呢"), "余额归零"),
        ((ALLOWANCE, "没用完清零不"), "还在"),  # 没用 is no complaint here
    ],
)
def test_a_fragment_is_looked_up_in_the_document_spoken_of(
    assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    assert told in last_reply(assistant, *turns).text.split("\n")[0]


@pytest.mark.parametrize("words", ["啦啦啦", "我今年四十", "随便写写"])
def test_words_that_no_clause_answers_stay_without_sense(assistant: Assistant, words: str) -> None:
    assert "没看懂" in last_reply(assistant, WUJIANG, words).text
