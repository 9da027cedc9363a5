"""What a policy pays for a case: a pure function of the two, doubt and missing facts included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingbai.corpus.models import Assume
from mingbai.corpus.vocabulary import DONT_KNOW, SERVICE_ON
from mingbai.money import ZERO, words
from mingbai.rules.book import Book, Computation
from mingbai.rules.case import Case, CaseError, FactValue
from mingbai.rules.doubt import Oracle, explore
from mingbai.rules.most_decisive import most_decisive
from mingbai.rules.run import Outcome, assumed
from mingbai.rules.spread import Status, Worlds, bounds, doubts_that_matter, spread
from mingbai.rules.stack import outcome
from mingbai.rules.statement import Line, certain
from mingbai.rules.versions import DayNotCoveredError, must_be_in_force

PROBE_BILL = Decimal(20_000)
"""A bill used only to rank the questions to ask while the real bill is not known."""
_UNCOVERED = "uncovered"


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
    missing = most_decisive(worlds, only_material=not lacks_bill)
    _must_be_covered(worlds, missing)
    if lacks_bill or missing:
        facts = ((computation.rule.bill,) if lacks_bill else ()) + missing
        choices = {fact: computation.domain.get(fact, ()) for fact in facts}
        return Missing(book.policy.id, facts, choices, (computation.clause.id,))
    return _combine(computation, known, assumptions, worlds)


def estimated(book: Book, case: Case) -> Estimate | None:
    """What the policy of `book` pays for `case`; None where it says nothing of it, or a fact is missing."""
    try:
        result = estimate(book, case)
    except CaseError:
        return None
    return result if isinstance(result, Estimate) else None


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


def _worlds(computation: Computation, known: dict[str, FactValue], bill: Decimal | None) -> Worlds:
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


def _must_be_covered(worlds: Worlds, missing: tuple[str, ...]) -> None:
    uncovered = [choice for world in worlds if (choice := world.took(_UNCOVERED))]
    if uncovered and (not missing or len(uncovered) == len(worlds)):
        raise DayNotCoveredError(uncovered[0].says)


def _combine(
    computation: Computation, known: dict[str, FactValue], assumptions: tuple[Assume, ...], worlds: Worlds
) -> Estimate:
    status, low, high = bounds(worlds)
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


def _readings(worlds: Worlds) -> Iterator[Reading]:
    keys = [choice.key for choice in doubts_that_matter(worlds, "reading")]
    shown: set[tuple[str, ...]] = set()
    for world in worlds:
        says = tuple(choice.says for choice in world.choices if choice.key in keys)
        plain = all(choice.taken == 0 for choice in world.choices if choice.kind != "reading") and not world.is_open
        if says and plain and says not in shown:
            shown.add(says)
            yield Reading(";".join(says), world.outcome.payment)


def _causes(worlds: Worlds, status: Status) -> Iterator[str]:
    """The doubts that move the payment; where nothing of it can be said, not those within bounds beside lost ones."""
    doubts = list(doubts_that_matter(worlds, "lost", "bound"))
    is_open = {one.key: any(c.open for world in worlds for c in world.choices if c.key == one.key) for one in doubts}
    if status == "unknown" and any(is_open.values()):
        doubts = [one for one in doubts if is_open[one.key]]
    for choice in doubts:
        moved = spread(worlds, choice.key)
        yield choice.says if is_open[choice.key] or not moved else f"{choice.says},最多相差{words(moved)}"
    for choice in doubts_that_matter(worlds, "unknown_fact"):
        yield f"不知道{choice.says.split('是')[0]}"


def _clauses(computation: Computation, worlds: Worlds) -> tuple[str, ...]:
    cited = [computation.clause.id]
    for world in worlds:
        cited.extend(line.clause for line in world.outcome.lines)
        cited.extend(world.outcome.adjusted_by)
    return tuple(dict.fromkeys(cited))
