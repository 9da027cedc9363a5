"""Versions of a figure in a file: what the reader takes, and one test per mistake, with its line and words."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mingbai.corpus.models import EstimateRule, Share
from mingbai.corpus.problems import Problem
from mingbai.corpus.reader import inspect_corpus, read_corpus
from mingbai.corpus.units import figures
from mingbai.corpus.values import AtLeast, Dated, Lost, Table, leaves, within

_VOCABULARY = Path(__file__).parent.parent.parent / "corpus" / "vocabulary.yaml"
_GOOD = """---
id: dated
title: 某县居民医保
kind: policy
nature: notice
place: [某县]
scheme: 居民医保
in_force: {from: 2013-01-01, until: 2015-12-31}
year: 2013年到2015年
sources: [{file: 001.txt, part: 1}]
---
## 住院报多少 {#inpatient}
> 原文 一

按比例报,2014年7月1日起提高。

```rule
estimate: 住院
steps:
  - share: {dated: {2013-01-01: 45%, 2014-07-01: 50%}, until: 2015-12-31}
```

```cases
- {given: {care: 住院, cost: 1000, service_on: 2014-06-30}, pays: 450.00, sum: 1000*45%}
- {given: {care: 住院, cost: 1000, service_on: 2014-07-01}, pays: 500.00, sum: 1000*50%}
- {given: {care: 住院, cost: 1000}, asks: service_on}
```
"""
_SHARE = "share: {dated: {2013-01-01: 45%, 2014-07-01: 50%}, until: 2015-12-31}"
_CLAUSE, _STEP = 12, 20
"""The lines of the clause's heading and of the step with the versions."""


