"""The further kinds of rule: each form the reader takes, and one test per mistake, with the words of its message."""

from datetime import date
from decimal import Decimal

import pytest

from mingbai.corpus.kinds import (
    KINDS,
    AdvanceRule,
    CoversRule,
    DeadlineRule,
    DocumentsRule,
    FurtherRule,
    PremiumRule,
    RetroactiveRule,
    SharingRule,
    WaitingRule,
    WindowRule,
)
from mingbai.corpus.kinds.dates import MonthDay
from mingbai.corpus.kinds.lists import LostItem
from mingbai.corpus.kinds_audit import audit_kinds
from mingbai.corpus.problems import Problem
from mingbai.corpus.reader import read_policy
from mingbai.corpus.values import AtMost, Inferred, Lost
from tests.inline import FRONT, VOCABULARY

_HEAD = (
    FRONT
    + """## 条款 {#clause}
> 原文 一

如下。

```rule
"""
)
FIRST_LINE = _HEAD.count("\n") + 1
"""The line of the file on which the rule begins."""


def problems_of(rule: str) -> list[Problem]:
    problems: list[Problem] = []
    policy = read_policy(f"{_HEAD}{rule}\n```\n", "inline.md", problems)
    return problems if policy is None else list(audit_kinds(policy, VOCABULARY))


def rule_of(rule: str) -> FurtherRule:
    problems: list[Problem] = []
    policy = read_policy(f"{_HEAD}{rule}\n```\n", "inline.md", problems)
    assert policy is not None, problems
    assert list(audit_kinds(policy, VOCABULARY)) == []
    found = policy.clauses[0].rules[0]
    assert isinstance(found, FurtherRule)
    return found


SURPLUS = "surplus: [{party: 甲, share: 50%, at_most: 4%}, {party: 乙, rest: true}]"
LOSS = "loss: [{party: 甲, share: 50%}, {party: 乙, share: 50%}]"
GROUP = "{who: 成人, when: {insured: 成人}, pays: {个人: 85}}"

