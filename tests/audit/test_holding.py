"""Holding a corpus against its originals: one broken thing a test, each named with the line of its clause."""

import os
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mingbai.audit.holding import hold
from mingbai.audit.questions import questions
from mingbai.cli import app
from mingbai.corpus.reader import Corpus, inspect_corpus, read_policy
from mingbai.corpus.template import template

from .conftest import LAYOUT, ORIGINAL, POLICY, Held

ROOT = Path(__file__).parents[2]
SOURCES = Path(os.environ.get("MINGBAI_SOURCES") or ROOT.parent / "shared" / "seeds")


def line_of(clause: str) -> int:
    return next(number for number, line in enumerate(POLICY.splitlines(), 1) if f"{{#{clause}}}" in line)


HELD_ELSEWHERE = ("没有条款管", "没有写进正文", "次,原文只有", "原文这里是")
"""What else is then wrong: the figure it was is missing. Tested in test_omitting.py and test_swapped.py."""


def test_a_corpus_that_says_what_its_original_says_holds(held: Held) -> None:
    assert held() == []


@pytest.mark.parametrize(
    ("clause", "written", "instead", "words"),
    [
        # a locator that leads nowhere, or to more than one place
        ("deadline", "原文 二(三)", "原文 二(七)", ["“二(七)”在原文里找到 0 处"]),
        ("surplus", "「次年使用」", "「报销」", ["「报销」在原文里出现 2 次"]),
        # figures of the words
        ("premium", "每人60元", "每人61元", ["61元 不在"]),
        ("premium", "到9月30日交", "到9月29日交", ["29日 不在", "9月29日 不在"]),
        ("premium", "2012年9月1日到", "2012年10月1日到", ["10月 不在", "10月1日 不在", "2012年10月 不在"]),
        ("inpatient", "报45%", "报46%", ["46% 不在"]),
        ("inpatient", "最多30000元", "最多3000元", ["3000元 不在"]),
        ("inpatient", "起付线500元", "起付线500%", ["500% 不在"]),
        ("deadline", "出院后60天", "出院后60个月", ["60月 不在"]),
        ("deadline", "出院后60天", "出院后六个月", ["6月 不在"]),
        ("surplus", "50%", "5%", ["5% 不在"]),
        ("surplus", "2012年度", "2013年度", ["2013年 不在"]),
        ("surplus", "第二年接着", "第三年接着", ["3年 不在"]),
        ("inpatient", "## 住院报多少", "## 住院报70%", ["70% 不在"]),
        # figures of the rules
        ("premium", "pays: {个人: 60}", "pays: {个人: 61}", ["规则里的 61元 不在"]),
        ("premium", "year: 2012,", "year: 2013,", ["规则里的 2013年 不在"]),
        ("premium", "until: 2012-09-30", "until: 2012-09-29", ["规则里的 9月29日 不在"]),
        ("inpatient", "deductible: 500", "deductible: 501", ["规则里的 501元 不在"]),
        ("inpatient", "share: 45%", "share: 54%", ["规则里的 54% 不在"]),
        ("inpatient", "cap: 30000", "cap: 300000", ["规则里的 300000元 不在"]),
        ("students", "{points: 10,", "{points: 11,", ["规则里的 11% 不在", "里的 10% 不是它的数"]),
        ("students", "{times: 110%,", "{times: 120%,", ["规则里的 120% 不在", "1.1 不在", "里的 1.1 不是它的数"]),
        ("deadline", "within: 60", "within: 30", ["规则里的 30日 不在"]),
        ("deadline", "within: 60", "within: 60\nunit: 月", ["规则里的 60月 不在"]),
        ("deadline", "after: 出院", "after: 出院满5天", ["5日 不在"]),
        ("premium", "{inferred: 0, because: 个人不缴费}", "0", ["规则里的 0元 不在"]),
        # what a case tells that the source says, and what its sum starts from
        ("income", "says: 85920", "says: 85921", ["“一共收了多少”里的 85921 不在"]),
        ("income", "says: 8.592,", "says: 8.593,", ["“收了多少万元”里的 85930元 不在"]),
        ("income", "sum: 1432*60}", "sum: 1433*60}", ["“一共收了多少”里的 1433 不在"]),
        ("inpatient", "says: 45,", "says: 46,", ["“住院报百分之几”里的 46 不在"]),
        # sums
        ("income", "1432×60=85920", "1432×60=85921", ["算式不对:1432×60=85921", "85921 不在"]),
        ("income", "1432×60=85920", "1432×61=87352", ["61 不在", "87352 不在"]),
    ],
)
def test_what_the_original_does_not_give_is_named(
    clause: str, written: str, instead: str, words: list[str], held: Held
) -> None:
    problems = [one for one in held((written, instead)) if not any(words in one.message for words in HELD_ELSEWHERE)]
    assert {(one.file, one.line) for one in problems} == {("policies/county.md", line_of(clause))}
    messages = [one.message for one in problems]
    assert len(messages) == len(words), messages
    for message, word in zip(sorted(messages), sorted(words), strict=True):
        assert message.startswith(f"条款 {clause}:")
        assert word in message


