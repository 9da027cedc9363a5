"""A few words after an answer: what of it, of the last sums or of those told of they lean on."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.reply import ChatTurn


def _last(assistant: Assistant, *turns: str) -> str:
    told: list[ChatTurn] = []
    for turn in turns:
        told.append(ChatTurn(role="user", text=turn))
        told.append(ChatTurn(role="assistant", text=assistant.reply(told).text))
    return told[-1].text


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        # 8800-2000=6800, (6800-800)*45%=2700, 8800-2700=6100
        (
            ("重庆居民二档,三级医院住院花了8800", "里头有2000是自费的", "那自费加起来他自己总共掏多少(总费用8800)"),
            "自己付 6,100.00元",
        ),
        # 40000*85%+10000*90%=43000
        (("一年48块那个职工大病医疗,我超出4万的部分有8万", "超5万的呢"), "能报 43,000.00元"),
        # 10000*80%=8000
        (("厦门医疗救助,医保报完自己还要出1万,救助多少", "有起付线没", "那最后自己还要掏多少"), "自己付 2,000.00元"),
        # 500000*85%=425000, at most 400000
        (("洛阳职工大病,三级医院住院,在职,超出部分50万", "30万呢", "为啥50万的没给42万5"), "400,000.00元"),
        # 70000*87%-70000*85%=1400
        (("洛阳职工大病,三级医院住院,在职,超出部分7万", "我舅退休了一样的钱", "他俩差"), "1,400.00元"),
        # (10840-800)*40%=4016
        (("重庆居民一档,外省三级医院住院没申报,花了10840", "申报了的"), "4,016.00元"),
        # 5000-600-2400=2000
        (("岳池2009年特殊病门诊花了1350", "又花了4000", "一共报多少", "还能报多少"), "最多还能报 2,000.00元"),
        # 10+85+45=140
        (("岳池中学生09年医保交多少钱", "他爸没上班也交", "爷爷70岁是低保", "一家三口一共"), "个人140.00元"),
        # 50+110=160
        (("吉林县城,我妈63,低收入家庭,08年居民医保交多少", "我是普通居民呢", "我俩加起来"), "个人160.00元"),
        (("杭州富阳简凡得再生障碍性贫血,总共医疗费花了多少", "基本医保报了"), "55万元"),
        (("住院期间想换个科,医院医保住院规定怎么说", "不同病种能转科吗"), "不能"),
        (("桂阳县2018参保多少人", "建档立卡的有多少"), "35572人"),
    ],
)
def test_a_few_words_lean_on_what_was_told(assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    assert says in _last(assistant, *turns)


def test_a_year_is_no_sum(assistant: Assistant) -> None:
    assert "2,018元" not in _last(assistant, "桂阳县2018参保多少人")
