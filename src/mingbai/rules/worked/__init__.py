"""Holding the worked cases of a policy against the engine, and their written sums against arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.corpus.cases import (
    AdvanceCase,
    DeadlineCase,
    DocumentsCase,
    FurtherCase,
    LateFeeCase,
    ListCase,
    PaysWhenCase,
    PremiumBaseCase,
    PremiumCase,
    RetroactiveCase,
    SharingCase,
    WaitingCase,
    WindowCase,
)
from mingbai.corpus.kinds import FurtherRule
from mingbai.corpus.models import Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.book import Book
from mingbai.rules.case import CaseError
from mingbai.rules.stated import Stated
from mingbai.rules.worked.dates import date_differences
from mingbai.rules.worked.enough import too_few
from mingbai.rules.worked.estimates import estimate_differences
from mingbai.rules.worked.lists import list_differences, pays_when_differences
from mingbai.rules.worked.money import (
    advance_differences,
    base_differences,
    late_fee_differences,
    premium_differences,
    sharing_differences,
)
from mingbai.rules.worked.papers import paper_differences
from mingbai.rules.worked.sums import sum_differences


def check_worked_cases(policy: Policy, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Each worked case that does not hold, and each rule that has too few of them."""
    yield from differences(policy, vocabulary)
    yield from too_few(policy, vocabulary)


def differences(policy: Policy, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Each worked case whose sum is wrong, or that the engine answers otherwise."""
    book = Book.of(policy, vocabulary)
    for clause in policy.clauses:
        for number, case in enumerate(clause.cases, 1):
            for message in estimate_differences(book, vocabulary, case):
                yield Problem(policy.file, clause.line, f"条款 {clause.id} 第{number}个算例:{message}")
        for told in clause.told:
            for message in sum_differences(told.says if told.comes_to is None else told.comes_to, told.sum):
                yield Problem(policy.file, clause.line, f"条款 {clause.id} 原文讲的“{told.tells}”:{message}")
        for worked in clause.worked:
            for number, further in enumerate(worked.cases, 1):
                for message in _differences(Stated(policy, clause, worked.rule), further, vocabulary):
                    place = f"条款 {clause.id}“{worked.rule.name}”第{number}个算例"
                    yield Problem(policy.file, clause.line, f"{place}:{message}")


def _differences(one: Stated[FurtherRule], case: FurtherCase, vocabulary: Vocabulary) -> Iterator[str]:
    """What a worked case of a further kind says otherwise than its own sums, or than the engine."""
    try:
        yield from _by_kind(one, case, vocabulary)
    except (CaseError, ValueError) as error:
        yield f"算不了:{error}"


def _by_kind(one: Stated[Any], case: FurtherCase, vocabulary: Vocabulary) -> Iterator[str]:
    """The differences of a case by its form, which the reader has chosen by the kind of its rule."""
    match case:
        case DeadlineCase() | WindowCase() | WaitingCase() | RetroactiveCase():
            return date_differences(one, case, vocabulary)
        case PremiumCase():
            return premium_differences(one, case, vocabulary)
        case PremiumBaseCase():
            return base_differences(one, case)
        case LateFeeCase():
            return late_fee_differences(one, case)
        case AdvanceCase():
            return advance_differences(one, case)
        case SharingCase():
            return sharing_differences(one, case)
        case DocumentsCase():
            return paper_differences(one, case, vocabulary)
        case ListCase():
            return list_differences(one, case, vocabulary)
        case PaysWhenCase():
            return pays_when_differences(one, case)
