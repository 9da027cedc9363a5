"""What a tally counts: doubts wherever they stand in a rule, and worked cases of every kind."""

import pytest

from mingbai.corpus.tally import Tally
from tests.rules.inline import policy_of


@pytest.mark.parametrize(
    ("rule", "lost", "bounds", "readings", "inferred"),
    [
        ("premium: 缴费\ngroups:\n  - {who: 居民, pays: {个人: {lost: 原文缺数}, 财政: {at_least: 120}}}", 1, 1, 0, 0),
        ("premium: 缴费\ngroups:\n  - {who: 居民, pays: {个人: {inferred: 0, because: 原文说不交}}}", 0, 0, 0, 1),
        ("documents: 报销\nitems:\n  - 发票\n  - {lost: 原文缺第3项}", 1, 0, 0, 0),
        ("excludes: 不报的\nitems:\n  - 工伤\n  - {lost: 原文缺第3项}", 1, 0, 0, 0),
        ("window: 申请\nfrom: {readings: [{value: 2016-10-10, says: 甲}, {value: 2016-10-11, says: 乙}]}", 0, 0, 1, 0),
        ("deadline: 审批\nwithin: {lost: 原文缺天数}\nafter: 申请", 1, 0, 0, 0),
        ("estimate: 住院\nsteps:\n  - share: {by: plan, 一档: {lost: 原文缺数}, 二档: {at_most: 60%}}", 1, 1, 0, 0),
        ("estimate: 住院\nsteps:\n  - share: {dated: {2013-01-01: {lost: 原文缺数}, 2014-01-01: 50%}}", 1, 0, 0, 0),
    ],
)
def test_doubts_are_counted_wherever_they_stand(
    rule: str, lost: int, bounds: int, readings: int, inferred: int
) -> None:
    tally = Tally.of(policy_of(rule))
    assert (tally.lost, tally.bounds, tally.readings, tally.inferred) == (lost, bounds, readings, inferred)


def test_cases_of_every_kind_are_counted() -> None:
    cases = (
        "- {pays: {个人: 60}, sum: 60}\n- {people: 2, pays: {个人: 120}, sum: 2*60}\n- {tells: 收款, says: 6, sum: 2*3}"
    )
    rule = "premium: 缴费\ngroups:\n  - {who: 居民, pays: {个人: 60}}"
    assert Tally.of(policy_of(rule, cases=cases)).cases == 3
