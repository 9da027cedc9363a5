"""Answers that clauses keep: taken where they are to all that was asked and no rule tells it more exactly."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.question_parts import QuestionParts
from mingbai.assistant.finding.ready_answers import Ready
from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Searched
from mingbai.assistant.passages import passage

CHONGQING = "chongqing-resident-2013"


@pytest.fixture(scope="module")
def search(library: Library) -> ClauseSearch:
    return ClauseSearch(library)


@pytest.fixture(scope="module")
def parts(library: Library) -> QuestionParts:
    return QuestionParts(library, library.search)


def ready(library: Library, lead: str, clause: str = "inpatient") -> Ready:
    shown = (passage(library, CHONGQING, clause),)
    return Ready(Searched(kind="fact", passages=shown, lead=lead), is_sure=True, words=())


def test_an_answer_that_something_is_not_written_is_a_silence(library: Library) -> None:
    assert ready(library, "**没有写滞纳金**").is_silence
    assert not ready(library, "**不用**：没有写的都不用").is_silence


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        ("普通门诊报多少,新生儿怎么参保", {"普通门诊报多少": "outpatient", "新生儿怎么参保": "newborn"}),
        ("普通门诊报多少,什么时候去", {}),  # the second names no subject
        ("普通门诊报多少", {}),
    ],
)
def test_each_part_that_asks_for_something_has_its_clause(
    parts: QuestionParts, question: str, clauses: dict[str, str]
) -> None:
    best = parts.best(question, CHONGQING, is_open=False)
    assert {part: hit.metadata["clause"] for part, hit in best} == clauses


def test_words_before_the_question_are_none_of_its_parts_unless_they_may_name_the_document(
    parts: QuestionParts,
) -> None:
    question = "重庆的,普通门诊报多少"
    assert not parts.best(question, CHONGQING, is_open=False)
    ((part, hit),) = parts.best(question, CHONGQING, is_open=True)
    assert (part, hit.metadata["clause"]) == ("普通门诊报多少", "outpatient")


def test_a_clause_for_the_other_part_is_shown_too(library: Library, parts: QuestionParts) -> None:
    question = "普通门诊报多少,新生儿怎么参保"
    answer = ready(library, "**60元**", "outpatient").answer
    assert parts.leaves_one_out(answer, question, is_open=False)
    assert [one.clause for one in parts.with_others(answer, question).passages] == ["outpatient", "newborn"]


def test_a_rule_that_has_the_ratio_goes_before_an_answer_in_general(search: ClauseSearch) -> None:
    found = search.search("住院报百分之几", "fact", [CHONGQING], {"plan": "一档", "hospital_level": "三级"})
    assert isinstance(found, Searched)
    assert (found.lead or "").startswith("**报40%**")


def test_what_is_set_apart_gets_the_clauses_of_both(search: ClauseSearch) -> None:
    """One answer would tell half: the district does not cap, the province does."""
    found = search.search("浙江跟富阳哪边有封顶哪边没有", "fact", ["zhejiang-catastrophic-2014"])
    assert isinstance(found, Searched)
    assert {one.clause for one in found.passages} == {"cap", "fuyang-benefit"}


def test_the_city_in_the_city_is_no_part_of_its_name(search: ClauseSearch) -> None:
    """Of 里审多久 nothing tells whether the city or a district does."""
    found = search.search("北京市里审多久", "fact", ["beijing-designated-institutions"])
    assert isinstance(found, Searched)
    assert found.passages[0].clause == "city-review"


def test_a_ruling_goes_before_figures_that_only_tell_the_case(search: ClauseSearch) -> None:
    found = search.search("两口子交60的,细娃儿交150的,分开交行不", "eligibility", [CHONGQING])
    assert isinstance(found, Searched)
    assert (found.lead or "").startswith("**不行**：全家要选同一个档次")
    asked = search.search("两口子交60的,细娃儿交150的,一共交多少", "fact", [CHONGQING])
    assert isinstance(asked, Searched)
    assert not (asked.lead or "").startswith("**不行**")


def test_papers_in_hand_are_held_against_the_list_though_a_paper_has_an_answer_of_its_own(search: ClauseSearch) -> None:
    found = search.search("在浙江住的院,就拿了发票、出院证、社保卡,要得不", "eligibility", [CHONGQING])
    assert isinstance(found, Searched)
    assert (found.lead or "").startswith(
        "**不够**:还要出院记录(加盖鲜章)、费用总清单(加盖鲜章)、医院级别证明(加盖鲜章)、居民身份证"
    )


def test_which_papers_it_takes_is_answered_by_the_list_first(search: ClauseSearch) -> None:
    found = search.search("定点医院换了法人,办变更凭哪张纸", "documents", ["beijing-designated-institutions"])
    assert isinstance(found, Searched)
    assert (found.lead or "").startswith("**定点医疗机构办理变更**")


def test_a_question_that_asks_for_no_papers_gets_no_list(search: ClauseSearch) -> None:
    found = search.search("居民非要把缴款回单的原件拿走,我们怎么弄", "documents", ["xingtai-resident-2013"])
    assert isinstance(found, Searched)
    assert [one.clause for one in found.passages] == ["receipts"]
