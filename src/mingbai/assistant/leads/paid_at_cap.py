"""What is paid at most where a policy caps the expense and not the payment: 最多报89000元(费用最多算到100000元)."""

from __future__ import annotations

from decimal import Decimal

from mingbai.money import short
from mingbai.rules.book import Book, Computation
from mingbai.rules.case import Case
from mingbai.rules.estimate import Estimate, estimate
from mingbai.rules.terms import Term

__all__ = ["most_paid"]

_PER = {"year": "每年;", "stay": "每次;"}


def most_paid(book: Book, computation: Computation, case: Case, cap: Term) -> str | None:
    """What is paid of an expense that reaches the cap, in words; None for a cap of payments, or in doubt."""
    care = next((name for name, one in book.by_care.items() if one is computation), None)
    if cap.limits != "expense" or len(cap.rows) != 1 or care is None:
        return None
    most = cap.rows[0].figure.value
    paid = _paid(book, case.with_facts(care=care, **{computation.bills[0]: most}))
    often = _PER.get(cap.per or "", "")
    return None if paid is None else f"**最多报{short(paid)}元**({often}费用最多算到{short(most)}元,自己负担的也在里面)"


def _paid(book: Book, case: Case) -> Decimal | None:
    found = estimate(book, case)
    return found.amount if isinstance(found, Estimate) and found.status == "exact" else None
