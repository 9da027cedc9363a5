"""The kind of care that is meant where none was named, and those between which one has to ask."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from mingbai.corpus.vocabulary import DONT_KNOW, Choice, Vocabulary
from mingbai.rules.book import Book
from mingbai.rules.case import Case

_TELLING = ("filed", "hospital_level", "employment")  # facts of which a rule speaks that hardly bear on anything else
_EMPLOYMENT = "employment"
_OF_A_STAY = ("filed", "hospital_level")
_STAY = "住院"
_GREAT_BILL = Decimal(5_000)
"""A bill from which on somebody who names a hospital's level and no kind of care has stayed there."""


def likely_care(book: Book, case: Case, vocabulary: Vocabulary) -> str | None:
    """The one kind of care whose rule knows a fact that was told (没办转诊: 住院), where it need not be named itself.

    The first of these facts that any rule knows decides; a level of hospital beside a great bill means a stay.
    """
    if case.get("care") not in (None, DONT_KNOW):
        return None
    choices = vocabulary.facts["care"].choices
    usual = [name for name in book.by_care if not choices[name].is_by_name and not book.by_care[name].layers]
    single = [name for name in book.by_care if not book.by_care[name].layers]
    for fact in _TELLING:
        value = case.get(fact)
        if value is None or value == DONT_KNOW:
            continue
        known = {name: {*one.domain.get(fact, ())} for name, one in book.by_care.items() if not one.layers}
        meant = {value, *vocabulary.facts[fact].choices[str(value)].stands_for}
        if any(value in rows for rows in known.values()):
            meant = {value}
        knowing = [name for name in usual if meant & known[name]]
        if knowing:  # a level of hospital says nothing of a small bill where somebody may have been to its outpatients
            is_clear = len(knowing) == 1 and (fact == "filed" or len(usual) == 1)
            is_stay = fact in _OF_A_STAY and _STAY in knowing and _is_great(case)
            likely = knowing[0] if is_clear else _STAY if is_stay else None
            if fact == _EMPLOYMENT and any(_takes(book, one, case) for one in single if one != likely):
                return None  # somebody retired may have been anywhere
            return likely if likely and _takes(book, likely, case) else None
    return None


def care_choices(book: Book, case: Case, cares: Collection[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The kinds of care to choose from: no stack of several, and none that settles another bill than the one told.

    A kind that pays a fixed sum whatever the bill and that nobody means who does not name it (生育) is none of them.
    """
    choices = vocabulary.facts["care"].choices
    single = [name for name in cares if name not in book.by_care or not book.by_care[name].layers]
    fitting = [name for name in single if name not in book.by_care or _takes(book, name, case)]
    likely = [name for name in fitting if name not in book.by_care or not _is_fixed(book, name, choices[name])]
    return next((tuple(some) for some in (likely, fitting, single) if len(some) > 1), tuple(cares))


def _is_great(case: Case) -> bool:
    cost = case.amount("cost")
    return cost is not None and cost >= _GREAT_BILL


def _is_fixed(book: Book, care: str, choice: Choice) -> bool:
    return choice.is_by_name and not book.by_care[care].rule.needs_bill


def _takes(book: Book, care: str, case: Case) -> bool:
    """Whether a kind of care settles a bill that was told; one that nobody told may be any."""
    told = {bill for one in book.by_care.values() for bill in one.bills} & case.facts.keys()
    bills = book.by_care[care].bills
    return not told or not told.isdisjoint(bills) or ("excess" in bills and "basic_cap" in case.facts)
