"""Whom the word for them tells to be grown up (我妈, 老公): they are not taken for one of the children of a policy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.bills.several import Bill
from mingbai.language.people.grown import GROWN
from mingbai.language.people.persons import is_grown, whose
from mingbai.language.utterance import Utterance
from mingbai.rules.book import Book, Computation, holds

__all__ = ["with_grown_up"]

_INSURED, _CARE = "insured", "care"
_CHILDS_ILLNESS = "child_major_disease"


def with_grown_up(utterance: Utterance, state: State, book: Book, vocabulary: Vocabulary) -> State:
    """The state with who is told to be grown up as one, where the policy would else take them for a child.

    Each of several bills is looked at by itself. The illness of a grown person (我妈白血病) is no child's.
    """
    if not _takes_for_child(state, book, vocabulary):
        return state
    bills = tuple(_grown(one, state) for one in state.bills)
    if bills != state.bills:
        return replace(state, bills=bills)
    told = whose(utterance.text)
    named = (state.whose,) if not told or state.whose in told else told  # of 孩子他爸 the father
    if state.bills or _INSURED in state.facts or not all(map(is_grown, named)):
        return state
    kept = {name: value for name, value in state.facts.items() if name != _CHILDS_ILLNESS}
    heard = {name: word for name, word in state.heard.items() if name != _INSURED}
    return replace(state, facts={**kept, _INSURED: GROWN}, heard=heard)


def _grown(bill: Bill, state: State) -> Bill:
    is_told = _INSURED in bill.facts or _INSURED in state.facts
    return bill if is_told or not is_grown(bill.whose) else replace(bill, facts={**bill.facts, _INSURED: GROWN})


def _takes_for_child(state: State, book: Book, vocabulary: Vocabulary) -> bool:
    """Whether somebody of whom no group is told is taken for a child by what the policy computes of the case."""
    return any(
        assume.fact == _INSURED
        and not holds((GROWN,), assume.value, vocabulary, _INSURED)
        and all(
            (fact == _CARE and fact not in state.facts) or holds(condition, state.facts.get(fact), vocabulary, fact)
            for fact, condition in assume.when.items()
        )
        for one in _computed(state, book)
        for assume in one.assumes
    )


def _computed(state: State, book: Book) -> Iterator[Computation]:
    """What the policy computes of the kind of care told; of a kind that it knows by another name all it has."""
    told = book.by_care.get(str(state.facts.get(_CARE)))
    yield from (told,) if told else book.by_care.values()
