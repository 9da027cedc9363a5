"""Clauses headed by one place of several, and what people ask to reach an office."""

from __future__ import annotations

import pytest

from mingbai.assistant.local_headings import LocalHeadings
from mingbai.assistant.telling_words import unsaid_contact
from mingbai.corpus.reader import Corpus

_POLICY = "zhejiang-catastrophic-2014"
_OWN, _CAP = (_POLICY, "fuyang-benefit"), (_POLICY, "cap")


@pytest.mark.parametrize(
    ("question", "fitting"),
    [
        ("富阳大病保险有没有封顶", {_OWN}),
        ("富阳区的大病封顶吗", {_OWN}),
        ("宁波的大病封顶吗", {_CAP}),
        ("浙江大病保险有没有封顶", {_OWN, _CAP}),
        ("浙江和富阳哪个封顶", {_OWN, _CAP}),
    ],
)
def test_a_clause_headed_by_a_place_answers_for_that_place(
    corpus: Corpus, question: str, fitting: set[tuple[str, str]]
) -> None:
    local = LocalHeadings(corpus.policies.values(), corpus.vocabulary)
    assert local.fitting(local.named(question), {_OWN, _CAP}) == fitting


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("窗口电话多少,礼拜六有人上班没", ("电话号码", "上班时间")),
        ("医保窗口几点开门", ("上班时间",)),
        ("住院报几成,电话多少", ()),
        ("上班受伤报不报", ()),
    ],
)
def test_what_reaches_an_office_is_told_unwritten_where_nothing_else_is_asked(
    question: str, unsaid: tuple[str, ...]
) -> None:
    assert unsaid_contact(question, "把资料交给商保公司,5个工作日内审核完。") == unsaid


def test_a_text_with_a_number_tells_the_telephone() -> None:
    assert unsaid_contact("电话是多少", "咨询电话12333") == ()
