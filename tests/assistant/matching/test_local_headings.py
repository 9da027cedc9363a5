"""Clauses headed by one place of several."""

from __future__ import annotations

import pytest

from mingbai.assistant.matching.local_headings import LocalHeadings
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
