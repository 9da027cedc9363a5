"""A household whose old are counted and whose others are named; a child named again; a year of its own."""

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.households.reading import household
from mingbai.corpus.reader import Corpus
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("我家老人两个买二档,我跟老公还有小孩也一样,五个人一年交多少", 5),
        ("爷爷奶奶两个,加我和我老婆,还有一个娃,都买二档,一年总共交多少", 5),
        ("家里老人1个,我和爱人,俩娃上小学,2009年一共交多少", 5),
        ("老人两个,儿子两口子,孙子上小学,一共多少", 5),
        ("老人两个,爸爸七十,妈妈六十八,一共多少", 2),
        ("大人2个,学生1个,老人1个", 4),
        ("一家三口,两个大人不是低保,一个在读初中,娃娃按学年交,合计多少", 3),
    ],
)
def test_everybody_is_counted_once(corpus: Corpus, text: str, heads: int) -> None:
    house = household(text, corpus.vocabulary)
    assert house is not None
    assert house.heads == heads


@pytest.mark.parametrize(
    ("turns", "line"),
    [
        # 90+170 of 2010; 45+85 of 2009
        (("我妈重度残疾,岳池城里户口,五十多岁,2010年缴多少钱;我自己正常的呢,俩一起",), "260.00元(90×1+170×1)"),
        (
            ("我妈重度残疾,岳池城里户口,五十多岁,2010年缴多少钱;我自己正常的呢,俩一起", "2009年两个一起呢"),
            "130.00元(45×1+85×1)",
        ),
        # 85*2+10
        (("岳池 一家三口 两个大人不是低保 一个在读初中 娃娃按学年交 大人09年的 合计多少",), "180.00元(85×2+10×1)"),
        # 150*5
        (("重庆城乡居民合作医疗,我家老人两个买二档,我跟老公还有小孩也一样,五个人一年交多少",), "750.00元(150×5)"),
    ],
)
def test_what_they_pay_together(assistant: Assistant, turns: tuple[str, ...], line: str) -> None:
    assert line in last_reply(assistant, *turns).text.partition("\n\n")[0]
