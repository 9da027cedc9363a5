"""The direct answer to what follows from figures that a clause writes: their difference, a year of months, a share.

A figure is used only where the words beside it stand in the question too, and no other figure fits as well; else the
clause speaks for itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mingbai.assistant.leads.differences import apart, but_for_a_part, change, left_after
from mingbai.assistant.leads.figures_meant import IDLE, Asked, Reckoned, how_many_asked, one_meant
from mingbai.assistant.leads.proportion import proportion_lead
from mingbai.assistant.leads.question import Lead, Question
from mingbai.assistant.leads.totals import for_heads, in_all, over_months
from mingbai.assistant.matching.clause_figures import Figure, figures_of, pairs_of, told
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.models import Clause
from mingbai.language.numbers.amounts import find_amounts
from mingbai.money import percent, short

# 600打算降多少 asks no share of it
_CHANGES = re.compile("(?:降|减|提|涨|调|升)[低高到至少]?[^,。;0-9]{0,3}(?:多少|几|好多)")
_EACH = re.compile("各|分别")
_CHECKED = re.compile("对[吗么]|对不对|对不上|对得上|是不是|不对|错|不像|不符")  # 讲义写4431,对不对
_PLANNED = re.compile("打算|计划|争取")


def reckoning_lead(clause: Clause, question: str, bare: str | None = None, *, is_of_bills: bool = False) -> Lead | None:
    """What the figures of a clause come to for a question, with the sum; None where they are not plainly meant.

    `bare` is the question without the names of places and documents, which stand beside no figure in particular;
    `is_of_bills` where the policy has rules for what is paid: then no share is taken of a sum here, nor is a figure
    multiplied by heads, and figures are only held side by side where the clause is about what is asked.
    """
    pairs = pairs_of(question if bare is None else bare)
    asked = Asked(Question.read(question), pairs, bool((pairs_of(clause.title) & pairs) - IDLE))
    figures = figures_of(clause.text)
    if found := proportion_lead(clause, figures, question, is_of_bills=is_of_bills):
        return found
    ways = [but_for_a_part, change, left_after, in_all, over_months]
    ways += [apart] if asked.is_on_title or not is_of_bills else []
    ways += [] if is_of_bills else [_share]
    ways += [] if is_of_bills or any(isinstance(one, PremiumRule) for one in clause.rules) else [for_heads]
    for way in ways:
        if reckoned := way(figures, asked):
            value, unit, formula = reckoned
            planned = "(只是打算,还没有实行)" if _PLANNED.search(clause.text) and way is left_after else ""
            rough = "大约" if formula.startswith("~") else ""
            text = f"**{rough}{told(value, unit)}**:{formula.removeprefix('~')}{planned}。"
            return Lead(_held_against(reckoned, figures, question) or text, (clause.id,))
    return None


def _held_against(reckoned: Reckoned, figures: Sequence[Figure], question: str) -> str | None:
    """Right or wrong of a result that a question tells, too (9233减掉4902,写4431对不对); None where it tells none.

    A figure that the clause writes and that is no part of the sum is the result believed.
    """
    value, unit, formula = reckoned
    if not _CHECKED.search(question) or formula.startswith("~"):
        return None
    named = {one.value for one in find_amounts(question) if one.value is not None}
    if value in named:
        return f"**对**:{formula}={told(value, unit)}。"
    others = [one for one in figures if one.value in named and told(one.value, "") not in formula]
    if len(others) != 1:
        return None
    off = told(abs(others[0].value - value), unit)
    return f"**对不上**:原文写的是{others[0].words},可是{formula}={told(value, unit)},差{off}。"


def each_reckoned(leads: Sequence[Lead], titles: Mapping[str, str], question: str) -> Lead | None:
    """The first of what several clauses come to; all, where a question asks it of so many things (这两样各多多少)."""
    if len(leads) < 2 or not _EACH.search(question) or how_many_asked(question) != len(leads):
        return leads[0] if leads else None
    clauses = dict.fromkeys(clause for one in leads for clause in one.clauses)
    return Lead("\n".join(f"- {titles[one.clauses[0]]}:{one.text}" for one in leads), tuple(clauses))


def _share(figures: Sequence[Figure], asked: Asked) -> Reckoned | None:
    """The share of a sum that the question tells."""
    sums = asked.question.sums
    shares = [one for one in figures if one.unit == "%" and not one.is_rough]  # a target is no share
    is_asked = len(sums) == 1 and asked.is_of_sum and not _CHANGES.search(asked.text)
    one = one_meant(shares, figures, asked) if is_asked else None
    if one is None:
        return None
    share = one.value / 100
    return sums[0] * share, "元", f"{short(sums[0])}元×{percent(share)}"