READ = {
    "premium": f"premium: 缴费\ngroups: [{GROUP}]",
    "premium_base": "premium: 缴费\ngroups: [{who: 单位, pays: {单位: 6%}, of: 平均工资}]",
    "late_fee": "late_fee: 滞纳金\nrate: 2‰\nper: 日\nof: 欠缴金额",
    "sharing": f"sharing: 分担\nbetween: [97%, 103%]\n{SURPLUS}\n{LOSS}",
    "advance": "advance: 预付\nabove: 20000",
    "deadline": "deadline: 报销\nwithin: 60\nafter: 出院",
    "window": "window: 缴费\nfrom: 2012-09-01\nuntil: 2012-12-20",
    "waiting": "waiting: 等待\nwithin: 90\nafter: 缴清",
    "retroactive": "retroactive: 追溯\nmonths: 6",
    "documents": "documents: 报销\nitems: [发票]",
    "covers": "covers: 管的\nitems: [住院]",
    "excludes": "excludes: 不管的\nitems: [工伤]",
    "pays_when": "pays_when: 先诊疗后付费\nconditions: [参保]",
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_name_and_reads(kind: str) -> None:
    first_line = READ[kind].split("\n")[0]
    assert rule_of(READ[kind]).name == first_line.split(": ")[1]


def test_the_same_words_for_every_kind() -> None:
    rule = rule_of(f"{READ['deadline']}\nwhen: {{care_place: 外地}}\nsays: [报账]\nnote: 说明")
    assert (rule.when, rule.says, rule.note) == ({"care_place": ("外地",)}, ("报账",), "说明")


def test_a_premium_row() -> None:
    rule = rule_of("premium: 缴费\ngroups:\n  - {who: 学生, year: 2008, pays: {个人: 10, 中央财政: 70}, total: 80}")
    assert isinstance(rule, PremiumRule)
    assert (rule.per, rule.groups[0].pays["中央财政"], rule.groups[0].total) == ("年", Decimal(70), Decimal(80))


def test_a_doubtful_part_of_a_premium_leaves_the_total_unchecked() -> None:
    rule_of("premium: 缴费\ngroups: [{who: 学生, pays: {个人: 10, 省: {lost: 数字缺失}}, total: 80}]")
    rule_of("premium: 缴费\ngroups: [{who: 学生, pays: {个人: 10, 省: {inferred: 70, because: 差额}}, total: 80}]")


def test_a_document_with_a_lost_item_and_plain_words() -> None:
    rule = rule_of(
        "documents: 报销\nitems:\n  - {item: 发票, form: 原件, copies: 2, if: 转院的}\n  - 病历\n  - {lost: 缺第3项}"
    )
    assert isinstance(rule, DocumentsRule)
    first, second, third = rule.items
    assert not isinstance(first, LostItem)
    assert (first.copies, first.if_) == (Decimal(2), "转院的")
    assert not isinstance(second, LostItem)
    assert second.item == "病历"
    assert third == LostItem(lost="缺第3项")


def test_a_deadline_may_be_lost_or_inferred() -> None:
    lost = rule_of("deadline: 报销\nwithin: {lost: 天数缺失}\nafter: 出院")
    assert isinstance(lost, DeadlineRule)
    assert lost.within == Lost(lost="天数缺失")
    inferred = rule_of("deadline: 报销\nwithin: {inferred: 30, because: 一个月}\nbefore: 出院")
    assert isinstance(inferred, DeadlineRule)
    assert inferred.within == Inferred(inferred=Decimal(30), because="一个月")


def test_windows_of_every_year_and_month() -> None:
    yearly = rule_of('window: 缴费\nevery: year\nfrom: "09-01"\nuntil: "02-29"')
    assert isinstance(yearly, WindowRule)
    assert (yearly.from_, yearly.until) == (MonthDay(month=9, day=1), MonthDay(month=2, day=29))
    monthly = rule_of("window: 缴费\nevery: month\nuntil: 15")
    assert isinstance(monthly, WindowRule)
    assert (monthly.from_, monthly.until) == (None, Decimal(15))


def test_waiting_until_a_day_or_in_words() -> None:
    waits = [rule_of(f"{READ['waiting']}\nuntil: {until}") for until in ('"12-31"', "当年年底")]
    assert [one.until for one in waits if isinstance(one, WaitingRule)] == [MonthDay(month=12, day=31), "当年年底"]


def test_retroactive_to_a_date() -> None:
    rule = rule_of("retroactive: 补缴\nnot_before: 1998-07-01")
    assert isinstance(rule, RetroactiveRule)
    assert rule.not_before == date(1998, 7, 1)


def test_a_bounded_share_of_an_advance() -> None:
    rule = rule_of("advance: 管理费\nshare: {at_most: 4.5%}\nof: 保费")
    assert isinstance(rule, AdvanceRule)
    assert isinstance(rule.share, AtMost)


def test_sharing_and_a_closed_list() -> None:
    assert isinstance(rule_of(READ["sharing"]), SharingRule)
    rule = rule_of("covers: 病种\nof: 病种\nclosed: true\nitems: [肺癌]")
    assert isinstance(rule, CoversRule)
    assert rule.closed


MISTAKES = {
    "premium without groups": ("premium: 缴费\ngroups: []", 1, "groups:至少要有1项"),
    "premium that does not add up": (
        "premium: 缴费\ngroups:\n  - {who: 学生, pays: {个人: 10, 财政: 69}, total: 80}",
        2,
        "各方缴费加起来是 79,total 写的是 80",
    ),
    "premium in percent without a base": (
        "premium: 缴费\ngroups:\n  - {who: 单位, pays: {单位: 6%}}",
        2,
        "金额要写成不带百分号",
    ),
    "premium in yuan of a base": (
        "premium: 缴费\ngroups:\n  - {who: 单位, pays: {单位: 6}, of: 平均工资}",
        2,
        "比例要写成 0% 到 100%",
    ),
    "premium total in the wrong unit": (
        "premium: 缴费\ngroups:\n  - {who: 单位, pays: {单位: 50%, 个人: 50%}, of: 48, total: 48}",
        2,
        "total 的单位要和 pays 一样",
    ),
    "premium in a table": (
        "premium: 缴费\ngroups:\n  - {who: 学生, pays: {个人: {by: plan, 一档: 60, 二档: 150}}}",
        2,
        "pays 里不能写 by 表",
    ),
    "premium year that is none": (
        "premium: 缴费\ngroups:\n  - {who: 学生, year: 208, pays: {个人: 10}}",
        2,
        "year要写成不小于 1900 的整数",
    ),
    "premium unknown period": (f"premium: 缴费\nper: 周\ngroups: [{GROUP}]", 1, "per:只能写"),
    "premium row twice": (
        "premium: 缴费\ngroups: [{who: 成人, pays: {个人: 85}}, {who: 成人, pays: {个人: 90}}]",
        None,
        "“成人”写了两次",
    ),
    "premium rows that one person may meet together": (
        f"premium: 缴费\ngroups: [{GROUP}, {{who: 低保, when: {{hardship: 低保}}, pays: {{个人: 45}}}}]",
        None,
        "“成人”和“低保”可能同时适用",
    ),
    "premium unknown fact": (
        "premium: 缴费\ngroups: [{who: 甲, when: {colour: 红}, pays: {个人: 85}}]",
        None,
        "词汇表里没有事实“colour”",
    ),
    "premium unknown choice": (
        "premium: 缴费\ngroups: [{who: 甲, when: {insured: 红}, pays: {个人: 85}}]",
        None,
        "“insured”没有“红”这一项",
    ),
    "premium base without a premium": (
        "premium_base: 基数\nof: 平均工资\nown: 本企业平均工资\nbelow: 90%\nuse: 90%",
        None,
        "没有一项 premium 的 of 是“平均工资”",
    ),
    "premium base without percent": (
        "premium_base: 基数\nof: 甲\nown: 乙\nbelow: 90\nuse: 90%",
        0,
        "比例要写成 0% 到 100%",
    ),
    "late fee without percent": ("late_fee: 滞纳金\nrate: 2\nper: 日\nof: 欠缴金额", 0, "比例要写成"),
    "late fee without base": ("late_fee: 滞纳金\nrate: 2‰\nper: 日", 0, "缺少“of”"),
    "sharing upside down": (f"sharing: 分担\nbetween: [103%, 97%]\n{SURPLUS}\n{LOSS}", 0, "between 要写成从小到大"),
    "sharing that is not whole": (
        f"sharing: 分担\nbetween: [97%, 103%]\n{SURPLUS}\nloss: [{{party: 甲, share: 50%}}]",
        0,
        "loss 的份额加起来要是 100%,或只有一方写 rest: true;现在加起来是 50%",
    ),
    "sharing ceiling without rest": (
        f"sharing: 分担\nbetween: [97%, 103%]\nsurplus: [{{party: 甲, share: 100%, at_most: 4%}}]\n{LOSS}",
        0,
        "surplus 里有 at_most 时,要有一方写 rest: true",
    ),
    "sharing party without a share": (
        f"sharing: 分担\nbetween: [97%, 103%]\n{SURPLUS}\nloss: [{{party: 甲}}]",
        3,
        "每一方写 share(几成)或 rest: true",
    ),
    "advance of nothing": ("advance: 预付", 0, "advance 要写 above、share 中至少一个"),
    "advance above a percentage": ("advance: 预付\nabove: 20%", 0, "金额要写成不带百分号"),
    "advance share of nothing": ("advance: 预付\nshare: 95%", 0, "share 要和 of 一起写"),
    "deadline without event": ("deadline: 报销\nwithin: 60", 0, "deadline 要写 after"),
    "deadline of two events": ("deadline: 报销\nwithin: 60\nafter: 甲\nbefore: 乙", 0, "deadline 要写 after"),
    "deadline unknown unit": ("deadline: 报销\nwithin: 60\nunit: 天\nafter: 出院", 2, "unit:只能写"),
    "deadline of half a day": ("deadline: 报销\nwithin: 1.5\nafter: 出院", 0, "within要写成不小于 1 的整数,写的是 1.5"),
    "deadline in words": ("deadline: 报销\nwithin: 六十\nafter: 出院", 1, "这里要写一个整数、lost 或 inferred"),
    "deadline first day": ("deadline: 报销\nwithin: 60\nafter: 出院\nfrom_day: 2", 0, "from_day 写 0"),
    "deadline before that starts": (
        "deadline: 报销\nwithin: 60\nbefore: 出院\nstarts: 28",
        0,
        "starts 和 extend 只能和 after 一起写",
    ),
    "deadline starts at nothing": ("deadline: 报销\nwithin: 60\nafter: 甲\nstarts: 0", 0, "starts要写成不小于 1"),
    "deadline prolonged by nothing": (
        "deadline: 报销\nwithin: 60\nafter: 甲\nextend: {within: 0, if: 特殊}",
        0,
        "extend.within要写成不小于 1",
    ),
    "window without ends": ("window: 缴费", 0, "window 要写 from、until 中至少一个"),
    "window upside down": ("window: 缴费\nfrom: 2012-12-20\nuntil: 2012-09-01", 0, "from 不能晚于 until"),
    "window of a month upside down": ("window: 缴费\nevery: month\nfrom: 30\nuntil: 20", 0, "from 不能晚于 until"),
    "window once without a year": ('window: 缴费\nfrom: "09-01"', 0, "只开一次的 window 要写完整日期"),
    "window of every year with a year": (
        "window: 缴费\nevery: year\nfrom: 2012-09-01",
        0,
        'every: year 的起止要写成 "09-01"',
    ),
    "window of every month with a date": (
        'window: 缴费\nevery: month\nfrom: "09-01"',
        0,
        "every: month 的起止要写成几号",
    ),
    "window on the 32nd": ("window: 缴费\nevery: month\nuntil: 32", 0, "every: month 的起止要写成几号"),
    "window on no day": ('window: 缴费\nevery: year\nuntil: "02-30"', 2, "没有这一天:02-30"),
    "window in words": ("window: 缴费\nfrom: 九月", 1, "这里要写日期"),
    "window exception of a single window": (
        'window: 缴费\nfrom: 2012-09-01\nexceptions: [{year: 2009, until: "11-20"}]',
        0,
        "exceptions 只能和 every: year 一起写",
    ),
    "window exception twice": (
        'window: 缴费\nevery: year\nuntil: "01-31"\n'
        'exceptions: [{year: 2011, until: "05-31"}, {year: 2011, until: "06-30"}]',
        None,
        "“2011”写了两次",
    ),
    "waiting for no event": ("waiting: 等待\nwithin: 90", 0, "缺少“after”"),
    "waiting for nothing": ("waiting: 等待\nwithin: 0\nafter: 缴清", 0, "within要写成不小于 1"),
    "waiting none for an unknown": (
        "waiting: 等待\nwithin: 90\nafter: 缴清\nnone_for: {insured: 教授}",
        None,
        "“insured”没有“教授”这一项",
    ),
    "retroactive to nowhere": ("retroactive: 追溯", 0, "retroactive 要写 months、not_before 中至少一个"),
    "retroactive by no months": ("retroactive: 追溯\nmonths: 0", 0, "months要写成不小于 1"),
    "retroactive to a number": ("retroactive: 追溯\nnot_before: 4", 0, "not_before 要写成日期"),
    "documents of nothing": ("documents: 报销\nitems: []", 1, "items:至少要有1项"),
    "documents in half": ("documents: 报销\nitems:\n  - {item: 发票, copies: 0.5}", 2, "copies要写成不小于 1 的整数"),
    "documents in an unknown form": ("documents: 报销\nitems:\n  - {item: 发票, form: 传真}", 2, "只能写"),
    "documents with an unknown key": (
        "documents: 报销\nitems:\n  - {item: 发票, copy: 1}",
        2,
        "不认识的键“copy”;可以写的有:copies、form、if、item、note、says、stamp、unit、when",
    ),
    "documents twice": ("documents: 报销\nitems: [发票, 发票]", None, "“发票”写了两次"),
    "covers of nothing": ("covers: 管的\nitems: []", 1, "items:至少要有1项"),
    "covers closed without a subject": (
        "covers: 病\nclosed: true\nitems: [肺癌]",
        0,
        "closed: true(不在表里就不算)要用 of",
    ),
    "covers twice": ("covers: 病\nitems: [肺癌, 肺癌]", None, "“肺癌”写了两次"),
    "excludes words of no exception": (
        "excludes: 不管\nitems:\n  - {item: 工伤, unless_says: [抢救]}",
        2,
        "unless_says 要和 unless 一起写",
    ),
    "pays_when without conditions": ("pays_when: 先诊疗\nconditions: []", 1, "conditions:至少要有1项"),
    "an unknown key": ("deadline: 报销\nwithin: 60\nafter: 出院\nlatest: 5", 3, "不认识的键“latest”"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_line(mistake: str) -> None:
    """`None` as the line: found in the whole clause, at its heading."""
    rule, offset, words = MISTAKES[mistake]
    (problem,) = problems_of(rule)
    assert words in problem.message
    assert problem.line == (FIRST_LINE - 6 if offset is None else FIRST_LINE + offset)
