"""The direct answer to what paying late costs: the fee on what is owed, told as a sum or by how many people owe it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from mingbai.assistant.leads.question import Lead, Question
from mingbai.corpus.kinds import DeadlineRule, LateFeeRule, PremiumRule
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.numbers.day_roles import DayRole, day_of
from mingbai.money import short, words
from mingbai.rules.case import Case
from mingbai.rules.late_fee import days_late, late_fee
from mingbai.rules.premium import premiums
from mingbai.rules.stated import stated

_FEE = re.compile("滞纳金|罚[^,。;]{0,6}(?:多少|几|好多)|加收(?:多少|几|好多)")
_NAME = re.compile("滞纳金")
_WITH_PREMIUM = re.compile(
    "(?:保费|本金|欠费|本钱|[欠该]的钱)[^,。;]{0,3}[和跟加连带][^,。;]{0,4}(?:滞纳金|罚)|连(?:本带)?(?:[利罚息]|滞纳金)"
)
_PART = (  # 单位部分, 单位那份, 单位该出的45块
    "(?:应缴|应该?|负担|承担|缴纳|该|要|得)?[交缴出掏付]?(?:的|那|这)?(?:一)?(?:部分|份|块|头|半|{0}(?![0-9.]))"
)
_SETTLED = re.compile("[^,。;欠没未不]{0,4}(?:[交缴][了过齐清上]|扣[了过]|代扣|已[交缴])")  # 个人部分已经扣了
# 200人参保,一个没交; 有一个没交 is one of them
_NOBODY_PAID = re.compile("(?<!有)(?:一个人?(?:都|也)?|全都?)(?:没有?|未)[交缴]")
_A_HEAD = re.compile("(?:每人|一个人|人均|一人)[^,。;0-9]{0,6}$")


def late_lead(policy: Policy, vocabulary: Vocabulary, question: str) -> Lead | None:
    """What the fee comes to; None where it is not asked for, or neither what is owed nor for how long is told."""
    rules = stated(policy, LateFeeRule)
    asked = Question.read(question)
    if len(rules) != 1 or asked.late_days is None or not _FEE.search(question):
        return None
    if in_time := _paid_in_time(policy, asked):
        return in_time
    told = _owed(policy, vocabulary, asked)
    if told is None:
        return None
    owed, how = told
    fee = late_fee(rules[0], owed, _days_late(asked))
    late = fee.amount or Decimal(0)
    lines = [f"**{fee.name} {words(late)}**({fee.formula}{how})。"]
    if _WITH_PREMIUM.search(question):
        lines.insert(0, f"**连保费一共 {words(owed + late)}**({short(owed)}+{short(late)})。")
    return Lead("\n".join(lines), (fee.clause,))


def asks_fee(question: str) -> bool:
    """Whether a question asks what paying so many days late costs, and tells no bill (单位45元一个人,欠10天罚多少)."""
    return _FEE.search(question) is not None and Question.read(question).is_of_delay


def _days_late(asked: Question) -> int:
    """The days of the delay: from the day it is owed to that of the payment, whatever is told of a notice between."""
    owed_from, paid = _day(asked, "owed"), _day(asked, "paid")
    if asked.day_count is None and owed_from and paid:
        return days_late(owed_from, paid)
    return asked.late_days or 0


def _paid_in_time(policy: Policy, asked: Question) -> Lead | None:
    """That no fee is due, where what was owed was paid within the time that the notice gave."""
    notice, paid = _day(asked, "notice"), _day(asked, "paid")
    for one in stated(policy, DeadlineRule):
        if notice and paid and one.rule.late and _NAME.search(one.rule.late) and isinstance(one.rule.within, Decimal):
            until = notice + timedelta(days=int(one.rule.within))
            if paid <= until:
                last = f"{until.month}月{until.day}日"
                text = f"**不用交滞纳金**:{one.rule.after}起{short(one.rule.within)}日内(到{last})缴清就不加收。"
                return Lead(text, (one.clause.id,))
    return None


def _day(asked: Question, role: DayRole) -> date | None:
    found = day_of(asked.text, role)
    return next((one for one in asked.days if found and (one.month, one.day) == (found.month, found.day)), None)


def _owed(policy: Policy, vocabulary: Vocabulary, asked: Question) -> tuple[Decimal, str] | None:
    """What is owed in yuan, and how it comes to that where it is not told as a sum: so many premiums, or one.

    Where only one payer's part is owed (单位部分没交) it is as many of these parts.
    """
    heads, whole = _heads_owing(asked), _paid_by(policy, vocabulary)
    owing = _owing(asked, whole) if whole else {}
    each, premium = sum(owing.values(), Decimal(0)), sum(whole.values(), Decimal(0))
    is_part = len(owing) < len(whole)
    is_in_parts = len(asked.sums) > 1 and sum(asked.sums) == premium  # 单位出45,个人出30
    if not asked.sums or is_in_parts or (is_part and set(asked.sums) <= {*owing.values(), each}):
        return (each * heads, _times(each, heads, f"{'、'.join(owing)}部分" if is_part else "保费")) if each else None
    told = next((one for one in asked.sums if one != premium), asked.sums[0])  # 75元的大病补充,欠了保费1万
    is_of_one = told <= premium or _A_HEAD.search(asked.text.partition(short(told))[0])  # of one premium, or all of it
    return (told * heads, _times(told, heads, "保费")) if heads > 1 and is_of_one else (told, "")


def _heads_owing(asked: Question) -> Decimal:
    """For how many persons a premium is owed: those who are said not to have paid, or all of them (一个没交)."""
    if asked.heads is None or not asked.not_paying:
        return asked.heads or Decimal(1)
    return asked.heads + asked.not_paying if _NOBODY_PAID.search(asked.text) else asked.not_paying


def _owing(asked: Question, whole: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
    """The payers who owe their part of a premium, with it: those named, else all but those who have paid, or all."""
    named: set[str] = set()
    settled: set[str] = set()
    for payer, amount in whole.items():
        part = re.compile(f"{payer}{_PART.format(short(amount))}")
        for one in part.finditer(asked.text):
            (settled if _SETTLED.match(asked.text, one.end()) else named).add(payer)
    if not (named or settled) and len(asked.sums) == 1:  # 每人45块没交
        named = {payer for payer, amount in whole.items() if amount == asked.sums[0]}
    owing = named - settled or whole.keys() - settled
    return {payer: amount for payer, amount in whole.items() if payer in owing}


def _paid_by(policy: Policy, vocabulary: Vocabulary) -> Mapping[str, Decimal]:
    """What is paid for one person a year, by payer; nothing where the whole of it differs or is not written."""
    if not stated(policy, PremiumRule):
        return {}
    found = premiums(policy, vocabulary, Case({}))
    rows = (*found.rows, *found.others)
    if len({row.total for row in rows}) != 1 or rows[0].total is None:
        return {}
    parts = {one.payer: one.amount for one in rows[0].payments if one.amount is not None}
    return parts if sum(parts.values(), Decimal(0)) == rows[0].total else {"": rows[0].total}


def _times(each: Decimal, heads: Decimal, part: str) -> str:
    return f";{short(heads)}人的{part}{short(each)}×{short(heads)}" if heads > 1 else f";1人一年的{part}{short(each)}"
