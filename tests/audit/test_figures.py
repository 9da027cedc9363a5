"""One form for the figures of clauses and originals: what stands in what, and which written sums come out."""

import pytest

from mingbai.audit.figures import figures_in
from mingbai.audit.stated import stated_in
from mingbai.audit.sums import sums_in


def founded(clause: str, original: str) -> bool:
    evidence = figures_in(original)
    return all(figure.stands_in(evidence) for figure in stated_in(clause))


@pytest.mark.parametrize(
    ("clause", "original"),
    [
        ("30000元", "3万元"),
        ("最多30000元", "最高三万元"),
        ("1.5万", "15000元"),
        ("45%", "百分之四十五"),
        ("50%", "五成"),
        ("2‰", "千分之二"),
        ("加10个百分点", "上浮10%"),
        ("60天", "60日内"),
        ("90天", "９０日"),
        ("3个月", "三个月"),
        ("2013年6月10日", "2013年6月10日"),
        ("9月1日到9月30日", "9月1日至30日"),
        ("第二年8月31日", "次年8月31日"),
        ("2009年", "2009个人缴费"),  # the original lost 年度
        ("5069万参保人", "5069万人"),
        ("10到15倍", "10—15倍"),
        ("2017年", "2.2017年登记办理"),
        ("一张，两种读法，三样", "没有数"),  # spelt counts: test_counting.py
        ("一年只扣一次", "只扣一次起付标准"),
        ("不报的是0元", "不报"),
        ("1. 先登记\n2. 再缴费", "先登记，再缴费"),
    ],
)
def test_the_same_figure_written_otherwise_is_founded(clause: str, original: str) -> None:
    assert founded(clause, original)


@pytest.mark.parametrize(
    ("clause", "original"),
    [
        ("3000元", "3万元"),
        ("54%", "45%"),
        ("60%", "60元"),
        ("5元", "5%"),
        ("0.05%", "5%"),
        ("2%", "2‰"),
        ("60个月", "60日内"),
        ("30个工作日", "30日"),
        ("六个月", "三个月"),
        ("两年", "一年"),
        ("9月30日", "9月1日至11月30日"),
        ("2012年9月", "2013年9月，2012年12月"),
        ("3份", "3人"),
        ("10到16倍", "10—15倍"),
        ("第三年", "次年"),
        ("12种", "11种"),
        ("报0元", "不报"),  # its own words must say so
        ("3户", "3种"),
    ],
)
def test_another_figure_is_not(clause: str, original: str) -> None:
    assert not founded(clause, original)


@pytest.mark.parametrize(
    "text",
    [
        "469×80=37520，对得上",
        "（70+36+38=144元，144÷180=80%）",
        "合计193万元（123万＋55万＋15万＝193万）",
        "193万÷254万≈75.98%",  # 0.759842…
        "2500÷1127≈2.2",  # 2.218…
        "40000×85%+40000×90%+20000×95%=89000元",  # 34000+36000+19000
    ],
)
def test_a_sum_that_comes_out_is_right(text: str) -> None:
    sums = list(sums_in(text))
    assert sums
    assert all(one.is_right for one in sums)


@pytest.mark.parametrize("text", ["469×80=37521", "193万÷254万≈75.97%", "2500÷1127≈2.3", "144÷180=81%", "1÷0=1"])
def test_a_sum_that_does_not_is_wrong(text: str) -> None:
    assert [one.is_right for one in sums_in(text)] == [False]


def test_a_sum_tells_what_must_be_known_and_what_follows() -> None:
    (one,) = sums_in("每年15万×3＝45万元")
    assert {str(figure) for figure in one.operands} == {"150000"}  # 3 is a count of the text's own
    assert {str(figure) for figure in one.figures} == {"150000", "3", "450000元"}
