"""Worked cases of the further kinds of rule as the reader takes them: the form by the rule above, mistakes by line."""

from datetime import date
from decimal import Decimal

import pytest

from mingbai.corpus.cases import CASES, DeadlineCase, PremiumCase, ToldCase
from mingbai.corpus.kinds import KINDS
from mingbai.corpus.models import Clause
from mingbai.corpus.problems import Problem
from mingbai.corpus.reader import read_policy
from tests.inline import FRONT

HEAD = (
    FRONT
    + """## 第1条 {#c1}
> 原文 1

如下。

"""
)
DEADLINE = "deadline: 报销\nwithin: 60\nafter: 出院"
PREMIUM = "premium: 缴费\ngroups:\n  - {who: 居民, pays: {个人: 60}}"
LATE_FEE = "late_fee: 滞纳金\nrate: 2‰\nper: 日\nof: 欠款"
SHARE = "estimate: 住院\nsteps:\n  - share: 50%"


def read(*blocks: tuple[str, str]) -> tuple[Clause | None, list[Problem]]:
    text = HEAD + "\n".join(f"```{kind}\n{block}\n```\n" for kind, block in blocks)
    problems: list[Problem] = []
    policy = read_policy(text, "inline.md", problems)
    return policy and policy.clauses[0], problems


def clause(*blocks: tuple[str, str]) -> Clause:
    found, problems = read(*blocks)
    assert found is not None, problems
    return found


def mistakes(rule: str, case: str) -> list[tuple[int, str]]:
    """The problems of one case under a rule, with their lines."""
    _, problems = read(("rule", rule), ("cases", case))
    return [(problem.line, problem.message) for problem in problems]


def test_every_kind_has_a_form_of_case() -> None:
    assert CASES.keys() == KINDS.keys()


def test_a_block_of_cases_belongs_to_the_rule_above_it() -> None:
    found = clause(
        ("rule", DEADLINE),
        ("cases", "- {on: 2013-01-31, until: 2013-04-01, sum: 28+31+1}"),
        ("rule", SHARE),
        ("cases", "- {given: {care: 住院, cost: 300}, pays: 150.00, sum: 300*50%}"),
        ("rule", PREMIUM),
        ("cases", "- {pays: {个人: 60}, sum: 60}\n- {people: 2, pays: {个人: 120}, sum: {个人: 2*60}}"),
    )
    deadline, premium = found.worked
    assert deadline.rule is found.rules[0]
    assert premium.rule is found.rules[2]
    assert deadline.cases == (DeadlineCase(on=date(2013, 1, 31), until=date(2013, 4, 1), sum="28+31+1"),)
    assert premium.cases[1] == PremiumCase(people=Decimal(2), pays={"个人": Decimal(120)}, sum={"个人": "2*60"})
    assert [case.given for case in found.cases] == [{"care": "住院", "cost": Decimal(300)}]
    assert found.case_count == 4


def test_what_the_source_tells_stands_in_any_block() -> None:
    told = "- {tells: 收款, says: 114560, sum: 1432*80}"
    for blocks in ((("cases", told),), (("rule", PREMIUM), ("cases", told)), (("rule", SHARE), ("cases", told))):
        found = clause(*blocks)
        assert found.told == (ToldCase(tells="收款", says=Decimal(114560), sum="1432*80"),)
        assert found.case_count == 1


# The rule begins on line 17; with three lines of it the first case stands on line 23.
def test_an_unknown_key_is_told_on_its_line() -> None:
    [(line, message)] = mistakes(
        DEADLINE, "- {on: 2013-01-31, until: 2013-04-01}\n- {on: 2013-01-31, last: 2013-04-01}"
    )
    assert line == 24
    assert message.startswith("不认识的键“last”;可以写的有:done、extended、from、given、late、")


def test_the_key_of_another_kind_is_unknown() -> None:
    assert "不认识的键“until”" in mistakes(PREMIUM, "- {until: 2013-04-01, none: true}")[0][1]
    assert "不认识的键“given”" in mistakes(LATE_FEE, "- {given: {}, owed: 1, days: 1, fee: 0, sum: 0}")[0][1]


