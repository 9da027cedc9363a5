"""Laws that hold for every policy of the corpus, every case and every bill."""

from collections.abc import Callable
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingbai.corpus.audit import step_facts
from mingbai.corpus.models import Bands
from mingbai.corpus.values import Lost
from mingbai.corpus.vocabulary import DONT_KNOW
from mingbai.money import to_fen
from mingbai.rules.book import Book, Computation
from mingbai.rules.case import Case, FactValue
from mingbai.rules.estimate import Estimate, Missing, estimate
from mingbai.rules.statement import OPEN, PERSON, paid, pays, total
from tests.rules.computing import POLICIES

Books = Callable[[str], Book]
Facts = dict[str, FactValue]

pytestmark = pytest.mark.parametrize("policy_id", POLICIES)
# a fixed number of runs for all policies together, so that a larger corpus does not make the tests slower
laws = settings(max_examples=max(8, 160 // len(POLICIES)), deadline=None, suppress_health_check=[HealthCheck.too_slow])

SMALL, LARGE = st.integers(1, 300_000), st.integers(1, 200_000_000)
bills = st.one_of(SMALL, LARGE).map(lambda fen: Decimal(fen) / 100)
used = st.integers(0, 15_000_000).map(lambda fen: Decimal(fen) / 100)


def lost_floors(computation: Computation) -> list[Lost]:
    """The lost first bounds of bands that a person can supply."""
    bands = [step.bands.each[0].over for step in computation.rule.steps if isinstance(step, Bands)]
    return [over for over in bands if isinstance(over, Lost) and over.ask]


@st.composite
def cases(draw: st.DrawFn, book: Book, bill: Decimal, knows: bool = False, complete: bool = True) -> Facts:
    """The facts of a case: its care and bill, a choice for each fact it turns on, perhaps not known, perhaps absent."""
    care = draw(st.sampled_from(list(book.by_care)))
    computation = book.by_care[care]
    facts: Facts = {"care": care, computation.rule.bill: bill}
    for fact, choices in computation.domain.items():
        others = [DONT_KNOW] * (not knows)
        if fact != "care" and (complete or draw(st.booleans())):
            facts[fact] = draw(st.sampled_from([*choices, *others]))
    for fact in ("admission", "diseases"):
        if any(assume.fact == fact for assume in computation.assumes) and draw(st.booleans()):
            facts[fact] = Decimal(draw(st.integers(1, 4)))
    for fact in {fact for step in computation.rule.steps for fact in step_facts(step)}:
        if draw(st.booleans()):
            amount = draw(used)
            facts[fact] = min(amount, bill) if fact == "marked_drugs" else amount
    for floor in lost_floors(computation):
        if floor.between and draw(st.booleans()):
            low, high = (int(bound * 100) for bound in floor.between)
            facts[str(floor.ask)] = Decimal(draw(st.integers(low, high))) / 100
    return facts


def settled(book: Book, facts: Facts) -> Estimate:
    result = estimate(book, Case(facts))
    assert isinstance(result, Estimate), result
    return result


Outcomes = frozenset[tuple[object, ...]]


def answers_to(missing: Missing) -> list[dict[str, str]]:
    return [dict(zip(missing.facts, row, strict=True)) for row in product(*missing.choices.values())]


def outcomes(book: Book, facts: Facts) -> Outcomes:
    """All that may come out; an answer may raise another question (a hospital of the city: was the stay approved)."""
    result = estimate(book, Case(facts))
    if isinstance(result, Estimate):
        return frozenset({(result.status, result.amount, result.low, result.high)})
    return frozenset().union(*(outcomes(book, {**facts, **answer}) for answer in answers_to(result)))


def bill_of(book: Book, facts: Facts) -> Decimal:
    bill = facts[book.by_care[str(facts["care"])].rule.bill]
    assert isinstance(bill, Decimal)
    return bill


@laws
@given(data=st.data(), bill=bills, outside=st.one_of(st.none(), used))
def test_a_statement_adds_up_to_the_bill(
    policy_id: str, book: Books, data: st.DataObject, bill: Decimal, outside: Decimal | None
) -> None:
    facts = data.draw(cases(book(policy_id), bill))
    if outside:
        facts["self_funded"] = outside
    lines = settled(book(policy_id), facts).lines
    assert total(lines) == bill + (outside or 0)
    assert all(line.amount > 0 for line in lines)
    assert all(line.amount == to_fen(line.amount) and line.amount.as_tuple().exponent == -2 for line in lines)
    assert {line.payer for line in lines if not pays(line.payer)} <= {PERSON, OPEN}
    assert {line.clause for line in lines} <= set(book(policy_id).policy.by_id)


@laws
@given(data=st.data(), bill=bills)
def test_the_payment_is_between_nothing_and_the_expense(
    policy_id: str, book: Books, data: st.DataObject, bill: Decimal
) -> None:
    result = settled(book(policy_id), data.draw(cases(book(policy_id), bill)))
    for figure in (result.amount, result.low, result.high):
        assert figure is None or 0 <= figure <= bill


@laws
@given(data=st.data(), bill=bills)
def test_the_figures_fit_the_status(policy_id: str, book: Books, data: st.DataObject, bill: Decimal) -> None:
    result = settled(book(policy_id), data.draw(cases(book(policy_id), bill)))
    amount, low, high = result.amount, result.low, result.high
    assert all(one is None or one.as_tuple().exponent == -2 for one in (amount, low, high))
    match result.status:
        case "exact":
            assert amount is not None
            assert amount == low == high
            assert (result.readings, result.causes) == ((), ())
        case "range":
            assert low is not None
            assert high is not None
            assert low < high
            assert amount is None or low <= amount <= high
            assert result.readings or result.causes
        case "at_least":
            assert (amount is None, low is None, high is None) == (True, False, True)
        case "at_most":
            assert (amount is None, low is None, high is None) == (True, True, False)
        case "unknown":
            assert amount is low is high is None


@laws
@given(data=st.data(), bill=bills)
def test_the_fund_pays_in_the_statement_what_the_estimate_says(
    policy_id: str, book: Books, data: st.DataObject, bill: Decimal
) -> None:
    result = settled(book(policy_id), data.draw(cases(book(policy_id), bill)))
    granted, still_open = paid(result.lines), total(result.lines, OPEN)
    if result.amount is not None:
        assert (granted, still_open) == (result.amount, 0)
    # the lines are the default reading's: what they grant and leave open must meet the range of all readings
    assert result.high is None or granted <= result.high
    assert result.low is None or result.low <= granted + still_open


@laws
@given(data=st.data(), bill=bills)
def test_a_range_holds_every_reading(policy_id: str, book: Books, data: st.DataObject, bill: Decimal) -> None:
    result = settled(book(policy_id), data.draw(cases(book(policy_id), bill)))
    for reading in result.readings:
        assert result.low is None or result.low <= reading.amount
        assert result.high is None or reading.amount <= result.high
    assert len({reading.says for reading in result.readings}) == len(result.readings) != 1


@laws
@given(data=st.data(), bills=st.tuples(bills, bills).map(sorted))
def test_a_larger_bill_is_never_paid_less(
    policy_id: str, book: Books, data: st.DataObject, bills: list[Decimal]
) -> None:
    facts = data.draw(cases(book(policy_id), bills[0]))
    bill = book(policy_id).by_care[str(facts["care"])].rule.bill
    smaller, larger = (settled(book(policy_id), {**facts, bill: one}) for one in bills)
    for one, other in ((getattr(smaller, side), getattr(larger, side)) for side in ("low", "high", "amount")):
        assert one is None or other is None or one <= other


@laws
@given(data=st.data(), bill=st.integers(1, 5_000_000))
def test_a_fen_more_on_the_bill_is_at_most_a_fen_more_paid(
    policy_id: str, book: Books, data: st.DataObject, bill: int
) -> None:
    facts = data.draw(cases(book(policy_id), Decimal(bill) / 100))
    fact, more = book(policy_id).by_care[str(facts["care"])].rule.bill, Decimal(bill + 1) / 100
    before, after = settled(book(policy_id), facts), settled(book(policy_id), {**facts, fact: more})
    for side in ("low", "high", "amount"):
        one, other = getattr(before, side), getattr(after, side)
        assert one is None or other is None or 0 <= other - one <= Decimal("0.01")


@laws
@given(data=st.data(), bill=bills, amounts=st.tuples(used, used).map(sorted))
def test_who_has_used_more_this_year_is_never_paid_more(
    policy_id: str, book: Books, data: st.DataObject, bill: Decimal, amounts: list[Decimal]
) -> None:
    facts = data.draw(cases(book(policy_id), bill))
    for fact in ("used_this_year", "special_used_this_year"):
        less, more = (settled(book(policy_id), {**facts, fact: one}) for one in amounts)
        for side in ("low", "high", "amount"):
            one, other = getattr(less, side), getattr(more, side)
            assert one is None or other is None or other <= one


@laws
@given(data=st.data(), bill=bills)
def test_an_estimate_depends_on_nothing_but_policy_and_case(
    policy_id: str, book: Books, data: st.DataObject, bill: Decimal
) -> None:
    facts = data.draw(cases(book(policy_id), bill))
    before = dict(facts)
    once = estimate(book(policy_id), Case(facts))
    other = book(policy_id).by_care[str(facts["care"])]
    afresh = Book.of(book(policy_id).policy, other.vocabulary)
    assert once == estimate(book(policy_id), Case(facts)) == estimate(afresh, Case(dict(reversed(facts.items()))))
    assert facts == before


@laws
@given(data=st.data(), bill=bills)
def test_knowing_more_stays_within_what_not_knowing_allowed(
    policy_id: str, book: Books, data: st.DataObject, bill: Decimal
) -> None:
    facts = data.draw(cases(book(policy_id), bill))
    domain = book(policy_id).by_care[str(facts["care"])].domain
    open_result = settled(book(policy_id), facts)
    for fact in [fact for fact, value in facts.items() if value == DONT_KNOW]:
        for choice in domain[fact]:
            result = settled(book(policy_id), {**facts, fact: choice})
            assert None in (open_result.low, result.low) or open_result.low <= result.low
            assert None in (open_result.high, result.high) or result.high <= open_result.high


@laws
@given(data=st.data(), bill=bills)
def test_answering_what_is_asked_ends_in_an_estimate(
    policy_id: str, book: Books, data: st.DataObject, bill: Decimal
) -> None:
    facts = data.draw(cases(book(policy_id), bill, complete=False))
    asked: list[str] = []
    while isinstance(result := estimate(book(policy_id), Case(facts)), Missing):
        assert result.facts[0] not in asked
        asked.append(result.facts[0])
        facts[result.facts[0]] = data.draw(st.sampled_from([*result.choices[result.facts[0]], DONT_KNOW]))
    assert len(asked) <= 4


@laws
@given(data=st.data(), bill=bills)
def test_a_question_is_asked_only_where_some_answer_changes_the_result(
    policy_id: str, book: Books, data: st.DataObject, bill: Decimal
) -> None:
    facts = data.draw(cases(book(policy_id), bill, knows=True, complete=False))
    missing = estimate(book(policy_id), Case(facts))
    if isinstance(missing, Estimate):
        return
    results = [(answer, outcomes(book(policy_id), {**facts, **answer})) for answer in answers_to(missing)]
    for fact in missing.facts:
        by_others: dict[tuple[str, ...], set[Outcomes]] = {}
        for answer, result in results:
            others = tuple(value for name, value in answer.items() if name != fact)
            by_others.setdefault(others, set()).add(result)
        assert any(len(found) > 1 for found in by_others.values()), fact