TWO_SOURCES = ("part: 1}]", "part: 1}, {file: a.txt, part: 2}]")
IN_PART_1 = POLICY.replace("> 原文 ", "> 原文 第1篇 ")


def test_a_clause_of_one_source_may_say_what_another_source_says_too(held: Held) -> None:
    assert held(TWO_SOURCES, policy=IN_PART_1) == []


def test_a_locator_that_fits_two_sources_is_named(held: Held) -> None:
    both = ("> 原文 第1篇 首段", "> 原文 第1篇 首段\n> 原文 第2篇 首段")
    problems = held(TWO_SOURCES, both, layout="files: {}\n", original=ORIGINAL[1:], policy=IN_PART_1)
    assert {one.message for one in problems if "几篇" in one.message} == {"条款 basis:“首段”在几篇原文里都有"}


@pytest.mark.parametrize(
    ("changes", "policy", "words"),
    [
        ([TWO_SOURCES], POLICY, "条款 basis:有几篇来源,要写明在哪一篇(> 原文 第1篇 …)"),
        ([TWO_SOURCES, ("第1篇 首段", "第7篇 首段")], IN_PART_1, "条款 basis:来源里没有第7篇"),
        ([("part: 1}]", "part: 1}, {file: b.txt, part: 1}]")], IN_PART_1, "sources 里有两个同号的 part"),
    ],
)
def test_which_of_several_sources_a_clause_is_from_must_be_clear(
    changes: list[tuple[str, str]], policy: str, words: str, tmp_path: Path
) -> None:
    for written, instead in changes:
        policy = policy.replace(written, instead, 1)
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "county.md").write_text(policy, encoding="utf-8")
    shutil.copy(ROOT / "corpus" / "vocabulary.yaml", tmp_path)
    _, problems = inspect_corpus(tmp_path)
    assert words in "\n".join(one.message for one in problems)


AWAITED = ("part: 1}]", "part: 7, awaited: 原件还在档案室}]")
UNCOVERED = """files:
  a.txt:
    noise:
      - {part: 0, because: 导航}
      - {part: 1, because: 别的文件}
      - {part: 2, because: 别的文件}
"""


def test_an_original_that_is_awaited_is_no_mistake_but_asked_about(held: Held) -> None:
    assert held(AWAITED, layout=UNCOVERED) == []
    policy = read_policy(POLICY.replace(*AWAITED), "county.md", [])
    assert policy is not None
    assert [one.message for one in questions(policy)] == [
        "a.txt 第7篇还不在手边(原件还在档案室),依据它写的条款没有和原文核对过,什么时候能补上?"
    ]


def test_an_original_that_is_missing_and_not_awaited_is_named(held: Held) -> None:
    problems = held(("part: 1}]", "part: 7}]"), layout=UNCOVERED)
    assert "原文里没有 a.txt 第7篇" in {one.message for one in problems}


def test_an_awaited_original_that_has_come_is_named_and_compared(held: Held) -> None:
    problems = held(("part: 1}]", "part: 1, awaited: 原件还在档案室}]"), ("报45%", "报46%"))
    assert "a.txt 第1篇已经在手边了,请删掉 awaited,再和它核对" in {one.message for one in problems}
    assert any("46% 不在" in one.message for one in problems)


def test_a_new_policy_holds_and_is_asked_about(held: Held) -> None:
    fresh = template("county")
    assert held(layout=UNCOVERED, policy=fresh) == []
    policy = read_policy(fresh, "county.md", [])
    assert policy is not None
    assert [one.message for one in questions(policy) if "还不在手边" in one.message]


def test_a_year_of_the_front_matter_that_the_original_does_not_have_is_named(held: Held) -> None:
    problems = held(("year: 2012年", "year: 2011年"))
    assert str(problems[0]) == "policies/county.md:1: 文件头里的 2011年 不在原文里"


def test_a_note_that_quotes_the_original_can_give_a_figure(held: Held) -> None:
    change = ("起付线500元，", "起付线500元（每次），不到60岁的")
    assert [one.message for one in held(change)] == ["条款 inpatient:60岁 不在它的原文里"]


@pytest.mark.parametrize(("quoted", "count"), [("起付标准以上", 0), ("原文没有的话", 1)])
def test_only_a_note_that_quotes_the_original_gives_a_figure(quoted: str, count: int, held: Held) -> None:
    note = ("---\n## 依据", f'notes: ["“{quoted}”缺数字，按46%读"]\n---\n## 依据')
    problems = held(note, ("报45%", "报46%"))
    assert len([one for one in problems if "46% 不在它的原文里" in one.message]) == count


