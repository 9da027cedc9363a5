"""Worked cases of rules about money that no bill is needed for: each part in yuan, with the sum written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from mingbai.corpus.cases import AdvanceCase, LateFeeCase, PremiumBaseCase, PremiumCase, SharingCase
from mingbai.corpus.cases.money import UNKNOWN
from mingbai.corpus.kinds import AdvanceRule, LateFeeRule, PremiumBaseRule, PremiumRule, SharingRule
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import ZERO, plain
from mingbai.rules.case import Case
from mingbai.rules.late_fee import days_late, late_fee
from mingbai.rules.premium import Base, PremiumRow, Premiums, lowered, premiums
from mingbai.rules.sharing import advance, share_result
from mingbai.rules.stated import Stated
from mingbai.rules.worked.sums import sum_differences


def premium_differences(one: Stated[PremiumRule], case: PremiumCase, vocabulary: Vocabulary) -> Iterator[str]:
    """What a worked case of a premium says otherwise than its own sums, or than the engine."""
    found = answered(one, case, vocabulary)
    rows = rows_of(one, case, found)
    if case.asks:
        if found.missing[:1] != (case.asks,):
            yield f"先问的是 {'、'.join(found.missing[:1]) or '无'},算例写的是 {case.asks}"
    elif case.none:
        if rows:
            yield f"写的是没有适用的一行,算出来适用“{rows[0].who}”"
    elif len(rows) != 1:
        few = f"适用的有几行({'、'.join(row.who for row in rows)}),要用 who 写明哪一行"
        yield few if rows else "没有适用的一行"
    else:
        yield from _part_differences(case.pays or {}, _payments(rows[0], one, case))
        yield from _sum_differences(case.pays or {}, case.sum)
        if case.total is not None and case.total != _known(case.pays or {}):
            yield f"total 写的是 {plain(case.total)},各方加起来是 {plain(_known(case.pays or {}))}"


def answered(one: Stated[PremiumRule], case: PremiumCase, vocabulary: Vocabulary) -> Premiums:
    """What the engine says of a policy's premiums to a worked case."""
    base = Base(case.base, case.own, case.people)
    year = None if case.year is None else int(case.year)
    return premiums(one.policy, vocabulary, Case.read(case.given, vocabulary), year, base)


def rows_of(one: Stated[PremiumRule], case: PremiumCase, found: Premiums) -> list[PremiumRow]:
    """The rows of one rule that a worked case is about; by name also one whose facts it leaves open."""
    rows = (*found.rows, *found.others) if case.who else found.rows
    own = [row for row in rows if row.clauses[0] == one.clause.id and row.name == one.rule.name]
    return [row for row in own if case.who in (None, row.who)]


_Parts = Mapping[str, Decimal | str]


def _payments(row: PremiumRow, one: Stated[PremiumRule], case: PremiumCase) -> dict[str, Decimal | str]:
    """The parts of a row for so many people; a row that multiplies by a count has done so itself."""
    group = next(group for group in one.rule.groups if (group.who, group.year) == (row.who, row.year))
    people = Decimal(1) if case.people is None or group.times else case.people
    return {one.payer: UNKNOWN if one.amount is None else one.amount * people for one in row.payments}


def _known(parts: _Parts) -> Decimal:
    return sum((part for part in parts.values() if isinstance(part, Decimal)), ZERO)


def _part_differences(written: _Parts, found: _Parts) -> Iterator[str]:
    for party in dict.fromkeys((*written, *found)):
        if written.get(party) != found.get(party):
            yield f"{party}写的是 {_shown(written.get(party))},算出来是 {_shown(found.get(party))}"


def _shown(part: Decimal | str | None) -> str:
    return plain(part) if isinstance(part, Decimal) else part or "没有这一方"


def _sum_differences(parts: _Parts, sums: str | dict[str, str] | None) -> Iterator[str]:
    """The sum of all parts that are known, or one for each of them."""
    if isinstance(sums, dict):
        for party in dict.fromkeys((*parts, *sums)):
            part = parts.get(party)
            yield from (
                f"{party}:{text}"
                for text in sum_differences(part if isinstance(part, Decimal) else None, sums.get(party))
            )
    elif sums is not None or any(isinstance(part, Decimal) for part in parts.values()):
        yield from sum_differences(_known(parts), sums)


def base_differences(one: Stated[PremiumBaseRule], case: PremiumBaseCase) -> Iterator[str]:
    """What a worked case of a lowered base says otherwise than its own sum, or than the engine."""
    amount, _, _ = lowered(one.rule.of, one.policy, Base(case.base, case.own), case.base)
    yield from _part_differences({"基数": case.uses}, {"基数": amount})
    yield from sum_differences(case.uses, case.sum)


def late_fee_differences(one: Stated[LateFeeRule], case: LateFeeCase) -> Iterator[str]:
    """What a worked case of a late fee says otherwise than its own sum, or than the engine."""
    periods = case.days if one.rule.per == "日" else case.months
    if periods is None:
        yield f"规则按{one.rule.per}算,迟交多久要写 {'days' if one.rule.per == '日' else 'months'}"
        return
    if case.due and case.paid and days_late(case.due, case.paid) != periods:
        yield f"从 {case.due} 到 {case.paid} 是 {days_late(case.due, case.paid)} 天,写的是 {periods}"
    yield from _part_differences(
        {"滞纳金": case.fee}, {"滞纳金": late_fee(one, case.owed, int(periods)).amount or ZERO}
    )
    yield from sum_differences(case.fee, case.sum)


def advance_differences(one: Stated[AdvanceRule], case: AdvanceCase) -> Iterator[str]:
    """What a worked case of an advance says otherwise than its own sum, or than the engine."""
    found = advance(one, case.outlay)
    if found.applies != case.applies:
        yield f"applies 写的是 {_YES_NO[case.applies]},算出来是 {_YES_NO[found.applies]}"
    for name in ("amount", "at_most", "at_least"):
        written, part = getattr(case, name), getattr(found, name)
        if written != part:
            yield f"{name} 写的是 {_amount(written)},算出来是 {_amount(part)}"
    outcome = next((one for one in (case.amount, case.at_most, case.at_least) if one is not None), None)
    yield from sum_differences(outcome, case.sum)


_YES_NO = {True: "true", False: "false", None: UNKNOWN}


def _amount(amount: Decimal | None) -> str:
    return "无" if amount is None else plain(amount)


_RESULTS = {"within": "不分", "surplus": "盈余", "loss": "亏损"}


def sharing_differences(one: Stated[SharingRule], case: SharingCase) -> Iterator[str]:
    """What a worked case of shared profit and loss says otherwise than its own sums, or than the engine."""
    found = share_result(one, case.premium, case.cost)
    if _RESULTS[found.status] != case.result:
        yield f"写的是{case.result},算出来是{_RESULTS[found.status]}"
    yield from _part_differences(case.shares, {part.party: part.amount for part in found.parts})
    yield from _sum_differences(case.shares, case.sum)
