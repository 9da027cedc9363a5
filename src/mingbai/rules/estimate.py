"""What a policy pays for a case: a pure function of the two, doubt and missing facts included."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations, product
from typing import Literal

from mingbai.corpus.models import Assume
from mingbai.corpus.vocabulary import DONT_KNOW, SERVICE_ON
from mingbai.money import ZERO, words
from mingbai.rules.book import Book, Computation
from mingbai.rules.case import Case, CaseError, FactValue
from mingbai.rules.doubt import Choice, Oracle, World, explore
from mingbai.rules.run import Outcome, assumed
from mingbai.rules.stack import outcome
from mingbai.rules.statement import Line, certain
from mingbai.rules.versions import DayNotCoveredError, must_be_in_force

Status = Literal["exact", "range", "at_least", "at_most", "unknown"]
PROBE_BILL = Decimal(20_000)
"""A bill used only to rank the questions to ask while the real bill is not known."""
_UNCOVERED = "uncovered"
_Worlds = tuple[World[Outcome], ...]
_Told = tuple[Status, Decimal | None, Decimal | None]


@dataclass(frozen=True)
class Reading:
    """What the fund pays under one reading of the policy's words."""

    says: str
    amount: Decimal


@dataclass(frozen=True)
class Estimate:
    """What the fund pays, in yuan, with the statement that divides the bill.

    `amount` is the default reading's figure (None where there is none); `low` and `high` bound what may come out, None
    on a side that the source leaves open. `clauses` are the ids of all clauses that bore on it.
    """

    policy: str
    care: str
    status: Status
    amount: Decimal | None
    low: Decimal | None
    high: Decimal | None
    lines: tuple[Line, ...]
    readings: tuple[Reading, ...]
    causes: tuple[str, ...]
    assumptions: tuple[Assume, ...]
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Missing:
    """The facts still needed, the most decisive first, with the choices of each (empty for an amount)."""

    policy: str
    facts: tuple[str, ...]
    choices: dict[str, tuple[str, ...]]
    clauses: tuple[str, ...]


def estimate(book: Book, case: Case) -> Estimate | Missing:
    """What the policy of `book` pays for `case`, or the facts that are missing.

    Raises:
        CaseError: where the policy computes nothing for this kind of care, or the facts contradict each other.
        DayNotCoveredError: where the policy, or a figure that decides, does not hold on the day of the case.
    """
    day = case.get(SERVICE_ON)
    if isinstance(day, date):
        must_be_in_force(book.policy, day)
    computation = _computation(book, case)
    if isinstance(computation, Missing):
        return computation
    known, assumptions = assumed(computation, case.facts)
    bill = _bill(computation, known)
    lacks_bill = bill is None and computation.rule.needs_bill
    worlds = _worlds(computation, known, PROBE_BILL if lacks_bill else bill)
    missing = _decisive(worlds, only_material=not lacks_bill)
    _must_be_covered(worlds, missing)
    if lacks_bill or missing:
        facts = ((computation.rule.bill,) if lacks_bill else ()) + missing
        choices = {fact: computation.domain.get(fact, ()) for fact in facts}
        return Missing(book.policy.id, facts, choices, (computation.clause.id,))
    return _combine(computation, known, assumptions, worlds)


def _computation(book: Book, case: Case) -> Computation | Missing:
    care = case.get("care")
    if care is None or care == DONT_KNOW:
        distinct = {
            id(one.rule): one for one in book.by_care.values() if not one.layers
        }  # a stack is asked for by name
        by_bill = [one for one in distinct.values() if one.rule.bill != "cost" and one.rule.bill in case.facts]
        if len(distinct) == 1 or len(by_bill) == 1:  # the amount named may itself say which rule is meant
            return (by_bill or list(distinct.values()))[0]
        if not distinct:
            raise CaseError("care", f"《{book.policy.title}》里没有可以算出金额的规则")
        told = {fact for one in book.by_care.values() for fact in one.bills if fact != "cost" and fact in case.facts}
        fitting = {name: one for name, one in book.by_care.items() if told <= {*one.bills}} or book.by_care
        clauses = tuple(dict.fromkeys(one.clause.id for one in fitting.values()))
        return Missing(book.policy.id, ("care",), {"care": tuple(fitting)}, clauses)
    computation = book.by_care.get(str(care))
    if computation is None:
        raise CaseError("care", f"《{book.policy.title}》没有写{care}怎么报;能算的有:{'、'.join(book.by_care)}")
    return computation


