"""Known mistakes in working out a bill, each as the engine run on a rule (or a case) that has the mistake in it.

A wrong amount is therefore never made up: it is what comes out for somebody who makes exactly this mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from mingbai.corpus.models import AdjustRule, Bands, Cap, Deductible, Share, Step
from mingbai.corpus.values import Change
from mingbai.money import ZERO, to_fen
from mingbai.quiz.shelf import Shelf
from mingbai.rules.book import Adjustment, Book, Computation
from mingbai.rules.case import Case
from mingbai.rules.estimate import Estimate, estimated
from mingbai.rules.run import assumed
from mingbai.rules.statement import PERSON

_HUNDRED = Decimal(100)
_ONE = Decimal(1)


@dataclass(frozen=True)
class Slip:
    """An amount that a named mistake leads to."""

    amount: Decimal
    why: str


def slips(shelf: Shelf, computation: Computation, case: Case, result: Estimate) -> Iterator[Slip]:
    """What the known mistakes give for a case whose payment is certain; amounts may repeat, or equal the right one."""
    for why, mutate in _MUTATIONS:
        for changed in _mutated(computation, case, mutate):
            yield from _paid(changed, case, why)
    yield from _neighbour_rows(computation, case)
    yield from _neighbour_policies(shelf, computation, case)
    if computation.layers:
        yield from _first_layer_only(computation, case)
    bill = case.amount(computation.rule.bill)
    if bill is not None and result.amount is not None:
        asked = "各道一共付的钱" if computation.layers else "医保付的钱"
        yield Slip(bill - result.amount, f"算成了自己要付的钱,问的是{asked}")
        if not computation.layers:
            yield from _share_first(computation, case, result)


_Mutate = Callable[[Computation, Case], Computation | None]


def _mutated(computation: Computation, case: Case, mutate: _Mutate) -> Iterator[Computation]:
    """The computation with a mistake in it; a stack with the mistake in one of its layers, each in turn."""
    if not computation.layers:
        changed = mutate(computation, case)
        yield from () if changed is None else (changed,)
    for at, layer in enumerate(computation.layers):
        changed = mutate(layer.computation, case)
        if changed is not None:
            others = computation.layers
            yield replace(computation, layers=(*others[:at], replace(layer, computation=changed), *others[at + 1 :]))


def _paid(computation: Computation, case: Case, why: str) -> Iterator[Slip]:
    care = str(case.get("care"))
    result = estimated(Book(computation.policy, {care: computation}), case)
    if result and result.status == "exact" and result.amount is not None:
        yield Slip(result.amount, why)


def _with_steps(computation: Computation, steps: tuple[Step, ...]) -> Computation:
    rule = computation.rule.model_copy(update={"steps": steps})
    rule.__dict__.pop("needs_bill", None)
    return replace(computation, rule=rule)


def _without(kind: type[Step], computation: Computation) -> Computation | None:
    steps = computation.rule.steps
    kept = tuple(step for step in steps if not isinstance(step, kind))
    return _with_steps(computation, kept) if len(kept) < len(steps) else None


def _no_deductible(computation: Computation, case: Case) -> Computation | None:
    return _without(Deductible, computation)


def _no_cap(computation: Computation, case: Case) -> Computation | None:
    return _without(Cap, computation)


def _cap_on_wrong_side(computation: Computation, case: Case) -> Computation | None:
    """A cap on the payment taken for one on the expense, which comes before the share; or the other way round."""
    steps = computation.rule.steps
    caps = [step for step in steps if isinstance(step, Cap)]
    if not caps:
        return None
    rest = [step for step in steps if not isinstance(step, Cap)]
    before = tuple(_turned(step) for step in caps if step.limits == "payment")
    after = tuple(_turned(step) for step in caps if step.limits == "expense")
    place = next((at for at, step in enumerate(rest) if not isinstance(step, Deductible)), 0)
    return _with_steps(computation, (*rest[:place], *before, *rest[place:], *after))


def _turned(cap: Cap) -> Cap:
    return cap.model_copy(update={"limits": "expense" if cap.limits == "payment" else "payment"})


def _band_on_whole(computation: Computation, case: Case) -> Computation | None:
    """The share of the band in which the bill ends, taken of the whole bill."""
    bill = case.amount(computation.rule.bill)
    scale = next((step for step in computation.rule.steps if isinstance(step, Bands)), None)
    if scale is None or bill is None:
        return None
    reached = [band for band in scale.bands.each if _starts_at(band.over) < bill]
    if not reached:
        return None
    whole = Share(share=reached[-1].share)
    steps = tuple(whole if step is scale else step for step in computation.rule.steps)
    return _with_steps(computation, steps)


def _starts_at(over: object) -> Decimal:
    figure = getattr(over, "inferred", over)
    return figure if isinstance(figure, Decimal) else ZERO


def _points_as_factor(computation: Computation, case: Case) -> Computation | None:
    return _with_changes(computation, _points_to_times)


def _points_to_times(change: Change) -> Change | None:
    return None if change.points is None else Change(times=_ONE + change.points / _HUNDRED)


def _factor_as_points(computation: Computation, case: Case) -> Computation | None:
    return _with_changes(computation, _times_to_points)


def _times_to_points(change: Change) -> Change | None:
    return None if change.times is None else Change(points=(change.times - _ONE) * _HUNDRED)


def _with_changes(computation: Computation, turn: Callable[[Change], Change | None]) -> Computation | None:
    """The computation with the changes of its shares read otherwise; None where there is none to misread."""
    turned: list[Adjustment] = []
    for one in computation.adjustments:
        other = one.rule.share and turn(one.rule.share)
        turned.append(replace(one, rule=_changed(one.rule, other)) if other else one)
    return replace(computation, adjustments=tuple(turned)) if turned != list(computation.adjustments) else None


def _changed(rule: AdjustRule, share: Change) -> AdjustRule:
    return rule.model_copy(update={"share": share})


def _unadjusted(computation: Computation, case: Case) -> Computation | None:
    return replace(computation, adjustments=()) if computation.adjustments else None


_MUTATIONS: tuple[tuple[str, _Mutate], ...] = (
    ("忘了扣起付线", _no_deductible),
    ("把最高一段的比例套到了整笔费用上", _band_on_whole),
    ("把百分点当成了倍数", _points_as_factor),
    ("把倍数当成了百分点", _factor_as_points),
    ("漏掉了对这种情形的调整", _unadjusted),
    ("封顶线放错了一边:报销金额的封顶和费用的封顶弄混了", _cap_on_wrong_side),
    ("忘了封顶线", _no_cap),
)


def _neighbour_rows(computation: Computation, case: Case) -> Iterator[Slip]:
    """The same bill in the neighbouring row of each table."""
    for fact, rows in computation.domain.items():
        mine = case.get(fact)
        if mine not in rows:
            continue
        at = rows.index(str(mine))
        for neighbour in rows[max(0, at - 1) : at + 2]:
            if neighbour != mine:
                label = computation.vocabulary.facts[fact].label
                yield from _paid(computation, case.with_facts(**{fact: neighbour}), f"看错了{label}:按{neighbour}算了")


_MOST_POLICIES = 3


def _neighbour_policies(shelf: Shelf, computation: Computation, case: Case) -> Iterator[Slip]:
    """The same case under other policies that can compute it."""
    care, found = str(case.get("care")), 0
    for policy_id, book in shelf.books.items():
        other = book.by_care.get(care)
        if other is None or policy_id == computation.policy.id or other.rule.bill != computation.rule.bill:
            continue
        if other.domain.keys() <= assumed(other, case.facts)[0].keys():  # else it asks for the rest first
            slip = list(_paid(other, case, f"拿错了政策:这是按《{book.policy.title}》算的"))
            yield from slip
            found += len(slip)
            if found == _MOST_POLICIES:
                return


def _first_layer_only(computation: Computation, case: Case) -> Iterator[Slip]:
    """What the first layer of a stack pays: as the case tells it, or else as its rule does."""
    bill, left = case.amount(computation.rule.bill), case.amount("own_share")
    if bill is not None and left is not None:
        yield Slip(bill - left, _FIRST_ONLY)
    else:
        yield from _paid(replace(computation, layers=computation.layers[:1]), case, _FIRST_ONLY)


_FIRST_ONLY = "只算了第一道,忘了后面还能再报"


def _share_first(computation: Computation, case: Case, result: Estimate) -> Iterator[Slip]:
    """The share taken of the whole bill and the deductible off the payment."""
    deducted = sum((line.amount for line in result.lines if line.label == "起付线" and line.payer == PERSON), ZERO)
    changed = _no_deductible(computation, case)
    if deducted and changed is not None:
        for slip in _paid(changed, case, ""):
            amount = to_fen(max(ZERO, slip.amount - deducted))
            yield Slip(amount, "顺序弄反了:先乘了比例,再扣起付线")
