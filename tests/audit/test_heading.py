"""The years, names and days of the front matter, each held against the rest of the file and the document."""

import pytest

from mingbai.audit.heading import misdated, misnamed
from mingbai.corpus.models import Policy
from mingbai.corpus.reader import read_policy

from .conftest import POLICY

SOURCE = "某县第三医院2012年1月12日起,实行“3+3”救助,xx年报65%,大病保险有两种模式。2011年、2013年也一样。"
NAMED = POLICY.replace(
    "title: 某县居民医保",
    "title: 某县居民医保(2012)\nalso_called: [第三医院, 医保2012, 扶贫3+3, 报65%的县, 两种模式]",
).replace("id: county\n", "id: county-2012\n")
TITLED = "## 报多少"


def policy(*changes: tuple[str, str], text: str = NAMED) -> Policy:
    for written, instead in changes:
        assert written in text, written
        text = text.replace(written, instead, 1)
    found = read_policy(text, "county.md", [])
    assert found is not None
    return found


@pytest.mark.parametrize(
    "change",
    [
        ("year: 2012年", "year: 2012年"),
        ("year: 2012年", "year: 2012年（xx年，1月12日）"),
        ("year: 2012年", "in_force: {from: 2012-01-01, until: 2012-12-31}\nyear: 2012年"),  # the ends of that year
        ("year: 2012年", "in_force: {from: 2012-09-01}\nyear: 2012年"),  # 2012年9月1日 stands in a clause
        ("(2012)", "(一家医院的总结，2012)"),
    ],
)
def test_a_front_matter_that_the_document_bears_out_holds(change: tuple[str, str]) -> None:
    assert list(misnamed(policy(change), SOURCE)) == []


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("(2012)", "(2013)", "“某县居民医保(2013)”里的 2013 不是 year 里的年份"),
        ("(2012)", "(9)", "标题里没有 2012"),
        ("医保2012", "医保2011", "“医保2011”里的 2011 不是 year 里的年份"),
        ("year: 2012年", "year: 2013年", "year 里的 2013 不是编号里的年份"),
        ("year: 2012年", "year: 2012年（1月13日）", "文件头里的 1月13日 不在原文里"),
        ("year: 2012年", "year: 2012年（90xx年）", "year 里的“90xx年”不在原文里"),
        ("第三医院", "第五医院", "“第五医院”里的“第五医”不在它的原文里,也没有列出这么多"),
        ("两种模式", "四种模式", "“四种模式”里的“四种”不在它的原文里,也没有列出这么多"),
        ("扶贫3+3", "扶贫3+4", "“扶贫3+4”里的“3+4”不在原文里"),
        ("报65%", "报66%", "“报66%的县”里的“66%”不在原文里"),
        ("year: 2012年", "in_force: {from: 2012-09-02}\nyear: 2012年", "in_force 里的 2012-09-02 没有写进正文"),
        ("year: 2012年", "in_force: {from: 2011-01-01}\nyear: 2012年", "in_force 里的 2011-01-01 没有写进正文"),
    ],
)
def test_what_the_rest_does_not_bear_out_is_named(written: str, instead: str, said: str) -> None:
    assert said in list(misnamed(policy((written, instead)), SOURCE))


def dated(title: str, words: str) -> list[str]:
    one = policy(("## 依据什么", f"## {title} {{#dated}}\n> 原文 一\n\n{words}\n\n## 依据什么"))
    return list(misdated(one.clauses[0], one))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("2012年交多少", "60元。"),  # the document's year
        ("2013年交多少", "2013年70元，2014年80元。"),
        ("2013年、2014年交多少", "2011年50元，2013年70元，2014年80元。"),
        ("2014年交多少", "80元。"),  # no year in the words: the passage is asked
    ],
)
def test_the_years_of_a_title_are_those_of_its_words(title: str, words: str) -> None:
    assert dated(title, words) == []


@pytest.mark.parametrize("title", ["2014年交多少", "2012年交多少", "2013年、2013年交多少", "2013年、2011年交多少"])
def test_another_year_in_a_title_is_named(title: str) -> None:
    assert len(dated(title, "2013年70元，2014年80元。2011年50元。")) == 1
