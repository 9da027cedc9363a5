"""Two cases told in turns and then held side by side: the pair is that which was told, each with what is its own."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        # 8000: (8000-350)*60%=4590 here, (8000-350-300)*55%=4042.50 and (8000-550-300)*50%=3575 elsewhere
        (("岳池二级8000", "成都三级呢", "两个差多少"), "1,015.00"),
        (("岳池二级8000", "要是去成都呢", "差多少"), "547.50"),
        (("岳池二级8000", "去成都三级看的话比这个少多少"), "1,015.00"),
        # (18000-550)*55%=9597.50 and (18000-800)*45%=7740
        (("重庆二档三级1万8", "换岳池三级呢", "哪边划算"), "1,857.50"),
        # (10000-550)*55%=5197.50 and (10000-800)*45%=4140
        (("岳池居民三级1万", "重庆二档的话呢", "哪个多", "多多少"), "1,057.50"),
        # (30000-350)*60%=17790 and (20000-800)*45%=8640
        (("重庆二档三级2万", "岳池二级3万呢", "差好多"), "9,150.00"),
    ],
)
def test_the_pair_is_the_one_told(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert f"报得多,多 {said}元" in last_reply(assistant, *turns).text


def test_a_question_that_names_something_else_is_no_comparison(assistant: Assistant) -> None:
    assert "报得多,多" not in last_reply(assistant, "重庆二档三级2万", "那岳池呢", "要带什么材料").text
