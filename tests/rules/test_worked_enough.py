"""Which rules have too few worked cases."""

import pytest

from mingbai.rules.worked import check_worked_cases
from mingbai.rules.worked.enough import too_few
from tests.rules.inline import VOCABULARY, policy_of, steps


def few(cases: list[str], *rules: str) -> list[str]:
    lines = "\n".join(f"- {{{case}}}" for case in cases)
    return [problem.message for problem in too_few(policy_of(*rules, cases=lines), VOCABULARY)]


DEADLINE = "deadline: 报销\nwithin: 60\nafter: 出院"
DATES = ["on: 2013-01-31, until: 2013-04-01, sum: 60*1"] * 3
PREMIUM = (
    "premium: 缴费\ngroups:\n"
    "  - {who: 居民, year: 2008, pays: {个人: 60}}\n  - {who: 居民, year: 2009, pays: {个人: 70}}"
)


def test_three_are_enough_and_two_are_not() -> None:
    assert few(DATES, DEADLINE) == []
    assert few(DATES[:2], DEADLINE) == ["条款 c1:“报销”只有 2 个算例,至少要 3 个,界线两边都要有"]


def test_each_rule_counts_its_own() -> None:
    assert few(DATES, DEADLINE, DEADLINE) == ["条款 c2:“报销”只有 0 个算例,至少要 3 个,界线两边都要有"]


def test_of_a_lost_figure_one_is_enough() -> None:
    lost = DEADLINE.replace("60", "{lost: 原文缺天数}")
    assert few(["on: 2013-01-31, unknown: true"], lost) == []
    assert len(few([], lost)) == 1


@pytest.mark.parametrize(
    ("rule", "cases"),
    [
        ("pays_when: 待遇\nconditions: [参保]", ["met: [参保], entitled: true", "lacks: [参保], entitled: false"]),
        ("documents: 报销\nitems: [发票]", ["brings: [发票]", "lacks: [发票]"]),
    ],
)
def test_where_only_two_can_differ_two_are_enough(rule: str, cases: list[str]) -> None:
    assert few(cases, rule) == []
    assert len(few(cases[:1], rule)) == 1


def test_every_row_of_a_premium_needs_one() -> None:
    row = "year: 2008, pays: {个人: 60}, sum: 60*1"
    assert few([row, row, row], PREMIUM) == ["条款 c1:“缴费”里“居民 2009年”这一行没有算例"]
    assert few([row, row, row.replace("2008", "2009")], PREMIUM) == []
    assert few([row, row, "year: 2009, none: true"], PREMIUM) != []


def test_every_entry_of_a_list_needs_one_and_one_case_may_touch_several() -> None:
    rule = "excludes: 不报的\nitems:\n  - 工伤\n  - 车祸\n  - {lost: 原文缺第3项}"
    none = "says: 感冒, listed: false, answer: 没说"
    assert few(["says: 工伤, listed: 工伤, answer: 不能", none, none], rule) == [
        "条款 c1:“不报的”里“车祸”这一项没有算例"
    ]
    assert few(["says: 工伤和车祸, listed: [工伤, 车祸], answer: 不能", none, none], rule) == []


STAY = "given: {care: 住院, cost: 300}, pays: 150.00, sum: 300*50%"


def test_an_estimate_counts_the_cases_of_its_care() -> None:
    rule = steps("  - share: 50%")
    assert few([STAY] * 3, rule) == []
    other = STAY.replace("住院", "普通门诊")
    assert few([STAY, STAY, other], rule) == ["条款 c1:“住院”只有 2 个算例,至少要 3 个,界线两边都要有"]


def test_an_adjustment_counts_the_cases_that_meet_it_what_is_assumed_considered() -> None:
    rule = steps("  - share: 50%", assumes="{fact: insured, value: 学生}")
    student = "adjusts: c1\nwhen: {insured: 学生}\nshare: {points: 10}"
    adult = "given: {care: 住院, insured: 成人, cost: 300}, pays: 150.00, sum: 300*50%"
    assert few([STAY] * 3, rule, student) == []
    assert few([adult] * 3, rule, student) == ["条款 c2:“adjusts: c1”只有 0 个算例,至少要 3 个,界线两边都要有"]


def test_the_check_tells_of_both() -> None:
    policy = policy_of(DEADLINE, cases=f"- {{{DATES[0].replace('04-01', '04-02')}}}")
    messages = [problem.message for problem in check_worked_cases(policy, VOCABULARY)]
    assert [message.split(":")[0] for message in messages] == [
        "条款 c1“报销”第1个算例",
        "条款 c1“报销”第1个算例",
        "条款 c1",
    ]


def test_a_case_that_cannot_be_read_counts_for_no_row() -> None:
    wrong = "given: {plan: 九档}, pays: {个人: 60}"
    assert any("这一行没有算例" in one for one in few([wrong] * 3, PREMIUM))
