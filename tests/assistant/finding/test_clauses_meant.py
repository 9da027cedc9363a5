"""Which clause has the rule that a question means: the window it names, the list of papers it needs."""

from __future__ import annotations

import pytest

from mingbai.assistant.finding.clauses_meant import ClausesMeant

CHANGSHA, CHILD = "changsha-special-drugs-2016", "beijing-elder-child"


def test_a_question_about_a_day_goes_to_the_window_it_names(clauses_meant: ClausesMeant) -> None:
    about = ["benefit-year", "yearly-window"]
    assert clauses_meant.nearest_window(CHILD, "一老一小保险12月1日能办吗", about) == "yearly-window"
    assert clauses_meant.nearest_window(CHILD, "一老一小保险什么时候能办", about) is None


def test_a_window_to_apply_for_a_benefit_is_one_in_which_people_apply(clauses_meant: ClausesMeant) -> None:
    assert clauses_meant.open_window(CHANGSHA, "12月20号去申请资格还赶得上没") == "application-window"
    assert clauses_meant.open_window(CHANGSHA, "12月20号买的药能追补吗") == "what"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("我爸八月间走了,药费想补回来要带什么", "heirs"),
        ("老伴病故了,报特药要带什么", "heirs"),
        ("报特药,窗口要带什么", "payment-documents"),
        ("我妈走了流程,报特药要带什么", "payment-documents"),  # nobody died
        ("老公没了工作,报特药要带什么", "payment-documents"),
    ],
)
def test_the_list_for_heirs_is_meant_where_somebody_died(
    clauses_meant: ClausesMeant, question: str, clause: str
) -> None:
    assert clauses_meant.list_meant(CHANGSHA, question, ("payment-documents",)) == clause
