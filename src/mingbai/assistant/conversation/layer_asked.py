"""Which layer of several a sum is asked of: a stay is told, and what catastrophic insurance pays of it is asked."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from mingbai.assistant.conversation.state import State
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.utterance import Utterance
from mingbai.rules.book import Book

_STAY = "住院"
_SELF_FUNDED = "self_funded"
_THERE = "(?:[这那](?:边|块|道|一?层)|部分|上头|里头?|方面)?[上,]?"
_MAY = f"{_THERE}(?:还|再|又|能|可以|会|该|应该?|要|得|大概|给|我|他|她|咱|们|到底|二次)*"
_PAYS = "(?:报|赔|补|付|支付|给|出|拿|领|进|走)"


def with_layer_asked(utterance: Utterance, state: State, book: Book, vocabulary: Vocabulary) -> State:
    """The state with the one kind of care that bears the name of the insurance spoken of (大病保险自付8000).

    A stay that is told gives way to it where the question is of that insurance (住院10万,医保报了6万,大病报多少).
    """
    named = (*utterance.schemes, *utterance.terms)
    cares = [care for care in book.by_care if any(care.startswith(name) for name in named)]
    if len(cares) != 1:
        return state
    layer, told = cares[0], state.facts.get("care")
    if told is None and _is_of_another(layer, state, book):
        return state
    if told is None:
        return replace(state, facts={**state.facts, "care": layer})
    names = tuple(
        word for name in named if layer.startswith(name) for word in (name, *vocabulary.schemes.get(name, ()))
    )
    is_asked = told == _STAY and _asked_of(names).search(utterance.text) is not None
    is_left_told = "own_share" in state.facts or "basic_paid" in state.facts
    is_layer = is_asked and is_left_told and state.facts.get("in_all") != "是"
    return replace(state, facts={**state.facts, "care": layer}) if is_layer else state


def _is_of_another(layer: str, state: State, book: Book) -> bool:
    """Whether only what is outside the list was told (自费4万), which another kind of care settles."""
    own = book.by_care[layer].bills
    bills = {bill for computation in book.by_care.values() for bill in computation.bills}
    is_settled = any(bill.endswith(_SELF_FUNDED) for bill in bills.difference(own))
    return is_settled and _SELF_FUNDED in state.facts and set(own).isdisjoint(state.facts)


@cache
def _asked_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """大病保险还能报多少; 大病那块能补吗; not 大病报了2000."""
    alternatives = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(f"(?:{alternatives}){_MAY}{_PAYS}(?![^,。;?!]{{0,2}}[了过])")
