"""Worked cases: those of estimates, those that a source tells, and the form that each further kind of rule has."""

from __future__ import annotations

from mingbai.corpus.cases.base import KindCase
from mingbai.corpus.cases.dates import DeadlineCase, RetroactiveCase, WaitingCase, WindowCase
from mingbai.corpus.cases.estimates import WorkedCase
from mingbai.corpus.cases.lists import DocumentsCase, ListCase, PaysWhenCase
from mingbai.corpus.cases.money import (
    AdvanceCase,
    LateFeeCase,
    PremiumBaseCase,
    PremiumCase,
    SharingCase,
)
from mingbai.corpus.cases.told import ToldCase

__all__ = [
    "CASES",
    "AdvanceCase",
    "DeadlineCase",
    "DocumentsCase",
    "FurtherCase",
    "KindCase",
    "LateFeeCase",
    "ListCase",
    "PaysWhenCase",
    "PremiumBaseCase",
    "PremiumCase",
    "RetroactiveCase",
    "SharingCase",
    "ToldCase",
    "WaitingCase",
    "WindowCase",
    "WorkedCase",
]

_DateCase = DeadlineCase | WindowCase | WaitingCase | RetroactiveCase
_MoneyCase = PremiumCase | PremiumBaseCase | LateFeeCase | SharingCase | AdvanceCase
FurtherCase = _DateCase | _MoneyCase | DocumentsCase | ListCase | PaysWhenCase
CASES: dict[str, type[FurtherCase]] = {
    "premium": PremiumCase,
    "premium_base": PremiumBaseCase,
    "late_fee": LateFeeCase,
    "sharing": SharingCase,
    "advance": AdvanceCase,
    "deadline": DeadlineCase,
    "window": WindowCase,
    "waiting": WaitingCase,
    "retroactive": RetroactiveCase,
    "documents": DocumentsCase,
    "covers": ListCase,
    "excludes": ListCase,
    "pays_when": PaysWhenCase,
}
"""The form of a worked case by the first key of its rule."""
