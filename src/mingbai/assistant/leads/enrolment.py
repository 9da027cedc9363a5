"""The windows in which people enrol or pay: whether one is shut on a day, and whose year a day without one is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from mingbai.assistant.leads.question import COMMON_YEAR, Lead, Question
from mingbai.corpus.kinds import DeadlineRule, WaitingRule, WindowRule
from mingbai.corpus.kinds.dates import DateReadings
from mingbai.corpus.models import Clause, Policy, Rule
from mingbai.language.numbers.dates import find_dates
from mingbai.rules.days import day_words
from mingbai.rules.stated import Stated, stated
from mingbai.rules.window import opening

_BENEFIT = re.compile("^(?!申请).*(?:待遇|享受)")
_A_YEAR = re.compile("((?:19|20)[0-9]{2})年度?")
_WORKING = "工作日"


def year_meant(policy: Policy, rules: Sequence[Rule], question: str) -> int:
    """The year of a day named without one: that of a window that opens once, or of a policy of one year."""
    day = next((one for one in find_dates(question) if one.is_real), None)
    if day and any(isinstance(rule, WaitingRule) for rule in rules):
        year = enrolment_year(policy, day.month, day.day)
        if year is not None:
            return year
    windows = [rule for rule in rules if isinstance(rule, WindowRule) and rule.every is None]
    years = sorted({one.year for rule in windows for edge in (rule.from_, rule.until) for one in _days_of(edge)})
    if day and years:
        days = {year: date(year, day.month, min(day.day, 28)) for year in years}
        return next((year for year in years if not all(is_shut(rule, days[year]) for rule in windows)), years[-1])
    deadlines = [rule for rule in rules if isinstance(rule, DeadlineRule)]
    is_of_calendar = any(rule.monthly is not None or rule.unit == _WORKING for rule in deadlines)
    of_policy = _A_YEAR.fullmatch(policy.year)
    return int(of_policy[1]) if is_of_calendar and of_policy else COMMON_YEAR


def enrolling(policy: Policy) -> tuple[Stated[WindowRule], ...]:
    """The windows of a policy in which people enrol or pay, those aside in which they have the benefit."""
    return tuple(one for one in stated(policy, WindowRule) if not _BENEFIT.search(one.rule.window))


def enrolment_year(policy: Policy, month: int, day: int) -> int | None:
    """The year of a day on which somebody enrolled, counted from the window of a policy that opens once."""
    once = (one.rule for one in stated(policy, WindowRule) if one.rule.every is None)
    first = min((one for rule in once for one in _days_of(rule.from_)), default=None)
    return first.year + ((month, day) < (first.month, first.day)) if first else None


def on_time_lead(policy: Policy, clause: Clause, asked: Question) -> Lead | None:
    """From when who paid on a day named has the benefit, where that is not late and a clause makes the late wait."""
    once = [one.rule for one in enrolling(policy) if one.rule.every is None]
    waits = any(isinstance(rule, WaitingRule) for rule in clause.rules)
    begins = next((rule for rule in clause.rules if isinstance(rule, WindowRule) and rule.every is None), None)
    if not (once and waits and begins and asked.days) or all(is_shut(rule, asked.days[0]) for rule in once):
        return None
    first, last = _days_of(begins.from_), _days_of(begins.until)
    if not first or not last:
        return None
    text = f"**从 {day_words(first[0])} 起**可以享受,到{day_words(last[0])}为止(按时交的,不用等)。"
    return Lead(text, (clause.id,))


def _days_of(edge: object) -> tuple[date, ...]:
    if isinstance(edge, DateReadings):
        return tuple(one.value for one in edge.readings)
    return (edge,) if isinstance(edge, date) else ()


def is_shut(rule: Rule, day: date) -> bool:
    """Whether a rule is a window that opens once and is closed on a day by every date the source gives."""
    if not isinstance(rule, WindowRule) or rule.every is not None:
        return False
    return all(one.status == "closed" for one in opening(rule, day))
