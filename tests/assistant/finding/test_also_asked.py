"""What a question asks for that the line found does not give is told from the clause found."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Searched


@pytest.fixture(scope="module")
def search(library: Library) -> ClauseSearch:
    return ClauseSearch(library)


def _lead(found: object) -> str:
    assert isinstance(found, Searched)
    return found.lead or ""


def test_a_second_thing_asked_in_one_breath_gets_a_line(search: ClauseSearch) -> None:
    found = search.search("换了法人，多少天里去哪改登记", "fact", ["beijing-designated-institutions"])
    first, second = _lead(found).split("\n")
    assert "十五日内" in first
    assert "劳动和社会保障局" in second


def test_one_thing_asked_and_given_stands_alone(search: ClauseSearch) -> None:
    found = search.search("换了法人，多少天里改登记", "fact", ["beijing-designated-institutions"])
    assert "\n" not in _lead(found)


def test_a_part_without_a_line_is_told_from_its_clause(search: ClauseSearch) -> None:
    policy = ["wujiang-catastrophic"]
    found = search.search("一个年度从几号到几号", "procedure", policy, part="一个年度从几号到几号", told=[])
    assert "4月1日" in _lead(found)
    assert "3月31日" in _lead(found)


def test_beside_a_sum_only_what_is_known_to_be_asked_is_told(search: ClauseSearch) -> None:
    policy = ["wujiang-catastrophic"]
    found = search.search("一个年度从几号到几号", "procedure", policy, part="一个年度从几号到几号")
    assert _lead(found) == ""


def test_a_list_asked_for_is_told_and_not_only_counted(search: ClauseSearch) -> None:
    policy = ["medical-assistance-catastrophic"]
    found = search.search("都是哪些人能沾上", "eligibility", policy, part="都是哪些人能沾上", told=[])
    assert "农村五保对象" in _lead(found)
    assert "城乡低收入家庭的成员" in _lead(found)


def test_how_is_asked_of_the_clause_found_and_is_no_yes_or_no(search: ClauseSearch) -> None:
    policy, part = ["hunan-district-employee-supplementary-2011"], "手续怎么弄"
    found = search.search(part, "procedure", policy, context="自己已经垫两万六", part=part, told=[])
    assert "到区医保局申请" in _lead(found)


def test_a_sum_that_differs_from_group_to_group_is_told_for_none_of_them(search: ClauseSearch) -> None:
    policy, part = ["jilin-county-resident-2008"], "交多少"
    found = search.search(part, "fact", policy, context="听说再交点钱还能往上报", part=part, told=[])
    assert "50元" not in _lead(found)


def test_what_was_told_is_not_told_again(search: ClauseSearch) -> None:
    policy, told = ["jilin-county-resident-2008"], ["**够了就不再提**：规模到统筹基金年收入的15%"]
    found = search.search("谁能动用风险储备金", "fact", policy, part="谁能动用风险储备金", told=told)
    assert "县政府批准" in _lead(found)