def _bill(computation: Computation, known: dict[str, FactValue]) -> Decimal | None:
    fact = computation.bill_of(known)
    bill = known.get(fact)
    cost, basic_cap = known.get("cost"), known.get("basic_cap")
    if fact == "excess" and bill is None and isinstance(cost, Decimal) and isinstance(basic_cap, Decimal):
        if cost <= basic_cap:
            raise CaseError("excess", f"费用没有超过基本医保封顶线{words(basic_cap)},还轮不到大病保险支付")
        return cost - basic_cap
    return bill if isinstance(bill, Decimal) else None


def _worlds(computation: Computation, known: dict[str, FactValue], bill: Decimal | None) -> _Worlds:
    """What may come out; of the periods of an unknown day only those for which all figures needed are written.

    On a known day without them nothing can be said, so that the facts that may lead to other figures are asked first.
    """

    def run(oracle: Oracle) -> Outcome:
        try:
            return outcome(computation, known, oracle, bill)
        except DayNotCoveredError as error:
            end = oracle.choose(_UNCOVERED, "uncovered", (str(error),) * 2, frozenset({0, 1}))
            return Outcome((ZERO, bill or PROBE_BILL)[end], (), ())

    worlds = explore(run)
    if isinstance(known.get(SERVICE_ON), date):
        return worlds
    return tuple(world for world in worlds if not world.took(_UNCOVERED)) or worlds


def _must_be_covered(worlds: _Worlds, missing: tuple[str, ...]) -> None:
    uncovered = [choice for world in worlds if (choice := world.took(_UNCOVERED))]
    if uncovered and (not missing or len(uncovered) == len(worlds)):
        raise DayNotCoveredError(uncovered[0].says)


def _decisive(worlds: _Worlds, only_material: bool) -> tuple[str, ...]:
    """The missing facts, the one whose answer leaves the narrowest range first; among equals the day comes last.

    A fact whose answer cannot change the payment is left out once the bill is known.
    """
    first_seen: dict[str, int] = {}
    for world in worlds:
        for choice in world.choices:
            if choice.kind == "missing_fact":
                first_seen.setdefault(str(choice.key), len(first_seen))
    facts = [fact for fact in first_seen if not only_material or _matters(worlds, fact)]
    if only_material and any(world.is_open for world in worlds):
        telling = _telling(worlds)
        facts = [fact for fact in facts if fact in telling]
    return tuple(sorted(facts, key=lambda fact: (_width_left(worlds, fact), fact == SERVICE_ON, first_seen[fact])))


def _telling(worlds: _Worlds) -> set[str]:
    """The missing facts of which some answer changes what can be told; where a figure is open, it may stay unknown."""
    counts = {str(one.key): one.count for world in worlds for one in world.choices if one.kind == "missing_fact"}
    told: dict[tuple[int, ...], _Told | None] = {}
    for answers in product(*map(range, counts.values())):
        answer = dict(zip(counts, answers, strict=True))
        left = [w for w in worlds if all(answer.get(str(c.key), c.taken) == c.taken for c in w.choices)]
        told[answers] = _told(left) if left else None  # a period for which the figures are not written
    telling = {
        position
        for answers, one in told.items()
        for position, answer in enumerate(answers)
        if one != told[(*answers[:position], 0, *answers[position + 1 :])]
    }
    return {fact for position, fact in enumerate(counts) if position in telling}


def _width_left(worlds: _Worlds, fact: str) -> Decimal:
    """How wide the payments still spread, on average, once a fact is known.

    A world that does not meet the fact is left by each of its answers.
    """
    groups: dict[int, list[Decimal]] = {}
    untouched: list[Decimal] = []
    for world in worlds:
        took = world.took(fact)
        (groups.setdefault(took.taken, []) if took else untouched).append(world.outcome.payment)
    widths = [max(group + untouched) - min(group + untouched) for group in groups.values()]
    return sum(widths, ZERO) / len(widths)


def _others(world: World[Outcome], key: Hashable) -> tuple[tuple[Hashable, int], ...]:
    return tuple((choice.key, choice.taken) for choice in world.choices if choice.key != key)


def _spread(worlds: _Worlds, key: Hashable) -> Decimal | None:
    """The most that one doubt moves the payment while the others stay; None where it moves nothing."""
    groups: dict[tuple[tuple[Hashable, int], ...], list[Decimal]] = {}
    possible = 0
    for world in worlds:
        if took := world.took(key):
            groups.setdefault(_others(world, key), []).append(world.outcome.payment)
            possible = took.count
    widths = [max(group) - min(group) for group in groups.values()]
    if any(len(group) < possible for group in groups.values()):  # other doubts arise only on one side of this one
        widths.extend(_across(worlds, key))
    widest = max(widths, default=ZERO)
    return widest if widest > 0 else None


