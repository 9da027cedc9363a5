"""A place within that of a rule which does not reach it yet is told what the rule says of it, and no sum."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.library import Library
from mingbai.assistant.moves import Call, Say
from mingbai.assistant.planning.plan import Planner
from mingbai.assistant.toolbox import Toolbox

GUANGXI = "guangxi-catastrophic-pilot-2013"


@pytest.fixture
def planner(library: Library) -> Planner:
    return Planner(Toolbox(library), ClauseSearch(library))


@pytest.mark.parametrize(
    "message",
    [
        "那桂林呢 2013年也有吗",
        "玉林大病保险,自己还要出六万,能报多少",
        "要是人在南宁参保呢",
        "如果户口在桂林呢",
        "他在玉林交的农合,能报不",
    ],
)
def test_what_the_rule_says_of_the_place_is_looked_up(planner: Planner, message: str) -> None:
    (move,) = planner.plan(["柳州大病保险自己还要出六万,再报多少", message])  # type: ignore[misc]
    assert isinstance(move, Call)
    assert move.tool == "search_clauses"
    assert move.arguments["policies"] == [GUANGXI]


def test_what_comes_next_is_not_worked_out_of_it(planner: Planner) -> None:
    assert planner.state(["桂林大病保险有吗", "自己出了6万能报多少"]).policy is None


@pytest.mark.parametrize("message", ["青岛长护险,护工一个月补多少钱", "长护险怎么申请"])
def test_a_scheme_of_which_no_document_tells_is_not_answered_by_another(planner: Planner, message: str) -> None:
    said = planner.plan([message])
    assert isinstance(said, Say)
    assert said.kind == "decline"
    assert "没有" in said.text
    assert "长期护理保险" in said.text
