"""What an estimate took for granted and could change its result, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from mingbai.corpus.models import Assume
from mingbai.rules.book import Book, Computation, tables
from mingbai.rules.case import Case, CaseError, FactValue
from mingbai.rules.estimate import Estimate, Missing, estimate

_PROBE_AMOUNT = Decimal(10_000_000)


def taken_for_granted(book: Book, case: Case, result: Estimate) -> Iterator[str]:
    """What was taken for granted of a bill, of a hospital and of the facts that nobody told."""
    computation = book.by_care[result.care]
    yield from _of_bill(computation, case)
    yield from _of_hospital(computation, case)
    for assume in result.assumptions:
        fact = computation.vocabulary.facts[assume.fact]
        if _could_matter(book, computation, case, result, assume):
            yield fact.assumed if fact.assumed and not assume.when else f"{fact.label}按“{assume.value}”算"


def _of_bill(computation: Computation, case: Case) -> Iterator[str]:
    """That a bill lies within the catalogue, where nobody said how much of it does not."""
    assumed = computation.vocabulary.facts[computation.bill_of(case.facts)].assumed
    if assumed and computation.rule.needs_bill and "self_funded" not in case.facts:
        yield assumed


def _of_hospital(computation: Computation, case: Case) -> Iterator[str]:
    """For which of the levels that a policy knows a hospital counts."""
    level = case.get("hospital_level")
    choice = computation.vocabulary.facts["hospital_level"].choices.get(str(level))
    known = computation.domain.get("hospital_level", ())
    nearest = next((one for one in (choice.stands_for if choice else ()) if one in known), None)
    if nearest and all(level not in table.rows for table in tables(computation.rule, computation.adjustments)):
        yield f"{level}按{nearest}医院算"


def _could_matter(book: Book, computation: Computation, case: Case, result: Estimate, assume: Assume) -> bool:
    """Whether another value of an assumed fact would give another result."""
    for other in _others(computation, assume):
        try:
            changed = estimate(book, case.with_facts(**{assume.fact: other, "care": result.care}))
        except CaseError:
            continue
        if isinstance(changed, Missing) or (changed.low, changed.high) != (result.low, result.high):
            return True
    return False


def _others(computation: Computation, assume: Assume) -> Iterable[FactValue]:
    fact = computation.vocabulary.facts[assume.fact]
    if fact.kind == "choice":
        return [choice for choice in computation.domain.get(assume.fact, ()) if choice != assume.value]
    return [Decimal(2) if fact.kind == "count" else _PROBE_AMOUNT]
