"""The worked cases of the real corpus, policy by policy."""

from collections.abc import Callable

import pytest

from mingbai.corpus.reader import Corpus
from mingbai.rules.book import Book, Computation
from mingbai.rules.case import Case
from mingbai.rules.worked import check_worked_cases
from tests.rules.computing import POLICIES


@pytest.mark.parametrize("policy_id", POLICIES)
def test_every_worked_case_passes(policy_id: str, corpus: Corpus) -> None:
    problems = check_worked_cases(corpus.policies[policy_id], corpus.vocabulary)
    assert [str(problem) for problem in problems] == []


def cases_of(computation: Computation, book: Book) -> int:
    """How many worked cases of the clause are about this rule."""
    cases = (Case.read(one.given, computation.vocabulary) for one in computation.clause.cases)
    sole = len({id(one.rule) for one in book.by_care.values()}) == 1
    return sum(case.get("care") in computation.rule.estimate or (sole and case.get("care") is None) for case in cases)


@pytest.mark.parametrize("policy_id", POLICIES)
def test_every_estimate_has_at_least_three(policy_id: str, book: Callable[[str], Book]) -> None:
    one = book(policy_id)
    assert one.by_care
    few = {care: count for care, found in one.by_care.items() if (count := cases_of(found, one)) < 3}
    assert few == {}


@pytest.mark.parametrize("policy_id", POLICIES)
def test_every_adjustment_has_at_least_one(policy_id: str, book: Callable[[str], Book]) -> None:
    adjustments = [one for found in book(policy_id).by_care.values() for one in found.adjustments]
    assert [one.clause.id for one in adjustments if not one.clause.cases] == []
