"""Who has a figure checked that the original itself has wrong is told so first."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("question", "line"),
    [
        # 9233-4902=4331; 4431-4331=100
        ("核个数:优抚对象9233,扣掉农村退役士兵4902,财政参保的是4431对吗", "**对不上**：原文说4431人"),
        ("优抚对象财政出钱参保的4431人对吗", "**对不上**：原文说4431人"),
        # (9824195.76-6547957.82)/6547957.82=50.03%
        ("漯河医院2015年总结说医保收入涨33%,982万多对654万多,这数对吗", "**对不上**：不是33%"),
        ("优抚对象一共9233人对吗", "**对**"),
        ("岳池一级报75对吗", "**不对**:**报70%**"),
    ],
)
def test_the_first_line_says_it(assistant: Assistant, question: str, line: str) -> None:
    assert last_reply(assistant, question).text.startswith(line)


def test_a_rough_figure_is_not_called_wrong(assistant: Assistant) -> None:
    assert not last_reply(assistant, "漯河医院2015年总结里医保总收入982万多对吗").text.startswith("**不对")