def corpus_folder(folder: Path, text: str, vocabulary: str | None = None) -> Path:
    (folder / "policies").mkdir()
    (folder / "policies" / "dated.md").write_text(text, encoding="utf-8")
    (folder / "vocabulary.yaml").write_text(vocabulary or _VOCABULARY.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def problems_of(folder: Path, text: str, vocabulary: str | None = None) -> list[tuple[int, str]]:
    _, problems = inspect_corpus(corpus_folder(folder, text, vocabulary))
    assert all(isinstance(one, Problem) and one.file == "policies/dated.md" for one in problems)
    return [(one.line, one.message) for one in problems]


def share_of(folder: Path, text: str) -> Dated:
    (rule,) = read_corpus(corpus_folder(folder, text)).policies["dated"].clauses[0].rules
    assert isinstance(rule, EstimateRule)
    (step,) = rule.steps
    assert isinstance(step, Share)
    assert isinstance(step.share, Dated)
    return step.share


def test_each_version_holds_from_its_day_on_until_the_end(tmp_path: Path) -> None:
    share = share_of(tmp_path, _GOOD)
    assert share.spans == (
        (date(2013, 1, 1), date(2014, 6, 30)),
        (date(2014, 7, 1), date(2015, 12, 31)),
    )
    on = {day: share.on(date.fromisoformat(day)) for day in ("2012-12-31", "2014-06-30", "2015-12-31", "2016-01-01")}
    assert on == {
        "2012-12-31": None,
        "2014-06-30": Decimal("0.45"),
        "2015-12-31": Decimal("0.50"),
        "2016-01-01": None,
    }


def test_without_an_end_the_last_version_goes_on(tmp_path: Path) -> None:
    share = share_of(tmp_path, _GOOD.replace(", until: 2015-12-31}\n```", "}\n```"))
    assert share.until is None
    assert share.on(date(2099, 1, 1)) == Decimal("0.50")


def test_a_version_may_be_a_table_or_a_doubt_and_all_its_figures_are_found(tmp_path: Path) -> None:
    table = "{by: hospital_level, 一级: 45%, 三级: {at_least: 40%}}"
    text = _GOOD.replace("2013-01-01: 45%", f"2013-01-01: {table}").replace(
        "2014-07-01: 50%", "2014-07-01: {lost: 缺字}"
    )
    text = text.replace(
        "cost: 1000, service_on: 2014-06-30", "cost: 1000, hospital_level: 一级, service_on: 2014-06-30"
    )
    share = share_of(tmp_path, text)
    assert [type(value) for value in leaves(share)] == [type(figures(share)[0]), AtLeast, Lost]
    assert figures(share) == [Decimal("0.45"), Decimal("0.40")]
    assert [one.by for one in within(share, Table)] == ["hospital_level"]
    assert list(within(share, Dated)) == [share]


@pytest.mark.parametrize(
    ("written", "line", "words"),
    [
        ("{dated: {2013-01-01: 45%}}", _STEP, "dated 里至少要有两项,每项写从哪天起是多少"),
        ("{dated: 45%}", _STEP, "dated 里至少要有两项"),
        ("{dated: [45%, 50%]}", _STEP, "dated 里至少要有两项"),
        (
            "{dated: {2014-07-01: 50%, 2013-01-01: 45%}}",
            _STEP,
            "dated 里的日期要从早到晚:2013-01-01 不晚于 2014-07-01",
        ),
        ("{dated: {2013-01-01: 45%, 2013-01-01: 50%}}", _STEP, "“2013-01-01”写了两次"),
        ("{dated: {2013: 45%, 2014-07-01: 50%}}", _STEP, "要写成 2013-01-31 这样的日期,写的是 '2013'"),
        ("{dated: {2013年1月1日: 45%, 2014-07-01: 50%}}", _STEP, "这样的日期,写的是 '2013年1月1日'"),
        ("{dated: {20130101: 45%, 2014-07-01: 50%}}", _STEP, "这样的日期,写的是 '20130101'"),
        ("{dated: {2013-02-30: 45%, 2014-07-01: 50%}}", _STEP, "这样的日期,写的是 '2013-02-30'"),
        (
            "{dated: {2013-01-01: 45%, 2014-07-01: 50%}, until: 2014-06-30}",
            _STEP,
            "until(2014-06-30)不能早于最后一项的 2014-07-01",
        ),
        (
            "{dated: {2013-01-01: 45%, 2014-07-01: 50%}, until: 2015年底}",
            _STEP,
            "要写成 2013-01-31 这样的日期,写的是 '2015年底'",
        ),
        (
            "{dated: {2013-01-01: 45%, 2014-07-01: 50%}, till: 2015-12-31}",
            _STEP,
            "不认识的键“till”;可以写的有:dated、until",
        ),
        (
            "{dated: {2013-01-01: 45%, 2014-07-01: {dated: {2014-07-01: 50%, 2015-01-01: 55%}}}}",
            _STEP,
            "dated 里不能再写 dated",
        ),
        ("{dated: {2013-01-01: 45%, 2014-07-01: 50}}", _STEP, "比例要写成 0% 到 100% 之间的百分数,写的是 50"),
        ("{dated: {2013-01-01: 45%, 2014-07-01: 150%}}", _STEP, "比例要写成 0% 到 100% 之间的百分数,写的是 150%"),
        ("{dated: {2013-01-01: 45%, 2014-07-01: 一半}}", _STEP, "这里要写一个数、一张 by 表、按日期的 dated,或存疑值"),
        ("{dated: {2013-01-01: 45%, 2014-07-01: {lost: 缺}}}", _STEP, "lost"),
        (
            "{dated: {2013-01-01: 45%, 2014-07-01: {by: plan, 三档: 50%}}}",
            _CLAUSE,
            "“plan”没有“三档”这一项",
        ),
        ("{by: service_on, 2013-01-01: 45%}", _CLAUSE, "by 之后要是有选项的事实,“service_on”没有选项"),
        (
            "{dated: {2010-01-01: 40%, 2012-07-01: 45%, 2014-07-01: 50%}}",
            _CLAUSE,
            "dated 里从 2010-01-01 起的这一项,整段都不在 in_force 之内",
        ),
        (
            "{dated: {2013-01-01: 45%, 2014-07-01: 50%, 2016-01-01: 55%}}",
            _CLAUSE,
            "dated 里从 2016-01-01 起的这一项,整段都不在 in_force 之内",
        ),
        (
            "{dated: {2013-01-01: 45%, 2014-08-01: 50%}}",
            _CLAUSE,
            "数在 2014-08-01 变,要有 service_on: 2014-07-31 的算例(变的前一天和当天各一个)",
        ),
    ],
)
def test_a_mistake_in_the_versions_is_named(written: str, line: int, words: str, tmp_path: Path) -> None:
    found = problems_of(tmp_path, _GOOD.replace(_SHARE, f"share: {written}"))
    assert [at for at, message in found if words in message] == [line], found
    assert all(at == line for at, _ in found)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (
            "deductible: {dated: {2013-01-01: 100, 2014-07-01: 10%}}\n  - share: 50%",
            "金额要写成不带百分号、不小于 0 的元数,写的是 10%",
        ),
        (
            "bands: {includes: upper, each: [{over: 0, up_to: {dated: {2013-01-01: 5000, 2014-07-01: 8000}},"
            " share: 50%}, {over: 5000, share: 60%}]}",
            "分段要首尾相接:上一段到 8000,下一段从 5000 起",
        ),
        (
            "bands: {includes: upper, each: [{over: {dated: {2013-01-01: 500, 2014-07-01: 800}}, up_to: 800,"
            " share: 50%}]}",
            "up_to 要大于 over:800 不大于 800",
        ),
    ],
)
def test_the_units_and_bounds_of_every_version_are_held(steps: str, words: str, tmp_path: Path) -> None:
    found = problems_of(tmp_path, _GOOD.replace(_SHARE, steps))
    assert any(words in message for _, message in found), found


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("assumes: [{fact: service_on, value: 2013-01-01}]", "“service_on”是日期,不能假定,没有人说就要问"),
        ("assumes: [{fact: admission, value: 2013-01-01}]", "“admission”要是一个数,写的是 2013-01-01"),
        (
            "assumes: [{fact: plan, value: 一档, when: {service_on: 是}}]",
            "“service_on”是日期,不能写成条件;随日期变的数写成 dated",
        ),
        ("bill: service_on", "“service_on”不是金额"),
    ],
)
def test_the_day_stands_nowhere_else_in_a_rule(written: str, words: str, tmp_path: Path) -> None:
    found = problems_of(tmp_path, _GOOD.replace("estimate: 住院\n", f"estimate: 住院\n{written}\n"))
    assert (_CLAUSE, f"条款 inpatient:{words}") in found


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            "premium: 缴费\ngroups: [{who: 学生, pays: {个人: {dated: {2013-01-01: 60, 2014-01-01: 80}}}}]",
            "pays 里不能写 by 表和 dated;每个人群、每一年写一行 groups",
        ),
        ("advance: 预付\nabove: {dated: {2013-01-01: 60, 2014-01-01: 80}}", "advance 里不能写 by 表和 dated"),
        ("advance: 预付\nof: 垫付\nshare: {by: plan, 一档: 50%, 二档: 60%}", "advance 里不能写 by 表和 dated"),
    ],
)
def test_rules_that_no_case_runs_through_take_no_versions(rule: str, words: str, tmp_path: Path) -> None:
    found = problems_of(tmp_path, _GOOD.replace("```cases", f"```rule\n{rule}\n```\n\n```cases"))
    assert any(words in message for _, message in found), found


def test_a_mistake_that_two_figures_share_is_named_once(tmp_path: Path) -> None:
    dated = "{dated: {2013-01-01: %s, 2014-08-01: %s}}"
    steps = f"deductible: {dated % (100, 200)}\n  - share: {dated % ('45%', '50%')}"
    found = problems_of(tmp_path, _GOOD.replace(_SHARE, steps))
    assert len([message for _, message in found if "2014-08-01 变" in message]) == 2  # the day before, and the day


@pytest.mark.parametrize("kind", [None, "amount"])
def test_versions_need_the_day_in_the_vocabulary(kind: str | None, tmp_path: Path) -> None:
    text = _VOCABULARY.read_text(encoding="utf-8")
    entry = text.index("  service_on:\n")
    if kind:
        text = text[:entry] + text[entry:].replace("kind: date", f"kind: {kind}", 1)
    else:
        text = text[:entry] + text[entry:].replace("service_on", "other_day", 1)
    found = problems_of(tmp_path, _GOOD, text)
    assert found == [(_CLAUSE, "条款 inpatient:写了 dated,词汇表里就要有 kind: date 的事实 service_on")]
