"""A sum that an answer does not use is named in it."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("重庆二档三级住院总费用3万,自付部分1万2,自费3千", "您说的目录内自付12,000.00元没有算进去"),
        ("48元的职工大病,今年前面超限额已经花了3万,这次又花了6万", "今年此前已计入限额的超额费用30,000.00元没有算进去"),
        ("吴江低收入居民医保今年自负8600,自费12000,能补多少", "您说的目录外自费12,000.00元没有算进去"),
    ],
)
def test_what_is_not_used_is_said(assistant: Assistant, question: str, said: str) -> None:
    assert said in last_reply(assistant, question).text


@pytest.mark.parametrize(
    "question",
    [
        "重庆二档三级住院2万,其中自费5000",
        "湖南团体补充,今年前面超限额已经花了3万,这次又花了12万",
        "青海总费用6万,医保报了4万2,里面自费3千",
        "桂阳建档立卡,住院报完自己还掏2万,自费3千",
        "重庆二档三级住院总共花了5万,其中自费8000,医保已经报了2万",  # 22000 nobody told
        "柳州新农合总费用12万,农合报了6万,自费1万,大病再报多少",
    ],
)
def test_what_is_used_needs_no_word(assistant: Assistant, question: str) -> None:
    assert "没有算进去" not in last_reply(assistant, question).text
