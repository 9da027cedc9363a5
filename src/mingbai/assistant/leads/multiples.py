"""The direct answer to what so many times a sum comes to, where a clause writes a multiple and a question the sum."""

from __future__ import annotations

import re
from decimal import Decimal

from mingbai.assistant.leads.question import SUM_ASKED, Lead, Question
from mingbai.assistant.matching.clause_figures import told
from mingbai.corpus.models import Clause, Deductible, Policy
from mingbai.corpus.values import Lost
from mingbai.language.numbers.amounts import find_amounts
from mingbai.money import short
from mingbai.rules.case import Case

_MULTIPLE = re.compile(
    "(?P<of>[一-鿿]{2,14}?)的?(?P<low>[0-9]+(?:\\.[0-9]+)?)(?:[到至~—-](?P<high>[0-9]+(?:\\.[0-9]+)?))?倍"
)
_DEDUCTIBLE = "起付"
_BASES = (_DEDUCTIBLE, "工资", "收入", "低保", "保费", "缴费基数", "筹资")
_MOST = re.compile("封顶|[最顶][多高]|上限|限额")


def multiples_lead(policy: Policy, clause: Clause, question: str, case: Case) -> Lead | None:
    """What the multiple of a clause comes to, of the one sum that a question tells as what it is taken of.

    A deductible is as much as what a policy sets it by, where that was told (起付标准参照人均收入, 人均收入3万).
    """
    asked = Question.read(question)
    written = [one for one in _MULTIPLE.finditer(clause.text) if _base(one["of"])]
    if len({one[0] for one in written}) != 1 or not (SUM_ASKED.search(question) or _MOST.search(question)):
        return None
    of, sum_, why = _base(written[0]["of"]), None, ""
    for one in (found for found in find_amounts(question) if found.value in asked.sums):
        near = question[max(0, one.start - 12) : one.start]
        sum_ = one.value if of in near else sum_
    if sum_ is None and of == _DEDUCTIBLE:
        known = case.get("deductible")  # 起付线当25000算, told beside what is asked here
        sum_, why = (known, "") if isinstance(known, Decimal) else _set_by(policy, case) or (None, "")
    if sum_ is None:
        return None
    times = [Decimal(one) for one in (written[0]["low"], written[0]["high"]) if one]
    found = "到".join(told(sum_ * one, "元") for one in times)
    formula = ",".join(f"{short(sum_)}×{short(one)}={short(sum_ * one)}" for one in times)
    return Lead(f"**{found}**({why}{written[0][0]}:{formula})。", (clause.id,))


def _set_by(policy: Policy, case: Case) -> tuple[Decimal, str] | None:
    """The deductible that a policy leaves to a figure which was told, and the policy's words for that."""
    steps = (step for clause in policy.clauses for rule in clause.rules for step in getattr(rule, "steps", ()))
    for amount in (step.deductible for step in steps if isinstance(step, Deductible)):
        value = case.get(amount.ask) if isinstance(amount, Lost) and amount.ask else None
        if isinstance(amount, Lost) and isinstance(value, Decimal):
            return value, f"{amount.lost};"
    return None


def _base(of: str) -> str:
    """What a multiple is taken of, by its short name; empty for what nobody names as a sum."""
    return next((one for one in _BASES if one in of), "")
