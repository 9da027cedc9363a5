"""Which sums of money a message can tell: bills, what is part of one, what was spent, paid or used up before."""

from __future__ import annotations

from mingbai.language.notes import COST, EXCESS

__all__ = ["BILLS", "MANY", "OF_A_BILL", "SO_FAR"]

BILLS = (COST, EXCESS, "own_share", "inpatient_self_funded")
"""Amounts of which each visit can have its own."""
OF_A_BILL = ("self_funded", "marked_drugs", "basic_paid", "catastrophic_paid")
"""Amounts that are part of one bill."""
SO_FAR = ("used_this_year", "special_used_this_year", "limit_used", "deductible_paid", "carried_over")
"""Amounts that the year came to before this bill."""
MANY = 6
"""Bills of one message that are worked out together."""
