"""Cutting originals into parts and resolving locators in them, on small invented originals."""

from pathlib import Path

import pytest

from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.reader import read_policy
from mingbai.corpus.sources.locate import LocatorError, locate
from mingbai.corpus.sources.original import CutError, Part, cut
from mingbai.corpus.sources.originals import Originals, original_passage

COLLECTION = """某某网站 首页 > 文章

医保文件汇编第1篇

为减轻负担,制定本办法。

一、筹资

(一)每人每年60元。

(二)低保对象不缴费。

医保文件汇编第二篇

第二份文件。
"""

ARTICLES = """为减轻负担,制定本办法。
第一章 总则
第一条 本县居民都可以参保,在校学生由学校统一办理参保登记手续并代收费用。
代收的费用每月上交。
第二条 缴费。
(一)每人60元。
(二)学生10元。
"""

LIST = """为减轻负担,制定本办法。
二、待遇
(一)起付线500元。
(二)报销比例:
一、
二、三级医院分别为60%、50%;
1.学生提高10%。
2.在县外住院的,经批准的报销比例下降5个百分点,没有经过批准的一律不予报销。
三、附则
1、由医保局解释,解释的时候要按照本县人民政府的规定和国家、省、市的有关政策来办。
以前的规定同时废止。
⑴ 小项。
①更小的项。
某县医保局
"""


def a_part(text: str) -> Part:
    return cut("a.txt", text)[0]


def texts(part: Part, locator: str) -> list[str]:
    return [part.paragraphs[index].text for index in locate(locator, part)]


def test_headings_cut_a_collection_and_are_left_out() -> None:
    front, first, second = cut("a.txt", COLLECTION)
    assert [one.text for one in front.paragraphs] == ["某某网站 首页 > 文章"]
    assert [one.text for one in first.paragraphs][:2] == ["为减轻负担,制定本办法。", "一、筹资"]
    assert [(one.text, one.line) for one in second.paragraphs] == [("第二份文件。", 15)]
    assert (first.number, second.number) == (1, 2)


def test_a_heading_that_does_not_count_on_is_plain_text() -> None:
    _, first = cut("a.txt", "汇编篇一\n讲第三篇\n汇编篇三\n")
    assert [one.text for one in first.paragraphs] == ["讲第三篇", "汇编篇三"]


def test_a_file_without_headings_is_cut_where_its_first_words_are_told() -> None:
    front, first, second = cut("a.txt", "题目\n1、职责\n二\n众所周知,基金\n末", ["1、职责", "众所周知，"])
    assert [len(part.paragraphs) for part in (front, first, second)] == [1, 2, 2]
    assert second.paragraphs[0].text == "众所周知,基金"


@pytest.mark.parametrize("words", ["没有的话", "职责"])
def test_first_words_that_open_none_or_two_paragraphs_are_refused(words: str) -> None:
    with pytest.raises(CutError, match=f"“{words}”在后面的段首出现 [02] 次"):
        cut("a.txt", "职责一\n职责二\n", [words])


@pytest.mark.parametrize(
    ("text", "locator", "begins", "count"),
    [
        (ARTICLES, "第一条", "第一条", 2),  # an article holds the paragraph behind it
        (ARTICLES, "第一章 第一条", "第一条", 2),
        (ARTICLES, "第二条(二)", "(二)学生", 1),
        (LIST, "首段", "为减轻负担", 1),
        (LIST, "末段", "某县医保局", 1),
        (LIST, "二", "二、待遇", 7),
        (LIST, "二(二)", "(二)报销比例", 5),  # the broken 一、 and 二、三级 are no items of their own
        (LIST, "二(二)1", "1.学生", 1),
        (LIST, "三1", "1、由医保局", 1),  # a whole sentence, the last of its list: what follows is not its own
        (LIST, "三", "三、附则", 6),
        (LIST, "⑴", "⑴ 小项", 3),
        (LIST, "①", "①更小", 2),
        (LIST, "「下降5个百分点」", "2.在县外", 1),
        (LIST, "「1、由 医保局」", "1、由医保局", 1),  # spaces do not matter
    ],
)
def test_a_locator_leads_to_its_passage(text: str, locator: str, begins: str, count: int) -> None:
    found = texts(a_part(text), locator)
    assert found[0].startswith(begins)
    assert len(found) == count


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("四", "找到 0 处"),
        ("二(三)", "找到 0 处"),
        ("三3", "找到 0 处"),
        ("「没有的话」", "出现 0 次"),
        ("「规定」", "出现 2 次"),
        ("「在县外住院的,经批准的报销」", "太长"),
        ("第二段", "不是一个位置"),
        ("五二", "不是一个编号"),
        ("", "不是一个位置"),
    ],
)
def test_a_locator_that_leads_nowhere_says_so(locator: str, words: str) -> None:
    with pytest.raises(LocatorError, match=words):
        locate(locator, a_part(LIST))


