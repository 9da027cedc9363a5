"""Figures of an answer held beside others: what it was before, that of the answer before it, all benefits together.

低保从640提到705,比以前多了多少; 四口人买高的那档多少,换成低的,差多少; 两样补贴都有的话一年多少.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.follow_ups.answer_figures import TOTAL, Figure
from mingbai.assistant.follow_ups.asked_of_answer import OF_YEAR, Wish, wish_read
from mingbai.money import short

__all__ = ["apart_from", "every_one", "with_what_it_was"]

_OWN = "个人"
_FIGURE = "[0-9][0-9,]*(?:[.][0-9]+)?"
_RAISED = re.compile(  # 标准由640元（每人每月）提至705元
    f"[由从](?P<was>{_FIGURE})(?P<unit>万?元)(?:[（(][^（()）]{{0,12}}[)）])?[^,，。;；0-9]{{0,8}}?"
    f"(?:提|涨|增|调|升|降|减)[一-鿿]{{0,4}}?[至到为](?P<now>{_FIGURE})(?P=unit)"
)


def with_what_it_was(meant: Sequence[Figure], clause: str) -> list[Figure]:
    """Some figures, and where it is only one what that was before it was changed, as the clause tells it."""
    if len(meant) != 1:
        return list(meant)
    changes = (one for one in _RAISED.finditer(clause) if one["unit"] == meant[0].unit)
    was = next((_yuan(one["was"]) for one in changes if _yuan(one["now"]) == meant[0].amount), None)
    return list(meant) if was is None else [replace(meant[0], amount=was), *meant]


def apart_from(before: Sequence[Figure], now: Sequence[Figure], message: str) -> str | None:
    """By how much the answer before and the present one differ, where a message asks that; None where it does not.

    What so many persons pay is held beside what so many pay, and of several payers it is one's own part.
    """
    wish = wish_read([*before, *now], message) if before and now else None
    if wish is None or not wish.is_apart or wish.heads or wish.months:
        return None
    was, is_now = _own(before, wish), _own(now, wish)
    if was is None or is_now is None or (was.unit, was.is_of_heads) != (is_now.unit, is_now.is_of_heads):
        return None
    if was.per != is_now.per or was.amount == is_now.amount:
        return None
    less, more = sorted((was, is_now), key=lambda one: one.amount)
    each = "每月" if more.per == "月" else ""
    return f"**{each}差{more.words(more.amount - less.amount)}**({more.words(more.amount)}−{less.words(less.amount)})。"


def every_one(meant: Sequence[Figure], wish: Wish) -> str | None:
    """What benefits that somebody gets side by side come to, over so many months where they are told by the month."""
    parts = [one for one in meant if one.label != TOTAL]
    if len(parts) < 2 or len({(one.unit, one.per, one.of) for one in parts}) != 1 or wish.heads:
        return None
    is_yearly = parts[0].per == "年"
    if is_yearly and wish.months not in (None, OF_YEAR):
        return None
    months = None if is_yearly or parts[0].per != "月" else wish.months
    total = sum((one.amount for one in parts), Decimal(0))
    told = "+".join(short(one.amount) for one in parts)
    if months:
        return f"**{months}个月一共 {parts[0].words(total * months)}**(({told})×{months})。"
    return f"**{'每月' if parts[0].per == '月' else ''}一共 {parts[0].words(total)}**({told})。"


def _own(figures: Sequence[Figure], wish: Wish) -> Figure | None:
    """The one figure of an answer that is held beside that of another: what all pay together before what one pays."""
    parts = [one for one in figures if not one.is_whole and one.label != TOTAL]
    parts = [one for one in parts if one.is_of_heads] or parts
    parts = [one for one in parts if one.label in (wish.labels or (_OWN,))] or parts
    return parts[0] if len(parts) == 1 else None


def _yuan(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ""))
