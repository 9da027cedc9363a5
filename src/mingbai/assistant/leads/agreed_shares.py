"""What employer and employee pay of a premium that they share as they agree (厂里出六成,职工出四成)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.assistant.leads.question import Question
from mingbai.language.numbers.amounts import find_amounts
from mingbai.money import percent, short, to_fen, words
from mingbai.rules.premium import PremiumRow

_EITHER = re.compile("单位.{0,2}[或和].{0,2}个人|个人.{0,2}[或和].{0,2}单位")
_EMPLOYER = re.compile("(?:单位|公司|企业|厂[里子方]?|老板|工厂)[^,。;0-9]{0,8}$")
_EMPLOYEE = re.compile("(?:职工|个人|工人|员工|自己|本人|我们?)[^,。;0-9]{0,8}$")
_HALF = re.compile("一?人?[一各]半|对半|五五|平摊")
_PAYS = re.compile("[出掏交缴担付承]")


def shared_by_agreement(row: PremiumRow, asked: Question, heads: Decimal | None) -> Iterator[str] | None:
    """What each side pays for all heads and for one, where either may pay and a question says who pays how much.

    None where the policy itself says who pays, or the question does not.
    """
    amount = row.payments[0].amount if len(row.payments) == 1 and _EITHER.search(row.payments[0].payer) else None
    share = _employers(asked.text) if amount else None
    return _told(amount, share, heads or Decimal(1)) if amount and share is not None else None


def _employers(text: str) -> Decimal | None:
    """The employer's share that a question tells, itself or by that of the employee; None where it tells none."""
    for one in (found for found in find_amounts(text) if found.kind == "percent" and found.value is not None):
        before, share = text[: one.start], one.value or Decimal(0)
        if not _PAYS.search(text, max(0, one.start - 8), one.end + 3) or not 0 <= share <= 1:
            continue
        if _EMPLOYER.search(before):
            return share
        if _EMPLOYEE.search(before):
            return 1 - share
    return Decimal("0.5") if _HALF.search(text) and re.search("单位|公司|企业|厂", text) else None


def _told(amount: Decimal, share: Decimal, heads: Decimal) -> Iterator[str]:
    """The lines for both sides; what both pay is what the row says."""
    employer = to_fen(amount * share)
    employee = amount - employer
    if heads > 1:
        whole, own = f"{short(amount)}×{short(heads)}", amount * heads
        yield f"- **单位一共 {words(to_fen(own * share))}**({whole}×{percent(share)})"
    of_employer, of_employee = (f"{short(amount)}×{percent(one)}" for one in (share, 1 - share))
    yield f"- **每人:单位 {words(employer)}**({of_employer}),**个人 {words(employee)}**({of_employee})"
