"""What a message makes of the bill told so far: more or less of it, what of it lies outside the list, what is left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from mingbai.language.figures.changes import CORRECTION
from mingbai.language.notes import FactValue
from mingbai.language.utterance import Utterance

if TYPE_CHECKING:
    from mingbai.assistant.conversation.state import State

_NUMERAL = "[0-9一二两三四五六七八九十半]"
_EARLIER = re.compile("今年|这一年|本年|年内|之前|此前|前面|前几次|上[次回个]|早先|先前|第一[次回]|头一?[次回]|年初")
_OF_THIS_BILL = re.compile(
    f"(?:这[次回趟笔]|本次|其中|账单|单子)[^,。;]{{0,8}}?(?:报|赔|付|支付)[了销过掉]{{0,3}}[^,。;多少几]{{0,3}}{_NUMERAL}"
    "|自己[还又再]*(?:要|得|该)再?(?:出|掏|付|拿|贴|交)(?:多少|几|好多)|对不对|对[吗么]|算错|报少|少报|报错"
)
_BESIDES = re.compile("又|再|还有|另|加上")  # 还有2000也是自费


@dataclass(frozen=True)
class Paid:
    """What basic insurance is said to have paid already, in yuan.

    It `is_of_bill` where the words say so, `is_earlier` where they say that it was paid before this bill.
    """

    yuan: Decimal
    is_of_bill: bool = False
    is_earlier: bool = False


def paid_told(utterance: Utterance, before: Paid | None = None) -> Paid | None:
    """What a message says to be paid already; None where nothing is.

    Another sum than the one told `before` takes its place, and was paid when that was (要是前面才报了五万呢).
    """
    facts = utterance.facts
    paid, own, cost = facts.get("basic_paid"), facts.get("own_share"), facts.get("cost")
    if paid is None and cost is not None:
        paid = facts.get("used_this_year")
    if not isinstance(paid, Decimal):
        other = facts.get("used_this_year")
        return replace(before, yuan=other) if before and isinstance(other, Decimal) else None
    is_earlier = _EARLIER.search(utterance.text) is not None
    is_whole = isinstance(own, Decimal) and paid + own == cost
    is_of_bill = is_whole or _OF_THIS_BILL.search(utterance.text) is not None
    return Paid(paid, is_of_bill=is_of_bill and not is_earlier, is_earlier=is_earlier)


def with_bill(facts: Mapping[str, FactValue], before: State, utterance: Utterance) -> dict[str, FactValue]:
    """The facts after an utterance that may change the bill of those `before`; `facts` hold what it tells already."""
    changed = _changed(facts, before, utterance) or _lessened(facts, before, utterance)
    return _with_own_share(changed, utterance)


def _changed(facts: Mapping[str, FactValue], before: State, utterance: Utterance) -> dict[str, FactValue] | None:
    """The facts with more or less of the bill just worked out (那再花一千呢, 少花5000呢, 翻一倍呢)."""
    by = next((utterance.facts[one] for one in (before.bill, "cost") if one in utterance.facts), None)
    known, change = before.facts.get(before.bill), utterance.change
    is_same_care = utterance.facts.get("care") in (None, before.facts.get("care"))
    if change is None or before.topic != "estimate" or before.asked or not is_same_care:
        return None
    whole = change.of(known, by if isinstance(by, Decimal) else None) if isinstance(known, Decimal) else None
    if whole is None:
        return None
    kept = {name: value for name, value in facts.items() if name != "cost"} | {before.bill: whole}
    own = before.facts.get("self_funded")  # what lies outside the list stays as it was told
    return kept if own is None else {"self_funded": own, **kept}


def _lessened(facts: Mapping[str, FactValue], before: State, utterance: Utterance) -> dict[str, FactValue]:
    """The facts with the bill less what of it lies outside the list, where one of the two was told before.

    What is told anew takes the place of what was told: the whole bill is divided once more.
    """
    own, told = utterance.facts.get("self_funded"), "cost" in utterance.facts
    bill = utterance.taken_off or "cost"  # 要是里面有3000目录外, after 自付9000
    cost, earlier = before.facts.get(bill), before.facts.get("self_funded")
    if bill != "cost":
        told, earlier = bill in utterance.facts, earlier if before.taken_off == bill else None
    total = utterance.facts.get("cost")
    if told and own is None and isinstance(earlier, Decimal) and isinstance(total, Decimal):
        is_same = isinstance(cost, Decimal) and total == cost + earlier  # 总账8800: the whole bill once more
        is_put_right = CORRECTION.search(utterance.text) and earlier < total  # 不对,总共是4万: 5千 of it stay outside
        if is_same or is_put_right:
            return {**facts, "self_funded": earlier, "cost": total - earlier}
    if told or not isinstance(own, Decimal) or not isinstance(cost, Decimal):
        return dict(facts)
    whole = cost + (earlier if isinstance(earlier, Decimal) else 0)
    if isinstance(earlier, Decimal) and _BESIDES.search(utterance.text):
        own += earlier
    return {**facts, "self_funded": own, bill: whole - own} if own < whole else dict(facts)


def _with_own_share(facts: Mapping[str, FactValue], utterance: Utterance) -> dict[str, FactValue]:
    """What basic insurance paid of this bill leaves the rest of it to the person, unless they say how much."""
    paid, cost = facts.get("basic_paid"), facts.get("cost")
    if "own_share" in utterance.facts:
        return {name: value for name, value in facts.items() if name != "basic_paid"}
    if isinstance(paid, Decimal) and isinstance(cost, Decimal) and paid < cost:
        return {**facts, "own_share": cost - paid}
    return dict(facts)
