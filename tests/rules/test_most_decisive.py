"""Over the whole corpus: the fact asked for is the one whose answers leave the narrowest range of payments."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

import pytest

from mingbai.corpus.reader import Corpus
from mingbai.rules.book import Book
from mingbai.rules.case import Case, CaseError, FactValue
from mingbai.rules.estimate import Missing, estimate

BILL = Decimal(60_000)


def test_the_fact_asked_for_leaves_the_least_open(corpus: Corpus) -> None:
    asked = [
        (policy.id, care, *found)
        for policy in corpus.policies.values()
        if policy.kind == "policy"
        for care, found in _asked(Book.of(policy, corpus.vocabulary), corpus)
    ]
    assert len(asked) >= 3
    for policy_id, care, first, left in asked:
        assert left[first] == min(left.values()), f"{policy_id} {care}: {first} is asked, {left}"


def _asked(book: Book, corpus: Corpus) -> Iterator[tuple[str, tuple[str, Mapping[str, Decimal]]]]:
    """For each kind of care where more than one fact is missing: the one asked for, and what each would leave open."""
    for care, computation in book.by_care.items():
        given: dict[str, FactValue] = {"care": care, computation.bill_of({}): BILL}
        result = estimate(book, Case.read(given, corpus.vocabulary))
        if isinstance(result, Missing) and len(result.facts) > 1 and all(result.choices.values()):
            left = {fact: _left(book, given, fact, result.choices, corpus) for fact in result.facts}
            yield care, (result.facts[0], left)


def _left(
    book: Book, given: Mapping[str, FactValue], fact: str, choices: Mapping[str, Sequence[str]], corpus: Corpus
) -> Decimal:
    """How wide the payments spread on average once a fact is known, found by trying every answer to the others."""
    others = [name for name in choices if name != fact]
    widths = []
    for answer in choices[fact]:
        cases = ({**given, fact: answer, **dict(zip(others, rest, strict=True))} for rest in _each(choices, others))
        amounts = [amount for case in cases for amount in _amounts(book, case, corpus)]
        widths.append(max(amounts) - min(amounts))
    return sum(widths, Decimal(0)) / len(widths)


def _each(choices: Mapping[str, Sequence[str]], facts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return product(*(choices[fact] for fact in facts))


def _amounts(book: Book, case: Mapping[str, FactValue], corpus: Corpus) -> Iterator[Decimal]:
    try:
        result = estimate(book, Case.read(case, corpus.vocabulary))
    except CaseError:
        return
    assert not isinstance(result, Missing)
    yield from (one for one in (result.low, result.high) if one is not None)


@pytest.mark.parametrize(("policy_id", "first"), [("chongqing-resident-2013", "hospital_level")])
def test_it_is_so_where_it_was_worked_out_by_hand(corpus: Corpus, policy_id: str, first: str) -> None:
    # 60000元: the level leaves (60000-800)*(45%-40%)=2960 to (60000-100)*5%=2995 between the plans,
    # the plan leaves (60000-100)*80%-(60000-800)*40%=24240 between the levels
    book = Book.of(corpus.policies[policy_id], corpus.vocabulary)
    result = estimate(book, Case.read({"care": "住院", "cost": BILL}, corpus.vocabulary))
    assert isinstance(result, Missing)
    assert result.facts[0] == first
