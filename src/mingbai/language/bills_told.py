"""The bills that a sentence tells one by one: several of a year, the same one in two ways, or cases compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from mingbai.language.bills.alternatives import are_alternatives, are_seen_alone
from mingbai.language.bills.one_illness import of_one_illness
from mingbai.language.bills.several import Bill, bills
from mingbai.language.bills.sums import OF_A_BILL
from mingbai.language.comparing import asks_difference
from mingbai.language.lexicon import Found
from mingbai.language.notes import FactValue, Notes

__all__ = ["bills_told_apart"]


def bills_told_apart(
    text: str, found: Sequence[Found], notes: Notes, choices: Callable[[Sequence[Found]], dict[str, FactValue]]
) -> tuple[Bill, ...]:
    """The bills that are told one by one, with what is only theirs taken out of the notes.

    They are the cases compared where a difference is asked for, and then no bills. `choices` reads those of some words.
    """
    told = of_one_illness(text, bills(text, found, notes, choices))
    own = {fact for one in told for fact in one.facts}
    amounts = {one.fact for one in notes.apart}
    for fact in (own | {"admission", "in_all"}) - amounts if told else ():
        notes.facts.pop(fact, None)
        notes.compared.pop(fact, None)
    if not own.isdisjoint(OF_A_BILL):
        notes.reckoned.clear()
    if are_alternatives(text, found, told, notes.apart):
        notes.facts |= {fact: told[0].facts[fact] for fact in amounts}
        notes.compared |= {fact: tuple(str(one.facts[fact]) for one in told) for fact in own - amounts}
        return ()
    if are_seen_alone(text, told):
        told = tuple(replace(one, is_alone=True) for one in told)
    if not asks_difference(text) or any(own - one.facts.keys() for one in told):
        return told
    for fact in own:
        notes.facts.pop(fact, None)
        notes.compared[fact] = tuple(str(one.facts[fact]) for one in told)
    return ()
