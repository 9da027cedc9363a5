"""Figures that stand in the original, but in the wrong place: a row that does not add up, another year's amount."""

import pytest

from mingbai.audit.prose import slips_of_prose
from mingbai.corpus.reader import read_policy

from .conftest import POLICY, Held

ROW = "低保的学生：45元、21元、14元（补助一共80元），自己不交，合计80元"
YEARS = "居民2012年每人60元，2013年交90元"
RULE = """premium: 个人缴费
groups:
  - {who: 居民, year: 2012, pays: {个人: 60}}
  - {who: 居民, year: 2013, pays: {个人: 40, 县财政: 50}}"""


def slips(words: str) -> list[str]:
    text = POLICY.split("## 依据")[0] + f"## 交多少 {{#premium}}\n> 原文 一\n\n{words}。\n\n```rule\n{RULE}\n```\n"
    policy = read_policy(text, "county.md", [])
    assert policy is not None
    return list(slips_of_prose(policy.clauses[0]))


@pytest.mark.parametrize(
    "words", [ROW, ROW.replace("（补助一共80元）", "，补助一共80元"), YEARS, "2012年交60元，合计60元"]
)
def test_a_row_that_adds_up_and_an_amount_of_its_year_hold(words: str) -> None:
    assert slips(words) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (ROW.replace("14元", "21元"), "45+21+21 加起来不是合计的 80元"),
        (ROW.replace("合计80", "合计81"), "45+21+14 加起来不是合计的 81元"),
        (YEARS.replace("60", "90"), "“2012年每人90元”和下面规则里那一年的数对不上"),
        (YEARS.replace("2013", "2012"), "“2012年交90元”和下面规则里那一年的数对不上"),
        ("2013年：成年人每人每年60元", "“2013年：成年人每人每年60元”和下面规则里那一年的数对不上"),
    ],
)
def test_what_stands_in_the_wrong_place_is_named(words: str, said: str) -> None:
    assert slips(words) == [said]


def test_it_is_named_with_its_clause(held: Held) -> None:
    messages = [one.message for one in held(("每人60元，", "每人60元，也就是2012年60元、60元，合计60元。"))]
    assert "条款 premium:60+60+60 加起来不是合计的 60元" in messages
