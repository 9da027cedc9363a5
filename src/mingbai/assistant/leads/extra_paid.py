"""What one person pays with an insurance that is paid apart (每年另交60元的大额) beside the premium that all pay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mingbai.assistant.households.reading import household
from mingbai.assistant.leads.plan_premiums import MUCH
from mingbai.assistant.leads.question import Lead, Question
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short, words
from mingbai.rules.case import Case
from mingbai.rules.premium import PremiumRow, premiums
from mingbai.rules.stated import stated

__all__ = ["with_extra", "with_extra_told"]

_PAYER = "个人"
_NAME = 2  # signs by which people call it: 大额
# 大额也买的话一共交多少, 加上大额一年多少, 连本来的一起一年我掏多少, 两样都交要多少
_TOGETHER = re.compile(
    "一起|[一总拢]共|合计|加起来|加上|连[^,。;]{0,6}(?:一块|带|都|也|[交缴掏])|[也都][买交缴参上入]|[两2](?:样|个|种|份)"
)
_PAYS = re.compile(f"[交缴掏出拿付]{MUCH}|{MUCH}钱?$|{MUCH}[,。?]")
_WITH_IT = re.compile("连|一起|加上|加起来|合起来|[两2](?:样|个|种|份)|本来|原来|基本")


def with_extra(policy: Policy, vocabulary: Vocabulary, case: Case, years: Sequence[int], text: str) -> Lead | None:
    """What a person pays in all with the insurance paid apart that a question names, a line for each year told.

    One line for all years of which the figures are the same. None where nothing is asked together, where who pays has
    more than one row, or where the policy has no such insurance for them.
    """
    extra = _extra_named(policy, text) if _TOGETHER.search(text) and _PAYS.search(text) else None
    house = household(text, vocabulary) if extra else None
    if extra is None or (house and house.persons) or (Question.read(text).heads or 0) > 1:
        return None
    case = _as_one_who_may(case, extra)
    rows = {year: _rows(policy, vocabulary, case, year) for year in years or _years(policy, vocabulary, case)}
    lines: dict[str, list[int]] = {}
    clauses: dict[str, None] = {}
    for year, found in rows.items():
        apart = [one for one in found if one.name == extra.name]
        basic = [one for one in found if one.name != extra.name]
        if len(apart) != 1 or len(basic) != 1:
            return None
        first, second = (_figure(one[0]) for one in (basic, apart))
        if first is None or second is None:
            return None
        told = f"**{words(first + second)}**:{short(first)}+{extra.name}{short(second)}"
        lines.setdefault(told, []).append(year)
        clauses |= dict.fromkeys((*basic[0].clauses, *apart[0].clauses))
    said = (f"- {'、'.join(map(str, when))}年自己一年一共 {told}" for told, when in lines.items())
    return Lead("\n".join(said), tuple(clauses)) if lines else None


def with_extra_told(policy: Policy, vocabulary: Vocabulary, question: str, thread: str, case: Case) -> str | None:
    """A question what both cost together, with the insurance paid apart that was spoken of before it; else None."""
    extra = _extra_named(policy, thread)
    if extra is None or _extra_named(policy, question) or not _WITH_IT.search(question):
        return None
    plain = f"{question},{extra.name}"
    years = Question.read(thread).years
    named = f"{years[0]}年{plain}" if len(years) == 1 and not Question.read(question).years else plain
    return named if with_extra(policy, vocabulary, case, years, plain) else None


def _as_one_who_may(case: Case, extra: PremiumRule) -> Case:
    """A case with the group for which alone an insurance is (成人), where no group was told."""
    groups = [{**extra.when, **one.when} for one in extra.groups]
    only = groups[0].get("insured") if len(groups) == 1 else None
    is_open = isinstance(only, tuple) and len(only) == 1 and "insured" not in case.facts
    return case.with_facts(insured=only[0]) if is_open and isinstance(only, tuple) else case


def _extra_named(policy: Policy, text: str) -> PremiumRule | None:
    """The table of no year, beside others with years, whose insurance a text names (大额); None without one."""
    tables = [one.rule for one in stated(policy, PremiumRule)]
    apart = [one for one in tables if all(group.year is None for group in one.groups)]
    if len(apart) == len(tables):
        return None
    return next((one for one in apart if one.name[:_NAME] in text), None)


def _years(policy: Policy, vocabulary: Vocabulary, case: Case) -> Iterator[int]:
    yield from premiums(policy, vocabulary, case).years


def _rows(policy: Policy, vocabulary: Vocabulary, case: Case, year: int) -> tuple[PremiumRow, ...]:
    found = premiums(policy, vocabulary, case, year).rows
    return tuple(one for one in found if _figure(one) is not None)


def _figure(row: PremiumRow) -> Decimal | None:
    """What a person pays themselves by a row."""
    own = [one.amount for one in row.payments if one.payer == _PAYER]
    return own[0] if len(own) == 1 else None