def test_an_item_that_stands_twice_is_not_guessed() -> None:
    with pytest.raises(LocatorError, match="找到 2 处"):
        locate("1", a_part("先写:\n1、一项\n2、两项\n再写:\n1、另一项\n"))


def test_the_item_before_its_sibling_holds_what_stands_between() -> None:
    text = "1、待遇期统一为与缴费年度相一致的一个完整年度,学生儿童也一样,不另外计算时间。\n起付标准200元。\n2、其他。\n"
    assert texts(a_part(text), "1")[-1] == "起付标准200元。"


POLICY = """---
id: county
title: 某县居民医保
kind: policy
nature: notice
place: []
scheme: 居民医保
year: 年份未注明
sources: [{file: a.txt, part: 1}]
---
## 交多少 {#premium}
> 原文 一(一);首段

每人每年60元。
"""


def a_policy(text: str = POLICY) -> tuple[Policy, Clause]:
    problems: list[Problem] = []
    policy = read_policy(text, "policies/county.md", problems)
    assert policy is not None, problems
    return policy, policy.clauses[0]


def originals_of(folder: Path, layout: str = "") -> tuple[Originals, list[Problem]]:
    (folder / "originals").mkdir()
    (folder / "originals" / "a.txt").write_text(COLLECTION, encoding="utf-8")
    (folder / "corpus").mkdir()
    if layout:
        (folder / "corpus" / "originals.yaml").write_text(layout, encoding="utf-8")
    problems: list[Problem] = []
    return Originals.read(folder / "originals", folder / "corpus", problems), problems


def test_the_original_passage_of_a_clause_is_its_places_in_their_own_words(tmp_path: Path) -> None:
    originals, _ = originals_of(tmp_path)
    assert original_passage(originals, *a_policy()) == "(一)每人每年60元。\n为减轻负担,制定本办法。"


def test_a_clause_of_a_source_that_is_not_at_hand_has_no_passage(tmp_path: Path) -> None:
    originals, _ = originals_of(tmp_path)
    assert original_passage(originals, *a_policy(POLICY.replace("a.txt", "b.txt"))) is None
    assert original_passage(originals, *a_policy(POLICY.replace("part: 1", "part: 3"))) is None


def test_noise_is_taken_out_of_the_parts(tmp_path: Path) -> None:
    layout = """files:
  a.txt:
    noise:
      - {part: 0, because: 导航}
      - {part: 1, begins: [为减轻负担], because: 套话}
      - {part: 2, words: [第二份], because: 搜索词}
"""
    originals, problems = originals_of(tmp_path, layout)
    assert problems == []
    front, first, second = originals.parts["a.txt"]
    assert front.paragraphs == ()
    assert first.paragraphs[0].text == "一、筹资"
    assert second.paragraphs[0].text == "文件。"


@pytest.mark.parametrize(
    ("layout", "line", "words"),
    [
        ("files:\n  a.txt:\n    noise:\n      - {part: 0}\n", 4, "because"),
        ("files:\n  a.txt:\n    starts: [一]\n", 3, "不认识的键“starts”;可以写的有:begins、noise"),
        ("files:\n  a.txt: {begins: [第九份]}\n", 1, "a.txt:begins 里的“第九份”"),
        ("files:\n  a.txt:\n    noise: [{part: 3, because: 导航}]\n", 1, "a.txt 没有第3篇"),
        ("files:\n  a.txt:\n    noise: [{part: 1, begins: [没有], because: 导航}]\n", 1, "没有以“没有”开头的段"),
        ("files:\n  a.txt:\n    noise: [{part: 1, words: [没有], because: 导航}]\n", 1, "第1篇没有“没有”"),
        ("files:\n  b.txt: {}\n", 1, "没有这份原文:b.txt"),
        ("files: {a.txt: [\n", 2, "不是合法的YAML"),
    ],
)
def test_a_mistake_about_the_originals_is_named(layout: str, line: int, words: str, tmp_path: Path) -> None:
    _, problems = originals_of(tmp_path, layout)
    assert [(one.file, one.line) for one in problems] == [("originals.yaml", line)]
    assert words in problems[0].message
