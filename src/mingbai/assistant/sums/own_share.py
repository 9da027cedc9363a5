"""What of a case somebody bore himself and what basic insurance paid, as the policy spoken of counts these."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.conversation.state import State
from mingbai.assistant.sums.paid_before import with_paid
from mingbai.language.figures.deductibles import tells_sum_above_deductible
from mingbai.language.notes import FactValue
from mingbai.language.utterance import Utterance
from mingbai.money import short
from mingbai.rules.book import Book
from mingbai.rules.terms import terms

_FIGURE = "[^,。;?!0-9多少几]{0,5}(?=[0-9一二三四五六七八九十两半])"  # 自己掏多少 only asks
_SPENT_HIMSELF = re.compile(
    "(?:(?:自己|自家|自个儿?|个人|本人)(?:总共|一共|只|就|才|还|又|再|得|要|今年)*(?:出|掏|贴|垫|搭|拿|花|付|倒贴)"
    f"|[俺咱我](?:自?家|们)?(?:里)?(?:总共|一共|只|就|才|还|又|再|得|要|今年)*(?:掏|贴|垫|搭|倒贴)){_FIGURE}"
)
_CATASTROPHIC, _ON_TOP = "大病保险", "加上过了起付线的"
_ONCE_MORE = re.compile("[再又](?:多|去|要)?(?:花|付|掏|出|加|用)|多(?:花|付|掏|出)|加上")


def with_own_share(utterance: Utterance, state: State, book: Book) -> State:
    """The state with what somebody spent himself as his own share, where the policy counts nothing else.

    What was spent once more (那再花一千呢) comes to the share told before; what basic insurance paid is what a
    policy of basic insurance has paid.
    """
    state = _with_paid_by_both(_with_paid_of_this(utterance, state, book), book)
    told, before = state.facts.get("cost"), state.facts.get("own_share")
    is_told_now = isinstance(told, Decimal) and utterance.facts.get("cost") == told
    is_more = is_told_now and isinstance(before, Decimal) and _ONCE_MORE.search(utterance.text)
    is_his_own = before is None and _SPENT_HIMSELF.search(utterance.text)
    is_above = (is_told_now or "own_share" in utterance.facts) and tells_sum_above_deductible(utterance.text)
    bills = {one.rule.bill for one in book.by_care.values() if not one.layers}
    if "self_funded" in state.facts and "cost" not in bills:
        return _with_self_funded_stay(state, book)
    if state.paid and "cost" in bills and ("own_share" not in bills or state.paid.is_earlier):
        return with_paid(state, state.paid)
    if shared := _used_in_all(state, book):
        return replace(state, facts={**state.facts, "used_this_year": shared})
    if is_above and "own_share" in bills and "cost" not in bills:
        told_as = _renamed(state.facts, "cost", "own_share") if is_told_now else state.facts
        return _above_deductible(replace(state, facts=told_as), book)
    if not (is_more or is_his_own) or "own_share" not in bills or "cost" in bills:
        return state
    facts = _renamed(state.facts, "cost", "own_share")
    if isinstance(told, Decimal) and isinstance(before, Decimal):
        facts["own_share"] = before + told
    return replace(state, facts=facts)


def _above_deductible(state: State, book: Book) -> State:
    """The state with a share told above the deductible: that is met this year, or comes on top where each stay has it.

    青海大病,过了起付线又花了2万: 5000 and 20000 are the share, as the answer says.
    """
    own = [one for one in book.by_care.values() if not one.layers and one.rule.bill == "own_share"]
    care = book.by_care.get(str(state.facts.get("care")), own[0])
    rows = [row for term in terms(care, state.facts, "deductible") for row in term.rows]
    found = {row.figure.value for row in rows if not row.reading}
    told = state.facts["own_share"]
    if len(found) != 1 or any(one.fact == "deductible_paid" for one in care.assumes) or not isinstance(told, Decimal):
        return replace(state, facts={**state.facts, "deductible_met": "是"})
    line = found.pop()
    if any(_ON_TOP in one for one in state.reckoned):  # a message is read again once what it left open is settled
        return state
    how = f"起付线{short(line)}元{_ON_TOP}{short(told)}元"
    rest = {name: value for name, value in state.facts.items() if name != "deductible_met"}
    return replace(state, facts={**rest, "own_share": told + line}, reckoned=(how,))


def _with_paid_of_this(utterance: Utterance, state: State, book: Book) -> State:
    """The state with what was paid (报了1万8) taken off the bill, where it is what basic insurance left that counts.

    So it is where the policy settles nothing else, or the person was asked for it; what the year has paid stays so.
    """
    paid, cost = utterance.facts.get("used_this_year"), state.facts.get("cost")
    bills = {one.rule.bill for one in book.by_care.values() if not one.layers}
    is_of_this = "own_share" in bills and ("cost" not in bills or state.asked_before == "own_share")
    if not is_of_this or not isinstance(paid, Decimal) or not isinstance(cost, Decimal) or paid >= cost:
        return state
    if isinstance(state.facts.get("own_share"), Decimal) or (state.paid and state.paid.is_earlier):
        return state
    facts = _renamed(state.facts, "used_this_year", "basic_paid")
    return replace(state, facts={**facts, "own_share": cost - paid})


def _with_paid_by_both(state: State, book: Book) -> State:
    """The state with what is left once basic and catastrophic insurance have paid, for what is paid after both.

    For catastrophic insurance itself it is what the year has paid already.
    """
    also, told = state.facts.get("catastrophic_paid"), [state.facts.get(one) for one in ("cost", "basic_paid")]
    if not isinstance(also, Decimal):
        return state
    cost, basic = (one if isinstance(one, Decimal) else Decimal(0) for one in told)
    care, left = str(state.facts.get("care")), cost - basic - also
    is_after_both = care in book.by_care and not care.startswith(_CATASTROPHIC) and left >= 0 and None not in told
    if is_after_both and "own_share" in book.by_care[care].bills:
        return replace(state, facts={**state.facts, "own_share": left})
    return replace(state, facts=_renamed(state.facts, "catastrophic_paid", "used_this_year"))


def _used_in_all(state: State, book: Book) -> FactValue | None:
    """What was paid for special outpatient care, where that counts to one limit with the care spoken of."""
    told, care = state.facts.get("special_used_this_year"), book.by_care.get(str(state.facts.get("care")))
    if told is None or care is None or "used_this_year" in state.facts:
        return None
    counted = {one.fact for one in care.assumes}
    return told if "used_this_year" in counted and "special_used_this_year" not in counted else None


def _with_self_funded_stay(state: State, book: Book) -> State:
    """The state with what was self-funded (目录外35000) as the bill of the one kind of care that is paid on it."""
    cares = [care for care, one in book.by_care.items() if one.rule.bill == "inpatient_self_funded"]
    if len(cares) != 1 or "own_share" in state.facts or state.facts.get("care") not in (None, "住院", cares[0]):
        return state
    return replace(state, facts={**_renamed(state.facts, "self_funded", "inpatient_self_funded"), "care": cares[0]})


def _renamed(facts: Mapping[str, FactValue], one: str, other: str) -> dict[str, FactValue]:
    return {other if name == one else name: value for name, value in facts.items()}
