"""What two documents write is held side by side: by how much it differs first, where each writes one figure."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            "洛阳大病保险和湖南区大病保险封顶差多少",
            "**差311,000.00元**",
        ),  # 400000-(34000+36000+20000*95%): what is paid at most
        ("青海和山东的大病保险人均筹资差多少", "**差35.00元**"),  # 50-15
        ("洛阳和湖南那个区一年保费差多少", "**差115.00元**"),  # 190-75
        ("岳池和重庆三级医院起付线差多少", "**差250.00元**"),  # 800-550
        ("青海和山东的起付线比一下", "**差3,000.00元**"),  # 8000-5000
        ("青海和山东哪个人均筹资高", "**差35.00元**"),
    ],
)
def test_the_difference_comes_first(assistant: Assistant, question: str, line: str) -> None:
    assert last_reply(assistant, question).text.startswith(line)


def test_of_both_the_same_is_told_where_one_has_several_figures(assistant: Assistant) -> None:
    text = last_reply(assistant, "岳池和重庆二级医院住院比例差多少").text
    assert "**报60%**" in text
    assert "**报一档60%,二档65%**" in text
    assert not text.startswith("**差")


def test_papers_of_two_places_have_no_difference(assistant: Assistant) -> None:
    assert "**差" not in last_reply(assistant, "岳池和重庆参保要带什么材料").text