@pytest.mark.parametrize(("count", "problems"), [(2, 0), (4, 1)])
def test_how_many_items_a_list_has_follows_from_its_numbers(count: int, problems: int, held: Held) -> None:
    assert len(held(("对得上。", f"对得上，一共{count}项。"))) == problems  # (一) and (二)


def test_nineteen_characters_in_a_row_are_not_copied(held: Held) -> None:
    assert held(("出院后60天里申请", "从医院之后，应当在60日之内到医保局递交申请")) == []  # 院之后…申请: 19


def test_twenty_characters_in_a_row_are_copied_punctuation_aside(held: Held) -> None:
    (problem,) = held(("出院后60天里申请", "出院之后，应当在60日之内到医保局递交申请"))
    assert problem.line == line_of("deadline")
    assert problem.message == "条款 deadline:照抄了原文:“出院之后应当在60日之内到医保局递交申请”"


def test_copied_words_of_a_rule_are_named(held: Held) -> None:
    (problem,) = held(("after: 出院", "after: 出院\nlate: 到医保局递交申请,超过规定时间的一律不予受理"))
    assert "照抄了原文:“到医保局递交申请超过规定时间的一律不予受理”" in problem.message


def test_a_paragraph_without_a_clause_is_named_with_its_own_line(held: Held) -> None:
    problems = held(("> 原文 二(三)", "> 原文 二(二)"))
    left = [one for one in problems if one.file == "a.txt"]
    assert [one.line for one in left] == [19]
    assert "第1篇的这一段没有条款管,也没有写成噪声:“(三)出院之后" in left[0].message


def test_noise_that_is_not_named_is_a_paragraph_without_a_clause(held: Held) -> None:
    problems = held(layout="files: {}\n")
    assert [(one.file, one.line) for one in problems] == [("a.txt", 27)]  # the navigation has no sentence and no figure


def test_a_short_item_is_no_heading_unless_it_holds_more(held: Held) -> None:
    problems = held(original=ORIGINAL.replace("某县医保局", "三、不设个人账户"))
    assert [one.message.split("“")[1] for one in problems] == ["三、不设个人账户…”"]


def test_a_source_that_is_not_at_hand_is_named(held: Held) -> None:
    problems = held(("file: a.txt, part: 1", "file: b.txt, part: 1"))
    assert "policies/county.md:1: 原文里没有 b.txt 第1篇" in map(str, problems)


def test_a_part_that_does_not_repeat_the_other_is_named(held: Held) -> None:
    problems = held(
        ("part: 1}", "part: 1, same_as: [2]}"), layout=LAYOUT.replace("- {part: 2, because: 和第1篇的首段一样}", "")
    )
    assert [str(one) for one in problems] == ["policies/county.md:1: a.txt 第2篇和第1篇不一样"]


def test_where_the_originals_cannot_be_read_only_that_is_said(held: Held) -> None:
    problems = held(("每人60元", "每人61元"), layout="files: {a.txt: {begins: [没有]}}\n")
    assert [one.file for one in problems] == ["originals.yaml"]


def test_the_real_corpus_holds_against_its_originals(corpus: Corpus) -> None:
    if not SOURCES.is_dir():
        pytest.skip(f"the originals are not at hand ({SOURCES.name}; set MINGBAI_SOURCES to their folder)")
    assert [str(problem) for problem in hold(corpus, ROOT / "corpus", SOURCES)] == []


def test_check_prints_the_problems_and_fails(tmp_path: Path, held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    assert held(("每人60元", "每人61元"))
    monkeypatch.setenv("MINGBAI_CORPUS", str(tmp_path / "corpus"))
    result = CliRunner().invoke(app, ["check", "--sources", str(tmp_path / "originals")])
    assert result.exit_code == 1
    assert f"policies/county.md:{line_of('premium')}: 条款 premium:61元 不在它的原文里" in result.stderr
    assert "已和原文核对" in result.stdout


def test_check_names_a_fact_nobody_knows_and_goes_on(
    tmp_path: Path, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worked cases of such a policy cannot be computed; what else is wrong is still named."""
    held(("每人60元", "每人61元"))
    file = tmp_path / "corpus" / "policies" / "county.md"
    file.write_text(file.read_text(encoding="utf-8").replace("when: {insured: 成人}", "when: {shoe_size: 大}"), "utf-8")
    monkeypatch.setenv("MINGBAI_CORPUS", str(tmp_path / "corpus"))
    result = CliRunner().invoke(app, ["check", "--sources", str(tmp_path / "originals")])
    assert result.exit_code == 1
    assert "词汇表里没有事实“shoe_size”" in result.stderr
    assert "61元 不在它的原文里" in result.stderr


def test_check_without_sources_says_that_it_skipped_them(
    tmp_path: Path, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(("每人60元", "每人61元"))
    monkeypatch.setenv("MINGBAI_CORPUS", str(tmp_path / "corpus"))
    result = CliRunner().invoke(app, ["check"])
    assert "跳过和原文的核对" in result.stdout
    assert "不在它的原文里" not in result.output
