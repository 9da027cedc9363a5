"""Who asks what is left to pay is told that in the first line, and nothing else changes."""

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.wording.own_first import asks_own_part
from tests.assistant.turns import first_line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        # 20000 - (20000-800)*45%
        ("重庆二档三级医院住院2万,自己要掏多少", "**自己付 11,360.00元**,医保能报 8,640.00元。"),
        # 2150 - (2150-150)*80%, and 2150 - (2150-150)*70%*110%
        (
            "岳池小学生住乡卫生院一共2150,报销下来家长还要贴几个钱",
            "**按通常的读法自己付 550.00元**(能报 1,600.00元);按另一种读法自己付 610.00元(能报 1,540.00元)。",
        ),
        # 60000 - (60000-15000)*53%
        ("柳州新农合大病自付6万,最后自己还要出多少", "**自己最多付 36,150.00元**(至少能报 23,850.00元)。"),
        # what the first step of 3000 leaves is open: 30000 - 24750, and - 20250
        (
            "北京职工大病统筹住院总共3万,自己要出多少",
            "**自己付 5,250.00元 到 9,750.00元**(能报 20,250.00元 到 24,750.00元)。",
        ),
        # 30000*10% and 30000*8%
        (
            "洛阳职工在家做腹透,超限额的腹透费3万,在职和退休我自己各贴多少",
            "**在职自己付 3,000.00元(能报 27,000.00元),退休自己付 2,400.00元(能报 27,600.00元)**。",
        ),
    ],
)
def test_the_own_part_comes_first(assistant: Assistant, question: str, line: str) -> None:
    assert first_line(assistant, question) == line


@pytest.mark.parametrize(
    "question", ["重庆二档三级住院2万能报多少", "自己出了3000,能报多少", "一年自己要交多少保费", "岳池参保个人出多少"]
)
def test_what_does_not_ask_for_it(question: str) -> None:
    assert not asks_own_part(question)


@pytest.mark.parametrize(
    ("question", "is_own"),
    [
        ("我自己掏的呢", True),
        ("给我报完我还剩多少自付", True),
        ("救助后自己还剩多少", True),
        ("自己一共出了多少", True),
        ("自己共出", True),
        ("那我们家里自己担多少", True),
        ("那最后落到自己头上还有多少", True),
        ("医保报完以后个人那块儿是几多", True),
        ("报完还剩多少", True),
        ("今年还剩多少额度", False),
        ("我自己能领多少", False),
        ("自己去办要带什么", False),
        ("我报了多少", False),
        ("自己还得摊2万,那我到底能拿多少", False),  # what is got
        ("那我自己要拿多少", True),
    ],
)
def test_a_message_of_nothing_else_asks_for_the_own_part(question: str, is_own: bool) -> None:
    assert asks_own_part(question) is is_own
