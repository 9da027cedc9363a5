"""Two cases told in turns and then held side by side: the pair is that which was told, each with what is its own."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import first_line, last_reply


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


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        # (20000-840)*40%=7664 without the filing, (20000-800)*45%=8640 with it
        (("重庆二档三级住院2万没登记", "假如登记了的话呢", "那没登记亏了多少"), "多 976.00元"),
        (("岳池居民三级1万", "二级呢", "那三级的少报多少"), "多 592.50元"),
        # the deductibles alone: 300 and 100, 550 and 350
        (("重庆二档二级9300", "换成一级的", "起付线各是多少来着"), "二级医院300.00元,一级医院100.00元"),
        (("岳池居民三级1万", "二级呢", "门槛差多少"), "起付线差200.00元"),
        (("岳池居民三级1万", "二级呢", "比例分别是几成"), "报销比例差5个百分点"),
        (("岳池居民三级1万", "二级呢", "封顶线差多少"), "封顶线一样"),
    ],
)
def test_the_two_may_be_named_again_or_only_their_bounds_asked_for(
    assistant: Assistant, turns: tuple[str, ...], first: str
) -> None:
    assert first in first_line(assistant, *turns)


def test_a_case_that_was_not_told_is_no_comparison_of_the_two(assistant: Assistant) -> None:
    # (10000-150)*70%=6895 in a hospital of the lowest level
    assert "6,895.00" in last_reply(assistant, "岳池居民三级1万", "二级呢", "那一级报多少").text
