"""Which version of a figure holds on a day. A day that no version covers is said, never bridged by the nearest one."""

from __future__ import annotations

from datetime import date

from mingbai.corpus.models import Policy
from mingbai.corpus.values import Dated, Quantity
from mingbai.corpus.vocabulary import SERVICE_ON
from mingbai.rules.case import CaseError
from mingbai.rules.days import day_words, span_words


class DayNotCoveredError(CaseError):
    """The day of a case lies outside the time for which a figure is written, or for which the policy holds."""

    def __init__(self, message: str) -> None:
        super().__init__(SERVICE_ON, message)


def version_on(dated: Dated, day: date, name: str) -> Quantity:
    """The version of a figure that holds on a day; `name` says in Chinese which figure it is.

    Raises:
        DayNotCoveredError: where none does, naming the days that are covered.
    """
    version: Quantity | None = dated.on(day)
    if version is None:
        covered = span_words(next(iter(dated.dated)), dated.until)
        raise DayNotCoveredError(f"{name}只写明了{covered}的,{day_words(day)}的没有写,算不出来")
    return version


def must_be_in_force(policy: Policy, day: date) -> None:
    """Refuse a day on which a policy does not hold; one without a date accepts any day.

    Raises:
        DayNotCoveredError: naming the days on which the policy holds.
    """
    if not policy.in_force.holds_on(day):
        held = span_words(policy.in_force.from_, policy.in_force.until)
        raise DayNotCoveredError(f"《{policy.title}》{held}有效,{day_words(day)}不在其中,不能按它算")
