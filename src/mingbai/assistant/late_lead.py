"""The direct answer to what paying late costs: the fee on what is owed, told as a sum or by how many people owe it."""

from __future__ import annotations

import re
from decimal import Decimal

from mingbai.assistant.question import Lead, Question
from mingbai.corpus.kinds import LateFeeRule, PremiumRule
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short, words
from mingbai.rules.case import Case
from mingbai.rules.late_fee import late_fee
from mingbai.rules.premium import premiums
from mingbai.rules.stated import stated

_FEE = re.compile("滞纳金|罚[^,。;]{0,6}(?:多少|几|好多)|加收(?:多少|几|好多)")
_WITH_PREMIUM = re.compile(
    "(?:保费|本金|欠费|本钱|[欠该]的钱)[^,。;]{0,3}[和跟加连带][^,。;]{0,4}(?:滞纳金|罚)|连(?:本带)?(?:[利罚息]|滞纳金)"
)
_A_HEAD = re.compile("(?:每人|一个人|人均|一人)[^,。;0-9]{0,6}$")


def late_lead(policy: Policy, vocabulary: Vocabulary, question: str) -> Lead | None:
    """What the fee comes to; None where it is not asked for, or neither what is owed nor for how long is told."""
    rules = stated(policy, LateFeeRule)
    asked = Question.read(question)
    if len(rules) != 1 or asked.late_days is None or not _FEE.search(question):
        return None
    told = _owed(policy, vocabulary, asked)
    if told is None:
        return None
    owed, how = told
    fee = late_fee(rules[0], owed, asked.late_days)
    late = fee.amount or Decimal(0)
    lines = [f"**{fee.name} {words(late)}**({fee.formula}{how})。"]
    if _WITH_PREMIUM.search(question):
        lines.insert(0, f"**连保费一共 {words(owed + late)}**({short(owed)}+{short(late)})。")
    return Lead("\n".join(lines), (fee.clause,))


def asks_fee(question: str) -> bool:
    """Whether a question asks what paying so many days late costs, and tells no bill (单位45元一个人,欠10天罚多少)."""
    return _FEE.search(question) is not None and Question.read(question).late_days is not None


def _owed(policy: Policy, vocabulary: Vocabulary, asked: Question) -> tuple[Decimal, str] | None:
    """What is owed in yuan, and how it comes to that where it is not told as a sum: so many premiums, or one."""
    heads, each = asked.heads or Decimal(1), _premium(policy, vocabulary)
    is_in_parts = each is not None and len(asked.sums) > 1 and sum(asked.sums) == each  # 单位出45,个人出30
    if not asked.sums or is_in_parts:
        return (each * heads, _times(each, heads)) if each else None
    told = asked.sums[0]
    is_part = each is not None and told <= each  # of one premium, or all of it: 单位该出的45没交
    is_each = heads > 1 and (is_part or _A_HEAD.search(asked.text.partition(short(told))[0]))
    return (told * heads, _times(told, heads)) if is_each else (told, "")


def _premium(policy: Policy, vocabulary: Vocabulary) -> Decimal | None:
    """What is paid for one person a year, whoever pays which part of it; None where that differs or is not written."""
    if not stated(policy, PremiumRule):
        return None
    found = premiums(policy, vocabulary, Case({}))
    totals = {row.total for row in (*found.rows, *found.others)}
    return totals.pop() if len(totals) == 1 else None


def _times(each: Decimal, heads: Decimal) -> str:
    return f";{short(heads)}人的保费{short(each)}×{short(heads)}" if heads > 1 else f";1人一年的保费{short(each)}"
