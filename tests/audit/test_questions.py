"""What looks odd but may be meant is asked, one case for each question, and an ordinary rule asks nothing."""

import pytest

from mingbai.audit.questions import questions
from mingbai.corpus.problems import Problem
from mingbai.corpus.reader import read_policy

_HEAD = """---
id: county
title: 某县居民医保
kind: policy
nature: notice
place: []
scheme: 居民医保
year: 年份未注明
sources: [{file: a.txt, part: 1}]
---
## 住院报多少 {#inpatient}
> 原文 一

如下。

```rule
"""


def asked(rule: str) -> list[Problem]:
    problems: list[Problem] = []
    policy = read_policy(f"{_HEAD}{rule}\n```\n", "policies/county.md", problems)
    assert policy is not None, problems
    return list(questions(policy))


def estimate(*steps: str) -> str:
    return "\n".join(["estimate: 住院", "steps:", *(f"  - {step}" for step in steps)])


BANDS = """bands:
      includes: upper
      each: [{over: 0, up_to: 100, share: 90%}, {over: 100, up_to: 200, share: 80%}, {over: 200, share: 85%}]"""
CAP = "cap: 400\n    per: stay\n    limits: payment"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            estimate("share: {by: hospital_level, 一级: 60%, 二级: 70%, 三级: 55%}"),
            "二级比一级的报销比例更高(70%、60%)",
        ),
        (
            estimate("deductible: {by: hospital_level, 社区: 300, 县级: 200}", "share: 50%"),
            "县级比社区的起付线更低(200、300)",
        ),
        (
            estimate("share: {by: plan, 一档: {by: hospital_level, 一级: 50%, 二级: 60%}, 二档: 70%}"),
            "二级比一级的报销比例更高(60%、50%)",
        ),
        (estimate("share: {by: plan, 一档: 60%, 二档: 50%}"), "二档比一档的报销比例更低(50%、60%)"),
        (
            estimate("share: 50%", CAP.replace("400", "{by: plan, 一档: 400, 二档: 300}")),
            "二档比一档的封顶更低(300、400)",
        ),
        (estimate("share: {by: employment, 在职: 90%, 退休: 85%}"), "退休比在职报得少(85%、90%)"),
        (estimate(BANDS), "分段的比例有升有降(90%、80%、85%)"),
        (estimate("deductible: 500", "share: 50%", CAP), "封顶(400)比起付线(500)还低"),
        ("adjusts: inpatient\nwhen: {employment: 退休}\nshare: {points: -2}", "退休的报销比例反而降低"),
        ("adjusts: inpatient\nwhen: {insured: [学生, 儿童]}\nshare: {times: 90%}", "学生、儿童的报销比例反而降低"),
        ("adjusts: inpatient\nwhen: {care_place: 外地}\nshare: {points: 5}", "外地的报销比例反而提高"),
    ],
)
def test_what_looks_odd_is_asked_with_its_line(rule: str, words: str) -> None:
    assert [str(one) for one in asked(rule)] == [f"policies/county.md:11: 条款 inpatient:{words},原文就是这样吗?"]


@pytest.mark.parametrize(
    "rule",
    [
        estimate(
            "deductible: {by: hospital_level, 社区: 100, 一级: 150, 二级: 350, 三级: 550}",
            "share: {by: hospital_level, 社区: 80%, 一级: 70%, 二级: 60%, 三级: {at_most: 55%}}",
            "cap: 30000\n    per: stay\n    limits: payment",
        ),
        estimate("share: {by: employment, 在职: 85%, 退休: 87%}"),
        estimate(BANDS.replace("80%", "87%")),  # 90, 87, 85: falls all along
        "adjusts: inpatient\nwhen: {employment: 退休}\nshare: {points: 2}",
        "adjusts: inpatient\nwhen: {care_place: 外地}\nshare: {times: 95%}",
    ],
)
def test_an_ordinary_rule_asks_nothing(rule: str) -> None:
    assert asked(rule) == []
