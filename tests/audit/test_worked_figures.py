"""Figures of a worked case that change nothing in its result, and are seen all the same."""

import pytest

from mingbai.audit.worked_figures import strange_figures
from mingbai.corpus.reader import read_policy

from .conftest import POLICY

CASES = "- {given: {care: 住院, cost: 1500}, pays: 450.00, sum: (1500-500)*45%}\n"
CAPPED = '- {given: {care: 住院, cost: 100000}, pays: 30000.00, sum: "min((100000-500)*45%, 30000)"}\n'
BANDED = '- {given: {care: 住院, cost: 100000}, pays: 30000.00, sum: "min(500*0%+99500*45%, 30000)"}\n'
NOTHING = "- {given: {care: 住院, cost: 500}, pays: 0.00, sum: (500-500)*45%}\n"


def said(cases: str) -> list[str]:
    policy = read_policy(POLICY.replace(CASES, CASES + cases, 1), "county.md", [])
    assert policy is not None
    return [message for _, message in strange_figures(policy)]


# 99500 = 100000 − 500 is the width of a band
@pytest.mark.parametrize("cases", ["", CAPPED, BANDED, NOTHING])
def test_sums_of_the_figures_of_case_and_rule_hold(cases: str) -> None:
    assert said(cases) == []


@pytest.mark.parametrize(
    ("cases", "written", "instead", "named"),
    [
        (CAPPED, "(100000-", "(100010-", "没有用到 100000"),  # above the cap either way
        (CAPPED, "cost: 100000", "cost: 100020", "没有用到 100020"),
        (CAPPED, "*45%", "*46%", "里的 46% 不是算例和条款里的数"),
        (CAPPED, "*45%", "*30000%", "里的 30000% 不是算例和条款里的数"),  # an amount is no share
        (NOTHING, "*45%", "*54%", "里的 54% 不是算例和条款里的数"),
    ],
)
def test_a_figure_that_neither_gives_is_named(cases: str, written: str, instead: str, named: str) -> None:
    assert any(named in message for message in said(cases.replace(written, instead, 1)))
