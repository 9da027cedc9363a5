"""The kind of care that is meant where none was named, and those between which one has to ask."""

from __future__ import annotations

from collections.abc import Collection

from mingbai.corpus.vocabulary import DONT_KNOW, Vocabulary
from mingbai.rules.book import Book
from mingbai.rules.case import Case

_TELLING = ("filed", "hospital_level")  # facts of which a rule speaks that hardly bear on anything else


def likely_care(book: Book, case: Case, vocabulary: Vocabulary) -> str | None:
    """The one kind of care whose rule knows a fact that was told (没办转诊: 住院), where it need not be named itself.

    The first of these facts that any rule knows decides.
    """
    if case.get("care") not in (None, DONT_KNOW):
        return None
    choices = vocabulary.facts["care"].choices
    usual = [name for name in book.by_care if not choices[name].is_by_name and not book.by_care[name].layers]
    for fact in _TELLING:
        value = case.get(fact)
        if value is None or value == DONT_KNOW:
            continue
        counts_as = vocabulary.facts[fact].choices[str(value)].counts_as
        knowing = [name for name in usual if {value, counts_as} & {*book.by_care[name].domain.get(fact, ())}]
        if knowing:  # a level of hospital says nothing where somebody may have been to its outpatients
            is_clear = len(knowing) == 1 and (fact == "filed" or len(usual) == 1)
            return knowing[0] if is_clear and _takes(book, knowing[0], case) else None
    return None


def care_choices(book: Book, case: Case, cares: Collection[str]) -> tuple[str, ...]:
    """The kinds of care to choose from: no stack of several, and none that settles another bill than the one told."""
    single = [name for name in cares if name not in book.by_care or not book.by_care[name].layers]
    fitting = [name for name in single if name not in book.by_care or _takes(book, name, case)]
    return next((tuple(some) for some in (fitting, single) if len(some) > 1), tuple(cares))


def _takes(book: Book, care: str, case: Case) -> bool:
    """Whether a kind of care settles a bill that was told; one that nobody told may be any."""
    told = {bill for one in book.by_care.values() for bill in one.bills} & case.facts.keys()
    bills = book.by_care[care].bills
    return not told or not told.isdisjoint(bills) or ("excess" in bills and "basic_cap" in case.facts)
