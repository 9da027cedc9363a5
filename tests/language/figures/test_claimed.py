"""The figure that somebody wants confirmed, and the question that asks for it."""

from decimal import Decimal

import pytest

from mingbai.language.figures.claimed import claimed


@pytest.mark.parametrize(
    ("message", "question", "value", "unit"),
    [
        ("岳池一级报75对吗", "岳池一级报百分之几", "0.75", "%"),
        ("不是说洛阳退休的住院比例多3%吗", "洛阳退休的住院比例多百分之几", "0.03", "%"),
        ("医保先报八成是吧", "医保先报几成", "0.8", "%"),
        ("山东起付线5000是吧", "山东起付线多少", "5000", ""),
        ("漯河医院查房每周4次对吗", "漯河医院查房每周几次", "4", "次"),
        ("桂阳是不是处罚了78个村卫生室", "桂阳处罚了多少个村卫生室", "78", "个"),
        ("湖南区一年交100元,对不对?", "湖南区一年交多少元", "100", "元"),
        ("DRG医院2017年职工医保节约125万是吧", "DRG医院2017年职工医保节约多少元", "1250000", "元"),
    ],
)
def test_a_figure_believed_is_asked_for(message: str, question: str, value: str, unit: str) -> None:
    claim = claimed(message)
    assert claim is not None
    assert (claim.question, claim.value, claim.unit) == (question, Decimal(value), unit)


@pytest.mark.parametrize(
    "message",
    [
        "岳池一级报多少",  # wants nothing confirmed
        "岳池一级报70二级报60对吗",  # two figures
        "我花了3万对吗",  # tells a bill
        "超过8000元才报对吧",  # a bound
        "不是2000元以上吗",
        "9月1日到12月20日交费对吗",  # days
        "不是每次都扣吗",
        "我是三级医院对吧",  # for whom or where, and nothing believed
        "75对吗",  # of nothing
        "退休报95是不是全市都一样",  # how far the rule reaches
    ],
)
def test_other_messages_believe_no_figure(message: str) -> None:
    assert claimed(message) is None
