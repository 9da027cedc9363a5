"""The further kinds of rule beside `estimate` and `adjusts`, each known by its first key."""

from __future__ import annotations

from mingbai.corpus.kinds.dates import DeadlineRule, RetroactiveRule, WaitingRule, WindowRule
from mingbai.corpus.kinds.lists import CoversRule, DocumentsRule, ExcludesRule, PaysWhenRule
from mingbai.corpus.kinds.money import AdvanceRule, LateFeeRule, PremiumBaseRule, PremiumRule, SharingRule

__all__ = [
    "KINDS",
    "AdvanceRule",
    "CoversRule",
    "DateRule",
    "DeadlineRule",
    "DocumentsRule",
    "ExcludesRule",
    "FurtherRule",
    "LateFeeRule",
    "ListRule",
    "MoneyRule",
    "PaysWhenRule",
    "PremiumBaseRule",
    "PremiumRule",
    "RetroactiveRule",
    "SharingRule",
    "WaitingRule",
    "WindowRule",
]

DateRule = DeadlineRule | WindowRule | WaitingRule | RetroactiveRule
MoneyRule = PremiumRule | PremiumBaseRule | LateFeeRule | SharingRule | AdvanceRule
ListRule = DocumentsRule | CoversRule | ExcludesRule | PaysWhenRule
FurtherRule = DateRule | MoneyRule | ListRule
KINDS: dict[str, type[FurtherRule]] = {
    "premium": PremiumRule,
    "premium_base": PremiumBaseRule,
    "late_fee": LateFeeRule,
    "sharing": SharingRule,
    "advance": AdvanceRule,
    "deadline": DeadlineRule,
    "window": WindowRule,
    "waiting": WaitingRule,
    "retroactive": RetroactiveRule,
    "documents": DocumentsRule,
    "covers": CoversRule,
    "excludes": ExcludesRule,
    "pays_when": PaysWhenRule,
}
