"""The words of readings and reasons, held against the figures beside which they stand."""

import pytest

from mingbai.audit.reading import misread

from .clauses import clause

CHANGES = """```rule
adjusts: share
when: {insured: 学生}
assumes:
  - {fact: insured, value: 成人}
share: {readings: [{points: 10, says: 上浮10%是加10个百分点}, {times: 110%, says: 上浮10%是在原比例上乘1.1}]}
```
"""
NOTHING = CHANGES.replace("{times: 110%, says: 上浮10%是在原比例上乘1.1}", "{points: 0, says: 加10个百分点不管这里}")
DAYS = """```rule
window: 申请
from: {readings: [{value: 2016-10-10, says: 正文写10月10日起}, {value: 2016-10-11, says: 开头写10月11日起}]}
until: 2016-12-15
```
"""
RANKS = """```rule
estimate: 住院
steps:
  - deductible: {by: hospital_level, 县级: 400, 二级: {inferred: 400, because: 二级按县级的400元算}, 三级: 500}
  - share: 50%
```
"""


def said(block: str) -> list[str]:
    return [message for rule in clause("如下。", block).rules for message in misread(rule)]


@pytest.mark.parametrize("block", [CHANGES, NOTHING, DAYS, RANKS])
def test_words_that_name_their_own_figures_hold(block: str) -> None:
    assert said(block) == []


@pytest.mark.parametrize(
    ("block", "written", "instead", "named"),
    [
        (CHANGES, "加10个", "加20个", "读法“上浮10%是加20个百分点”里的 20% 不是它的数"),
        (CHANGES, "乘1.1}", "乘1.2}", "读法“上浮10%是在原比例上乘1.2”里的 1.2 不是它的数"),
        (NOTHING, "加10个百分点不管", "加20个百分点不管", "读法“加20个百分点不管这里”里的 20% 不是它的数"),
        (DAYS, "写10月11日起", "写10月10日起", "读法“开头写10月10日起”里的 10日 不是它的数"),
        (RANKS, "because: 二级按县级", "because: 三级按县级", "“二级”那一行的理由“三级按县级的400元算”说的是另一行"),
    ],
)
def test_words_that_name_another_figure_are_named(block: str, written: str, instead: str, named: str) -> None:
    assert written in block
    assert named in said(block.replace(written, instead, 1))
