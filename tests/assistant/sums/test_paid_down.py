"""A deposit, or what was lent out of the fund, is taken off what is worked out, where what is left is asked for."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("turns", "line"),
    [
        # 4500-(4500-300)*60% = 1980; 1980-1000
        (("重庆居民一档,二级医院住院4500,押金交了1000,出院还要补多少?",), "还要补 980.00元"),
        # 1980 of 3000
        (("重庆居民一档,二级医院住院4500,押金交了3000,出院退我多少?",), "能退回 1,020.00元"),
        # 40000*85%+30000*90% = 61000; 61000-20000
        (
            ("湖南那个大病团体补充75元的,超过4万以上7万块,给赔多少", "之前已经预借了2万,抵完还能拿多少"),
            "抵掉预借的还能拿 41,000.00元",
        ),
    ],
)
def test_what_is_left_comes_first(assistant: Assistant, turns: tuple[str, ...], line: str) -> None:
    assert last_reply(assistant, *turns).text.startswith(f"**{line}**")


def test_a_deposit_is_not_taken_off_unless_that_is_asked(assistant: Assistant) -> None:
    assert last_reply(assistant, "重庆居民一档,二级医院住院4500,押金交了1000,能报多少").text.startswith(
        "**医保能报 2,520.00元**"
    )
