"""What is left to pay or to get once a deposit, or an advance of the fund, is taken off what was worked out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from mingbai.assistant.reply import Reply
from mingbai.language.figures.paid_ahead import ADVANCED, AHEAD
from mingbai.language.notes import Uncounted
from mingbai.money import words

__all__ = ["settled"]

# 押金交了1000,出院还要补多少; 退我多少
_ASKS_LEFT = re.compile(
    "(?:还|再|又)(?:要|得|需|该|用)?再?(?:补|交|付|掏|拿|出|缴|找)[^,。;!?0-9]{0,3}(?:多少|几)|(?:退|找)[^,。;!?0-9]{0,4}(?:多少|几)"
)
# 预借了2万,抵完还能拿多少
_ASKS_REST = re.compile("(?:还|再|剩|抵|扣|减)[^,。;!?0-9]{0,8}(?:多少|几)")
_REFUND = re.compile("退[回还给了我俺他她您们来]{0,4}[0-9一二两三四五六七八九]")  # 押金5000退了800: settled already


def settled(reply: Reply, told: Iterable[Uncounted], question: str) -> str | None:
    """The line that says what is left; None where none is asked for, or the sum is not exact."""
    found = reply.estimate
    if found is None or found.status != "exact" or found.amount is None or _REFUND.search(question):
        return None
    paid, told = Decimal(found.amount), tuple(told)
    down, lent = (
        sum((one.yuan for one in told if one.why == why and one.yuan), Decimal(0)) for why in (AHEAD, ADVANCED)
    )
    if lent and _ASKS_REST.search(question):
        if lent > paid:
            return f"**预借的多出 {words(lent - paid)}**:能报 {words(paid)},已经预借 {words(lent)}。"
        return f"**抵掉预借的还能拿 {words(paid - lent)}**:能报 {words(paid)},已经预借 {words(lent)}。"
    if down and _ASKS_LEFT.search(question):
        own = found.own
        if down > own:
            return f"**能退回 {words(down - own)}**:{_split(paid, own)},先交了 {words(down)}。"
        return f"**还要补 {words(own - down)}**:{_split(paid, own)},先交了 {words(down)}。"
    return None


def _split(paid: Decimal, own: Decimal) -> str:
    return f"能报 {words(paid)},自己付 {words(own)}"
