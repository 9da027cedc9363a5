"""A question without the names that only tell whose rule is meant."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.scope_words import ScopeWords
from mingbai.assistant.library import Library

XIUNING = ("xiuning-resident",)


@pytest.fixture(scope="module")
def words(library: Library) -> ScopeWords:
    return ScopeWords(library.corpus)


def test_names_of_places_and_policies_are_left_out(words: ScopeWords) -> None:
    assert words.left_out("重庆居民医保住院报多少").strip() == "住院报多少"
    assert "市里" in words.left_out("北京市里那关")


@pytest.mark.parametrize("gone", ["到北京看要不要先垫", "去北京的大医院住院要不要先垫"])
def test_a_place_gone_to_for_care_is_elsewhere(words: ScopeWords, gone: str) -> None:
    assert words.left_out(gone, XIUNING) == gone.replace("北京", "外地")
    assert "外地" not in words.left_out(gone, ("beijing-elder-child",))
    assert "外地" not in words.left_out(gone)


def test_a_place_only_named_is_not(words: ScopeWords) -> None:
    assert "外地" not in words.left_out("北京那份要不要先垫", XIUNING)
