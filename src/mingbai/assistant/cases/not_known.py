"""What can still be said of a case where a fact is not known: each choice apart, or all that is paid together."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.corpus.vocabulary import DONT_KNOW, Fact
from mingbai.money import words
from mingbai.rules.book import Book
from mingbai.rules.case import Case
from mingbai.rules.estimate import Estimate, estimated

_NAMED = 4
"""So many choices of one amount are each named, of more only the first and how many they are."""


def all_together(book: Book, told: Case) -> tuple[Case, Estimate] | None:
    """The case as what all layers pay together, and what that comes to; None where it cannot be told or differs.

    Of several stacks that speak of the kind of care told, or of any, all have to come to the same.
    """
    stacks = [name for name, one in book.by_care.items() if one.layers]
    care, choices = str(told.get("care")), {}
    for name in stacks:
        choices[name] = book.by_care[name].vocabulary.facts["care"].choices[name].counts_as
    meant = [name for name in stacks if choices[name] == care] or [
        name for name in stacks if any(layer.rule.care == care for layer in book.by_care[name].layers)
    ]
    cases = [told.with_facts(care=name) for name in (meant or stacks if told.get("care") in (None, care) else meant)]
    results = [(case, estimated(book, case)) for case in cases]
    done = [(case, one) for case, one in results if one is not None and one.status != "unknown" and one.low]
    is_same = len(done) == len(results) and len({(one.low, one.high) for _, one in done}) == 1
    return done[0] if is_same else None


def by_choice(book: Book, case: Case, result: Estimate) -> tuple[str, ...]:
    """What each choice of the one fact that is not known comes to, choices of one amount together.

    Empty where none or several are not known, or where it is one amount for all.
    """
    computation = book.by_care[result.care]
    about = computation.vocabulary.facts
    unknown = [name for name in computation.domain if case.get(name) == DONT_KNOW and about[name].kind == "choice"]
    if len(unknown) != 1:
        return ()
    told: dict[str, list[str]] = {}
    for choice in computation.domain[unknown[0]]:
        one = estimated(book, case.with_facts(care=result.care, **{unknown[0]: choice}))
        if one is None:
            return ()
        told.setdefault(_amount(one), []).append(choice)
    return tuple(_rows(about[unknown[0]], told)) if len(told) > 1 else ()


def _rows(fact: Fact, told: dict[str, list[str]]) -> Iterator[str]:
    for amount, choices in told.items():
        shown = [fact.told(one) for one in choices]
        named = "、".join(shown) if len(shown) <= _NAMED else f"{shown[0]}、{shown[1]}等{len(shown)}种"
        yield f"{named}:{amount}"


def _amount(result: Estimate) -> str:
    """What an estimate comes to, in a few words."""
    if result.amount is not None:
        return f"能报{words(result.amount)}"
    low, high = (words(one) if one is not None else "" for one in (result.low, result.high))
    match result.status:
        case "range":
            return f"能报{low}到{high}"
        case "at_least":
            return f"至少能报{low}"
        case "at_most":
            return f"最多能报{high}"
        case _:
            return "说不准"
