"""Ranges, bands and lists that do not fit themselves; quotations; figures that stand once too often."""

import pytest

from mingbai.audit.order import disordered
from mingbai.audit.quoting import misquoted
from mingbai.audit.repeating import repeated

from .clauses import clause

BANDS = "分段报：\n\n- 第一段：0到1万元，80%\n- 第二段：1万元到3万元，85%\n- 第三段：3万元到5万元，90%\n"
KINDS = "有三类人，分别是：\n\n- 甲\n- 乙\n- 丙\n"


@pytest.mark.parametrize(
    "words", [BANDS, KINDS, "1到12月。", "一级80%，二级60%，三级40%。", "一共11类。列出的有：\n\n- 甲\n- 乙"]
)
def test_what_fits_itself_holds(words: str) -> None:
    assert list(disordered(clause(words))) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("1到1月。", "“1到1月”不是从小到大"),
        ("缺第4、4项。", "“第4、4项”不是从小到大"),
        ("第二、一类。", "“第二、一类”不是从小到大"),
        ("10到8倍。", "“10到8倍”不是从小到大"),
        (BANDS.replace("1万元到3万元", "2万元到3万元"), "“0到1万元”和下一行的“2万元到3万元”首尾不相接"),
        (BANDS.replace("第三段", "第五段"), "“第五段：3万元到…”是第3行"),
        (KINDS.replace("三类", "七类"), "“七类”下面列了 3 行"),
        ("一级80%，三级60%，三级40%。", "“一级80%，三级60%，三级40…”里三级写了两次"),
    ],
)
def test_what_does_not_fit_itself_is_named(words: str, said: str) -> None:
    assert said in list(disordered(clause(words)))


def test_a_quotation_with_a_figure_must_stand_in_the_passage() -> None:
    passage = "实行“3+3”托底, 比例上浮 10%。"
    assert list(misquoted("“3+3”和“上浮10%”，还有“别的”。", passage)) == []
    assert list(misquoted("“1+3”和“上浮10%”。", passage)) == ["引的“1+3”不在它的原文里"]


PASSAGE = "起付标准500元,报45%,全年最高3万元,2012年起。"
RULE = """```rule
estimate: 住院
steps:
  - deductible: 500
  - share: 45%
```
"""


def test_a_figure_once_too_often_is_named() -> None:
    assert list(repeated(clause("起付线500元，最多500元，一次，一次，报45%，2012年。"), PASSAGE)) == [
        "500元 写了 2 次,原文只有 1 次"
    ]


def test_a_result_once_too_often_is_named() -> None:
    # 225 comes out of 500×45% once; the other 225元 stands where the passage has 3万元
    assert list(repeated(clause("起付线500元：500×45%=225元，就是225元，全年最高225元。"), PASSAGE)) == [
        "225元 写了 2 次,原文只有 0 次"
    ]


def test_a_year_once_too_often_is_named() -> None:
    assert list(repeated(clause("2012年起，2012年报45%。"), PASSAGE)) == ["2012年 写了 2 次,原文只有 1 次"]


def test_the_two_days_of_a_window_may_repeat_the_month() -> None:
    rule = "```rule\nwindow: 缴费\nfrom: 2012-09-01\nuntil: 2012-09-30\n```\n"
    words, passage = "2012年9月1日到9月30日交。", "2012年9月1日至30日缴费。"
    assert list(repeated(clause(words, rule), passage)) == []
    assert list(repeated(clause(words), passage)) == ["9月 写了 2 次,原文只有 1 次"]


def test_a_rule_and_a_sum_call_for_a_figure_once_more() -> None:
    # 500元 stands once in the passage and once in the rule, 225 comes out of 500×45%
    words = "起付线500元，不到500元的不报。500×45%=225元，就是225元。"
    assert list(repeated(clause(words, RULE), PASSAGE)) == []
    assert list(repeated(clause(words), PASSAGE)) == ["500元 写了 2 次,原文只有 1 次"]