def _across(worlds: _Worlds, key: Hashable) -> Iterator[Decimal]:
    """How far the payment moves between any two worlds that take one doubt differently and contradict in no other."""
    met = [(world.outcome.payment, {one.key: one.taken for one in world.choices}) for world in worlds]
    for (payment, taken), (other_payment, other_taken) in combinations([one for one in met if key in one[1]], 2):
        shared = taken.keys() & other_taken.keys()
        if all((taken[one] != other_taken[one]) == (one == key) for one in shared):
            yield abs(payment - other_payment)


def _matters(worlds: _Worlds, key: Hashable) -> bool:
    return _spread(worlds, key) is not None


def _combine(
    computation: Computation, known: dict[str, FactValue], assumptions: tuple[Assume, ...], worlds: _Worlds
) -> Estimate:
    status, low, high = _told(worlds)
    default = [w for w in worlds if all(c.taken == 0 for c in w.choices if c.kind == "reading")]
    amounts = {world.outcome.payment for world in default}
    return Estimate(
        policy=computation.policy.id,
        care=str(known.get("care", computation.rule.estimate[0])),
        status=status,
        amount=amounts.pop() if len(amounts) == 1 and status in ("exact", "range") else None,
        low=low,
        high=high,
        lines=certain([world.outcome.lines for world in default], computation.clause.id),
        readings=tuple(_readings(worlds)) if len(worlds) > 1 else (),
        causes=tuple(_causes(worlds, status)) if len(worlds) > 1 else (),
        assumptions=assumptions,
        clauses=_clauses(computation, worlds),
    )


def _told(worlds: Sequence[World[Outcome]]) -> _Told:
    """The status, and the bounds that are known: those some world reaches without an open figure.

    What is paid even where all that is open pays nothing is a bound too, as no figure lies below nothing.
    """
    payments = [world.outcome.payment for world in worlds]
    low, high = min(payments), max(payments)
    low_known = low > 0 or low == high or any(w.outcome.payment == low and not w.is_open for w in worlds)
    high_known = low == high or any(w.outcome.payment == high and not w.is_open for w in worlds)
    status = _status(low, high, low_known, high_known)
    return status, low if low_known else None, high if high_known else None


def _status(low: Decimal, high: Decimal, low_known: bool, high_known: bool) -> Status:
    if low == high:
        return "exact"
    if low_known and high_known:
        return "range"
    if low_known:
        return "at_least"
    return "at_most" if high_known else "unknown"


def _doubts(worlds: _Worlds, *kinds: str) -> Iterator[Choice]:
    """Each doubt of some kinds that moves the payment, once."""
    seen: set[Hashable] = set()
    for world in worlds:
        for choice in world.choices:
            if choice.kind in kinds and choice.key not in seen:
                seen.add(choice.key)
                if _matters(worlds, choice.key):
                    yield choice


def _readings(worlds: _Worlds) -> Iterator[Reading]:
    keys = [choice.key for choice in _doubts(worlds, "reading")]
    shown: set[tuple[str, ...]] = set()
    for world in worlds:
        says = tuple(choice.says for choice in world.choices if choice.key in keys)
        plain = all(choice.taken == 0 for choice in world.choices if choice.kind != "reading") and not world.is_open
        if says and plain and says not in shown:
            shown.add(says)
            yield Reading(";".join(says), world.outcome.payment)


def _causes(worlds: _Worlds, status: Status) -> Iterator[str]:
    """The doubts that move the payment; where nothing of it can be said, not those within bounds beside lost ones."""
    doubts = list(_doubts(worlds, "lost", "bound"))
    is_open = {one.key: any(c.open for world in worlds for c in world.choices if c.key == one.key) for one in doubts}
    if status == "unknown" and any(is_open.values()):
        doubts = [one for one in doubts if is_open[one.key]]
    for choice in doubts:
        spread = _spread(worlds, choice.key)
        yield choice.says if is_open[choice.key] or not spread else f"{choice.says},最多相差{words(spread)}"
    for choice in _doubts(worlds, "unknown_fact"):
        yield f"不知道{choice.says.split('是')[0]}"


def _clauses(computation: Computation, worlds: Sequence[World[Outcome]]) -> tuple[str, ...]:
    cited = [computation.clause.id]
    for world in worlds:
        cited.extend(line.clause for line in world.outcome.lines)
        cited.extend(world.outcome.adjusted_by)
    return tuple(dict.fromkeys(cited))
