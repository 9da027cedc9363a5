"""What was paid already beside a bill of basic insurance: earlier this year, or of this very bill, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.conversation.bill_told import Paid
from mingbai.assistant.conversation.state import State
from mingbai.assistant.outcome import Computed
from mingbai.assistant.toolbox import Facts, Toolbox
from mingbai.corpus.models import Deductible
from mingbai.language.notes import FactValue
from mingbai.money import words

_MET, _DEDUCTIBLE = "deductible_met", "起付线"
# 今年住院先报了一次了, 第一次已经报过, 今年已经报过1万块: so the year's deductible was taken off then
_PAID_ONCE = re.compile(
    "(?:今年|年内|这一?年|本年|上半年|年初|第一[次回]|头一?[次回])[^,。;?!没未去]{0,10}"
    "(?:报|赔|补)(?:销)?(?:过|了)(?!多少|几|吗|没)"
)
_ABOVE_ALL = Decimal(10_000_000)  # a bill that every deductible lies below


def with_paid(state: State, paid: Paid) -> State:
    """The state with what was paid as so much of the year's limit, unless it was paid of this bill."""
    facts = {name: value for name, value in state.facts.items() if name not in ("basic_paid", "used_this_year")}
    if "basic_paid" in state.facts:
        facts.pop("own_share", None)  # what it leaves of the bill, as another layer would count it
    if not paid.is_of_bill:
        facts["used_this_year"] = paid.yuan
    return replace(state, facts=facts)


def facts_with_deductible(toolbox: Toolbox, state: State) -> Mapping[str, FactValue]:
    """The facts of a case, with the whole deductible as paid where it was met this year (起付线今年扣过了)."""
    facts = state.facts
    is_met = facts.get(_MET) == "是" or (_MET not in facts and _was_paid(state))
    if not is_met or "deductible_paid" in facts or state.policy is None:
        return facts
    found = toolbox.estimate(state.policy, {**facts, "cost": _ABOVE_ALL})
    if not isinstance(found, Computed) or not _counts_deductible(toolbox, found):
        return facts
    whole = sum((Decimal(one.amount) for one in found.estimate.lines if one.label == _DEDUCTIBLE), Decimal(0))
    if not whole and facts.get(_MET) == "是" and _asks_deductible(toolbox, found):
        return {**facts, "deductible": Decimal(0)}  # whatever it is where the bill was, none of it is left
    return {**facts, "deductible_paid": whole} if whole else facts


def _was_paid(state: State) -> bool:
    """Whether the person says that insurance paid for the same kind of care before in this year."""
    is_outpatient = "门诊" in str(state.facts.get("care"))
    said = [one[0] for text in state.said if "对" not in text for one in _PAID_ONCE.finditer(text)]
    is_of_bill = state.paid is not None and state.paid.is_of_bill
    return not is_of_bill and any(not (is_outpatient and "住院" in one) for one in said)


def _counts_deductible(toolbox: Toolbox, outcome: Computed) -> bool:
    """Whether what was paid of the deductible this year counts for the care of an estimate."""
    computation = toolbox.library.books[outcome.policy].by_care[outcome.care]
    return any(one.fact == "deductible_paid" for one in computation.assumes)


def _asks_deductible(toolbox: Toolbox, outcome: Computed) -> bool:
    """Whether the deductible of an estimate is one that each place sets, so that it has to be asked for."""
    steps = toolbox.library.books[outcome.policy].by_care[outcome.care].rule.steps
    return any(isinstance(step, Deductible) and getattr(step.deductible, "ask", None) == "deductible" for step in steps)


def words_on_paid(toolbox: Toolbox, state: State, outcome: Computed) -> Iterator[str]:
    """What is said, beside an estimate, of what was told as paid already: how it was taken."""
    paid, facts = state.paid, state.facts
    computation = toolbox.library.books[outcome.policy].by_care[outcome.care]
    is_taken = any(one.label == _DEDUCTIBLE for one in outcome.estimate.lines)
    if _MET not in facts and _was_paid(state) and not is_taken and _counts_deductible(toolbox, outcome):
        yield "您说今年报过,一年扣一次的起付线就当那时已经扣过"
    if facts.get(_MET) == "是" and is_taken and not _counts_deductible(toolbox, outcome):
        yield f"您说起付线今年扣过了:{outcome.care}没有写扣过一次就不再扣,照扣"
    if paid is None or computation.layers or "cost" not in facts or "own_share" in computation.bills:
        return
    amount = outcome.estimate.amount if outcome.estimate.status == "exact" else None
    if paid.is_of_bill:
        yield _of_this_bill(paid.yuan, outcome.bill, Decimal(amount) if amount else None)
    elif not paid.is_earlier and paid.yuan < outcome.bill:
        yield _of_either(paid.yuan, _alone(toolbox, outcome.policy, facts))


def words_on_whole(toolbox: Toolbox, state: State, outcome: Computed) -> Iterator[str]:
    """What is said beside an estimate of the year's whole: that the bill told before is in it, and what that leaves."""
    if state.within is None or outcome.estimate.status != "exact":
        return
    bills = toolbox.library.books[outcome.policy].by_care[outcome.care].bills
    fact = next((one for one in bills if one in state.facts), None)
    was = _exactly(toolbox, outcome.policy, {**state.facts, fact: state.within}) if fact else None
    if was is None:
        return
    now = Decimal(str(outcome.estimate.amount))
    yield (
        f"当作今年到现在一共这么多,前面说的{words(state.within)}算在里面:"
        f"那时能报{words(was)},现在再报{words(now - was)}"
    )


def _of_this_bill(paid: Decimal, bill: Decimal, by_rule: Decimal | None) -> str:
    """What was paid of a bill held against what its rule gives."""
    said = f"您说这次医保报了{words(paid)},那自己出的是{words(bill - paid)}"
    if by_rule is None:
        return said
    if paid == by_rule:
        return f"{said},跟按规定算的一样"
    more = "少报了" if paid < by_rule else "多报了"
    return f"{said};比按规定算的{more}{words(abs(by_rule - paid))},可以请经办机构对一下"


def _of_either(paid: Decimal, alone: Decimal | None) -> str:
    """How what was paid was taken, and what follows if it was paid of this bill, which `alone` comes to so much."""
    said = f"您说已经报了的{words(paid)},是当这次以外、今年早先报的算的;要是就是这次报的"
    if alone is None:
        return f"{said},要从这次能报的数里扣掉"
    if paid >= alone:
        return f"{said},这次按规定一共能报{words(alone)},已经报足了"
    return f"{said},这次按规定一共能报{words(alone)},还能再报{words(alone - paid)}"


def _alone(toolbox: Toolbox, policy: str, facts: Facts) -> Decimal | None:
    """What a bill comes to where nothing was paid before it; None where that is not exact."""
    return _exactly(toolbox, policy, {name: value for name, value in facts.items() if name != "used_this_year"})


def _exactly(toolbox: Toolbox, policy: str, facts: Facts) -> Decimal | None:
    """What a bill comes to under a policy; None where that is not exact."""
    found = toolbox.estimate(policy, facts)
    if not isinstance(found, Computed) or found.estimate.status != "exact" or found.estimate.amount is None:
        return None
    return Decimal(found.estimate.amount)
