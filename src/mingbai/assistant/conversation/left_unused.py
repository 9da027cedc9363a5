"""Sums that somebody told and that an answer does not use: it says so, so that none is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from mingbai.assistant.conversation.state import State
from mingbai.assistant.reply import Reply
from mingbai.corpus.vocabulary import Fact
from mingbai.language.numbers.amounts import numbers_in
from mingbai.money import words
from mingbai.rules.book import Book

__all__ = ["left_unused"]

_OWN = ("self_funded", "own_share")
"""What a person bore: part of the bill in one policy, all of it in another, nothing in a third."""
_BEFORE = "limit_used"
_FUNDED = ("self_funded", "inpatient_self_funded")


def left_unused(reply: Reply, state: State, facts: Mapping[str, Fact], books: Mapping[str, Book]) -> Iterator[str]:
    """A note for each sum told that stands neither in the statement of the reply nor in its words.

    What is self-funded has a line of the statement at most; where another rule of the policy pays it, words say so.
    """
    estimate = reply.estimate
    if estimate is None or state.bills or state.compared:
        return
    before = state.facts.get(_BEFORE)
    if isinstance(before, Decimal) and not _goes_on(books, reply.policies):
        yield f"您说的{facts[_BEFORE].label}{words(before)}没有算进去:这份规定没有写怎么接着算"
    in_words = numbers_in(reply.text)
    known = in_words.union(*(numbers_in(f"{one.formula} {one.amount}") for one in estimate.lines))
    for name in _OWN[:1] if "basic_paid" in state.facts else _OWN:  # what that leaves nobody told
        told, is_paid_elsewhere = state.facts.get(name), name == "self_funded" and _pays_outside(books, reply.policies)
        if not isinstance(told, Decimal) or told in (in_words if is_paid_elsewhere else known):
            continue
        why = f"这里按{_counted(books, reply.policies, facts)}算"
        if is_paid_elsewhere:
            why += ",住院的自费规定里另有一条,可以单独问"
        yield f"您说的{facts[name].label}{words(told)}没有算进去:{why}"


def _goes_on(books: Mapping[str, Book], policies: Iterable[str]) -> bool:
    """Whether a rule goes on from what was above the cap earlier in the year."""
    known = (books[policy].by_care.values() for policy in policies if policy in books)
    return any(assume.fact == _BEFORE for some in known for one in some for assume in one.assumes)


def _rules(books: Mapping[str, Book], policies: Iterable[str]) -> Iterator[str]:
    """The amounts by which the rules of some policies reckon."""
    yield from (one.rule.bill for policy in policies if policy in books for one in books[policy].by_care.values())


def _counted(books: Mapping[str, Book], policies: Iterable[str], facts: Mapping[str, Fact]) -> str:
    bills = dict.fromkeys(one for one in _rules(books, policies) if one in facts and one not in _FUNDED)
    return "、".join(facts[one].label for one in bills) or "别的费用"


def _pays_outside(books: Mapping[str, Book], policies: Iterable[str]) -> bool:
    return any(one == "inpatient_self_funded" for one in _rules(books, policies))
