"""Who wants a figure confirmed is told first whether it is right, by the figure that the document has."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import first_line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("洛阳退休人员三级住院报85对吗", "**不对**:**报87%**"),  # 85% + 2
        ("洛阳二级退休报92对不对", "**对**:**报92%**"),  # 90% + 2
        ("不是说洛阳退休的住院比例多3%吗", "**不对**:**退休（退职）的提高2%**"),
        ("岳池一级报75对吗", "**不对**:**报70%**"),
        ("重庆二档封顶7万对吗", "**不对**:**最多报110000元**"),
        ("重庆一档封顶7万对吗", "**对**:**最多报70000元**"),
        ("山东起付线5000是吧", "**不对**:**起付线8000元**"),
        ("退役士兵城镇籍416 对吗", "**不对**:**605人**：农村籍416人，城镇189人"),
        ("漯河医院查房每周4次对吗", "**不对**:**每周2到3次**"),
        ("医疗救助对象8类对吗", "**不对**:**七类人**"),
        ("吴江商保公司派10个人对吗", "**对**:**专职人员不少于10人"),
    ],
)
def test_right_or_wrong_comes_first(assistant: Assistant, question: str, line: str) -> None:
    assert first_line(assistant, question).startswith(line)


def test_the_same_figure_of_the_contrary_is_wrong(assistant: Assistant) -> None:
    assert first_line(assistant, "DRG医院2017年职工医保节约125万是吧").startswith("**不对**:**超支125万元**")


@pytest.mark.parametrize(
    "question",
    [
        "重庆一级报80%对吗",  # right for one plan, wrong for the other
        "山东报60%对吗",  # 不低于50%
        "漯河医院查房每周3次对吗",  # 2 to 3
        "退役士兵农村籍416对吗",  # 4902 are insured otherwise, 416 were received
        "岳池65岁以上老人2010年交90对吗",  # some pay 90, others 170
    ],
)
def test_what_the_document_leaves_open_is_not_decided(assistant: Assistant, question: str) -> None:
    assert not first_line(assistant, question).startswith(("**对**", "**不对**"))


def test_a_bill_told_is_worked_out(assistant: Assistant) -> None:
    # (30000-800)*45%
    assert "13,140.00元" in first_line(assistant, "重庆二档三级住院花3万能报13140对吗")


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("吴江大病保险年度是不是1月1日到12月31日", "**不对**:“大病保险年度”是每年4月1日到次年3月31日。"),
        ("吴江大病保险年度是4月1日到3月31日对吗", "**对**:“大病保险年度”是每年4月1日到次年3月31日。"),
    ],
)
def test_a_stretch_of_days_is_confirmed_or_not(assistant: Assistant, question: str, line: str) -> None:
    assert first_line(assistant, question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("岳池新农合封顶比居民高对不对", "**不对，是居民医保高**"),
        ("浙江富阳封顶还是全省封顶 不一样吗", "**不一样**"),
        ("重庆大学生去外地住院不用登记对吧", "**要登记**"),
        ("吴江自费30000以上怎么补", "**达到30000元就补，补多少算不出来**"),
        ("吴江大病年度是自然年吗", "**不是按日历年**"),
        ("湖南区4万以内赔几成", "**报85%**(40000元以内的那段)"),
        ("重庆特病起付线", "**看是哪一类**：重大疾病"),
        ("吴江保费是社保中心全额年初打给公司对不对", "**不是一次全给**"),
        ("不是说先住院后付费全院都搞吗", "**不是全院**"),
    ],
)
def test_a_look_alike_does_not_agree_with_what_is_wrong(assistant: Assistant, question: str, line: str) -> None:
    assert first_line(assistant, question).startswith(line)
