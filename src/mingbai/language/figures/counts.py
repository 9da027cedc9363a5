"""Figures that count something: stays of the year, illnesses, years of age, those insured."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from mingbai.language.figures.ages import note_age
from mingbai.language.figures.premium_figures import is_tier
from mingbai.language.figures.unusable import why_unusable
from mingbai.language.notes import COST, Notes
from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["SHORT_ANSWER", "is_of_heads", "note_count"]

_OF_HEADS = re.compile("人数(?:一共|总共|共|约|大概|预计|有|是|为|按)*$")
_MONEY_BEHIND = re.compile("[元块]|的?(?:保险?费|资金|基金|筹资)")  # 按人数一共5000万保费 is a sum
SHORT_ANSWER = 8
"""Characters of a message that is nothing but an answer."""
_PAID_AGAIN = ("二次补", "二次报", "二次赔", "二次能", "二次再", "二次给")
_COUNTED_ILLNESS = re.compile("(?:慢性|慢特|慢|特殊|特|老)?病(?![人号房床友历])")
_ILLNESS = re.compile("[^,。;]{0,4}病")
_ILL_WITH = re.compile("病[^,。;]{0,3}$")
_INTO_HOSPITAL = re.compile("住|入院|进(?:了|过)?[^,。;进]{0,3}医?院")


def note_count(
    text: str,
    mention: Mention,
    following: Mention | None,
    asked: str | None,
    prices: Collection[Decimal],
    notes: Notes,
) -> None:
    """Note what a count tells: which stay, how many illnesses, an age, a tier by its price, the answer to a question.

    `following` is the figure behind it, `asked` the count that was asked for, `prices` are what tiers cost.
    """
    value, unit = mention.value, mention.unit
    if unit == "点" and following and following.start == mention.end:  # 三点五点二万 is no number
        whole = text[mention.start : following.end]
        notes.problem = notes.problem or (COST, why_unusable("unreadable", whole))
    elif value is None:
        return
    elif is_tier(text, mention, prices):
        notes.premiums.append(value)
    elif (
        unit == "种"
        or (unit == "样" and _is_of_illness(text, mention))
        or (unit == "个" and _COUNTED_ILLNESS.match(text, mention.end))
    ):
        notes.facts["diseases"] = value
    elif unit == "岁":
        note_age(value, notes)
    elif text.startswith(_PAID_AGAIN, mention.start):  # 二次补多少 counts no stay
        return
    elif unit in ("次", "回", "趟") and (
        _INTO_HOSPITAL.search(text) or asked == "admission" or len(text) <= SHORT_ANSWER
    ):
        if mention.kind == "ordinal" or value > 1 or asked == "admission":
            notes.facts["admission"] = value
    elif asked:
        notes.facts[asked] = value


def is_of_heads(text: str, mention: Mention) -> bool:
    """Whether a figure counts those insured (参保人数80万)."""
    is_named = _OF_HEADS.search(words_before(text, mention.start)) is not None
    return is_named and not _MONEY_BEHIND.match(text, mention.end)


def _is_of_illness(text: str, mention: Mention) -> bool:
    """Whether a count is one of illnesses (两样慢病, 病有三样)."""
    return bool(_ILLNESS.match(text, mention.end) or _ILL_WITH.search(words_before(text, mention.start)))
