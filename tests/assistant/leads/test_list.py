"""The entries of a list in one line, for who asks which they are."""

from __future__ import annotations

import pytest

from mingbai.assistant.leads.list import asks_which, list_lead
from mingbai.corpus.kinds import CoversRule


@pytest.mark.parametrize("question", ["门诊大病都有啥病", "管哪些病", "哪几种药能报", "包括什么"])
def test_who_asks_for_the_entries(question: str) -> None:
    assert asks_which(question)


@pytest.mark.parametrize("question", ["要带什么材料", "肺癌算不算", "什么时候交", "哪里报"])
def test_who_asks_for_something_else(question: str) -> None:
    assert not asks_which(question)


def test_a_list_is_told_with_conditions_and_what_the_source_dropped() -> None:
    items = ["血友病", {"item": "肺癌", "if": "经过鉴定"}, {"lost": "原文缺第3种"}]
    rule = CoversRule.model_validate({"covers": "大病", "items": items})
    assert list_lead(rule) == "大病:**血友病、肺癌(经过鉴定)、(原文缺第3种)**。"