@pytest.mark.parametrize(
    ("rule", "case", "words"),
    [
        (DEADLINE, "{until: 2013-04-01}", "缺少“on”"),
        (DEADLINE, "{on: 2013-01-31}", "只写一种:until、none、unknown"),
        (DEADLINE, "{on: 2013-01-31, until: 2013-04-01, unknown: true}", "只写一种:until、none、unknown"),
        (DEADLINE, "{on: 2013-01-31, until: 2013-04-01, late: true}", "done(哪天办的)和 late(晚没晚)要一起写"),
        (DEADLINE, "{on: 1月31日, until: 2013-04-01}", "on:要写成 2013-01-31 这样的日期"),
        ("window: 参保\nuntil: 2013-01-31", "{on: 2013-01-31}", "只写一种:open、none、unknown"),
        ("window: 参保\nuntil: 2013-01-31", "{on: 2013-01-31, open: 开}", "open:只能写 true 或 false"),
        ("waiting: 等待\nwithin: 90\nafter: 缴费", "{on: 2013-01-31}", "只写一种:from、none、unknown"),
        ("retroactive: 追溯\nmonths: 6", "{on: 2013-01-31}", "缺少“from”"),
        (PREMIUM, "{year: 2009}", "只写一种:pays、asks、none"),
        (PREMIUM, "{pays: {个人: 六十}, sum: 60}", "这里要写一个数,或“说不准”;写的是 六十"),
        (LATE_FEE, "{owed: 1, fee: 0, sum: 0}", "days 或 months"),
        (LATE_FEE, "{owed: 1, days: 1, due: 2013-01-31, fee: 0, sum: 0}", "due(哪天起欠)"),
        ("advance: 预付\nabove: 20000", "{outlay: 20000}", "只写一种:applies、unknown"),
        ("documents: 报销\nitems: [发票]", "{}", "带了什么 brings、还缺什么 lacks"),
        ("documents: 报销\nitems: [发票]", "{none: true, brings: [发票]}", "不适用的只写 none: true"),
        ("documents: 报销\nitems: [发票]", "{brings: [{item: 发票, number: 2}]}", "不认识的键“number”"),
        ("excludes: 不报的\nitems: [工伤]", "{says: 工伤, listed: 工伤, answer: 否}", "answer:只能写 '能'、'不能'"),
        ("pays_when: 待遇\nconditions: [参保]", "{met: [参保]}", "缺少“entitled”"),
        (PREMIUM, "{tells: 收款, sum: 1*1}", "says(原文说的数)或 comes_to(算出来的数)"),
        (PREMIUM, "{tells: 收款, says: 2, comes_to: 2, sum: 1*2}", "comes_to 只在和原文说的不一样"),
        (PREMIUM, "{tells: 收款, says: 3, comes_to: 2, sum: 1*2}", "要用 why 写明"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_case(rule: str, case: str, words: str) -> None:
    [(line, message)] = mistakes(rule, f"- {case}")
    assert words in message
    assert line == 17 + len(rule.splitlines()) + 3


def test_shares_are_written_where_there_is_something_to_share() -> None:
    sharing = "sharing: 分担\nbetween: [97%, 103%]\nsurplus: [{party: 甲, rest: true}]\nloss: [{party: 甲, rest: true}]"
    for case in ("result: 盈余", "result: 不分, shares: {甲: 1}, sum: 1"):
        [(_, message)] = mistakes(sharing, f"- {{premium: 100, cost: 90, {case}}}")
        assert "盈余、亏损要写 shares" in message


def test_the_cases_of_a_rule_with_a_mistake_are_left_alone() -> None:
    [(_, message)] = mistakes("deadline: 报销\nwithin: 60", "- {on: 2013-01-31, until: 2013-04-01}")
    assert "deadline 要写 after" in message
