"""Whether every rule has worked cases enough: three, of a table each row, of a list each entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from mingbai.corpus.cases import FurtherCase, ListCase, PremiumCase, WorkedCase
from mingbai.corpus.cases.money import UNKNOWN
from mingbai.corpus.kinds import CoversRule, DocumentsRule, ExcludesRule, FurtherRule, PaysWhenRule, PremiumRule
from mingbai.corpus.kinds.lists import ListItem
from mingbai.corpus.kinds.stacks import StacksRule
from mingbai.corpus.models import AdjustRule, Clause, EstimateRule, Policy, Rule
from mingbai.corpus.problems import Problem
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.book import Book, holds
from mingbai.rules.case import Case, CaseError
from mingbai.rules.run import assumed
from mingbai.rules.stated import Stated
from mingbai.rules.worked.money import answered, rows_of

LEAST = 3


def too_few(policy: Policy, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Each rule with fewer than three worked cases, each row of a premium table and each list entry that none is about.

    Fewer are enough where no more can differ (one condition is met or not), and one where the source has lost the
    figure, so that every case is unknown.
    """
    book = Book.of(policy, vocabulary)
    for clause in policy.clauses:
        for rule in clause.rules:
            for message in _messages(rule, clause, book, vocabulary):
                yield Problem(policy.file, clause.line, f"条款 {clause.id}:{message}")


def _messages(rule: Rule, clause: Clause, book: Book, vocabulary: Vocabulary) -> Iterator[str]:
    match rule:
        case EstimateRule():
            yield from _computing_messages("、".join(rule.estimate), _of_care(rule.estimate, clause, vocabulary))
        case StacksRule():
            yield from _computing_messages(rule.stacks, _of_care((rule.stacks,), clause, vocabulary))
        case AdjustRule():
            yield from _computing_messages(f"adjusts: {'、'.join(rule.adjusts)}", _adjusted(rule, book, vocabulary))
        case _:
            yield from _further_messages(Stated(book.policy, clause, rule), vocabulary)


def _computing_messages(name: str, cases: Sequence[WorkedCase]) -> Iterator[str]:
    return _counted(name, len(cases), 1 if cases and all(case.unknown for case in cases) else LEAST)


def _further_messages(one: Stated[FurtherRule], vocabulary: Vocabulary) -> Iterator[str]:
    cases = [case for worked in one.clause.worked if worked.rule == one.rule for case in worked.cases]
    all_unknown = bool(cases) and all(map(_is_unknown, cases))
    yield from _counted(one.rule.name, len(cases), 1 if all_unknown else min(LEAST, _distinct(one.rule)))
    match one.rule:
        case PremiumRule() as rule:
            yield from _unworked_rows(Stated(one.policy, one.clause, rule), cases, vocabulary)
        case CoversRule() | ExcludesRule() as rule:
            yield from _unworked_entries(rule, cases)


def _counted(name: str, count: int, least: int) -> Iterator[str]:
    if count < least:
        yield f"“{name}”只有 {count} 个算例,至少要 {least} 个,界线两边都要有"


def _distinct(rule: FurtherRule) -> int:
    """How many cases of a rule can differ: each condition met or not, a single paper brought or not."""
    match rule:
        case PaysWhenRule():
            return len(rule.conditions) + 1
        case DocumentsRule(items=[_]):
            return 2
    return LEAST


def _is_unknown(case: FurtherCase) -> bool:
    if isinstance(case, PremiumCase):
        return bool(case.pays) and set((case.pays or {}).values()) == {UNKNOWN}
    return bool(getattr(case, "unknown", False))


def _facts(case: WorkedCase, vocabulary: Vocabulary) -> Case:
    try:
        return Case.read(case.given, vocabulary)
    except CaseError:
        return Case({})


def _of_care(cares: Sequence[str], clause: Clause, vocabulary: Vocabulary) -> list[WorkedCase]:
    """The cases of a clause that are about one of some kinds of care."""
    return [case for case in clause.cases if _facts(case, vocabulary).get("care") in cares]


def _adjusted(rule: AdjustRule, book: Book, vocabulary: Vocabulary) -> list[WorkedCase]:
    """The cases of a policy, wherever they stand, for which an adjustment holds, what is assumed considered."""
    cases = (case for clause in book.policy.clauses for case in clause.cases)
    return [case for case in cases if _is_adjusted(rule, _facts(case, vocabulary), book, vocabulary)]


def _is_adjusted(rule: AdjustRule, case: Case, book: Book, vocabulary: Vocabulary) -> bool:
    computation = book.by_care.get(str(case.get("care")))
    if computation is None or all(one.rule is not rule for one in computation.adjustments):
        return False
    known, _ = assumed(computation, case.facts)
    return all(holds(condition, known.get(fact), vocabulary, fact) for fact, condition in rule.when.items())


def _unworked_rows(one: Stated[PremiumRule], cases: Sequence[FurtherCase], vocabulary: Vocabulary) -> Iterator[str]:
    worked = set()
    for case in cases:
        if isinstance(case, PremiumCase) and case.pays:
            with suppress(CaseError):  # what cannot be read is told as the case's own mistake
                worked |= {(row.who, row.year) for row in rows_of(one, case, answered(one, case, vocabulary))}
    for group in one.rule.groups:
        if (group.who, None if group.year is None else int(group.year)) not in worked:
            yield f"“{one.rule.name}”里“{group.who}{f' {group.year}年' if group.year else ''}”这一行没有算例"


def _unworked_entries(rule: CoversRule | ExcludesRule, cases: Sequence[FurtherCase]) -> Iterator[str]:
    """Entries that nobody's words touch in any case; one case may touch several."""
    listed = [words for case in cases if isinstance(case, ListCase) for words in case.listed]
    for item in rule.items:
        if isinstance(item, ListItem) and not any(words in item.item for words in listed):
            yield f"“{rule.name}”里“{item.item}”这一项没有算例"
