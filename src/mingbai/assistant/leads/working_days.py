"""The last day of a deadline in working days, for a day named without its year: weekends differ from year to year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.leads.date import date_lead
from mingbai.assistant.leads.days_named import event_first
from mingbai.assistant.leads.question import COMMON_YEAR, Lead, Question
from mingbai.corpus.kinds import DeadlineRule
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short
from mingbai.rules.case import Case
from mingbai.rules.dates import DateAnswer, date_answer
from mingbai.rules.days import LAST_KNOWN_YEAR
from mingbai.rules.stated import Stated

_WORKING = "工作日"
_YEARS = 7  # in so many years a day falls on every day of the week
_VERDICT = re.compile(r"^\*\*(?:来得及|来不及)\*\*")


def working_days_lead(
    one: Stated[DeadlineRule], vocabulary: Vocabulary, case: Case, asked: Question
) -> Iterator[Lead] | None:
    """What such a deadline says, in the policy's own year where `asked` is read for that, else in whatever year it is.

    None where it is counted otherwise, or the year was named.
    """
    if one.rule.unit != _WORKING or asked.has_year or not asked.days or one.rule.monthly is not None:
        return None
    if asked.unnamed_year != COMMON_YEAR:
        return _in_year(one, vocabulary, case, asked)
    return _in_any_year(one, vocabulary, case, asked)


def _told(
    one: Stated[DeadlineRule], vocabulary: Vocabulary, case: Case, asked: Question
) -> tuple[DateAnswer, Lead | None]:
    asked = event_first(asked, one.rule.after) if one.rule.after else asked
    answer = date_answer(Stated(one.policy, one.clause, one.rule), vocabulary, case, asked.days[0])
    return answer, next(iter(date_lead(answer, asked)), None)


def _in_year(one: Stated[DeadlineRule], vocabulary: Vocabulary, case: Case, asked: Question) -> Iterator[Lead]:
    _, lead = _told(one, vocabulary, case, asked)
    if lead:
        yield replace(lead, text=lead.text.replace("起算)", f"起算,按{asked.unnamed_year}年的工作日数)"))


def _in_any_year(one: Stated[DeadlineRule], vocabulary: Vocabulary, case: Case, asked: Question) -> Iterator[Lead]:
    """The days on which it may end, the earliest first: who keeps to that is in time in every year."""
    years = range(LAST_KNOWN_YEAR - _YEARS + 1, LAST_KNOWN_YEAR + 1)
    each = [_told(one, vocabulary, case, Question.read(asked.text, year)) for year in years]
    found = [(answer.until_on, lead) for answer, lead in each if answer.until_on and lead]
    if len(found) < len(each):
        yield from (lead for _, lead in each[-1:] if lead)
        return
    found.sort(key=lambda it: (it[0].month, it[0].day))
    (first, lead), (last, _) = found[0], found[-1]
    if (first.month, first.day) == (last.month, last.day):
        yield lead
        return
    verdicts = {begins[0] if (begins := _VERDICT.match(it.text)) else "" for _, it in found}
    verdict = verdicts.pop() if len(verdicts) == 1 else "**要看是哪一年**"
    span = f"**最晚 {first.month}月{first.day}日到{last.month}月{last.day}日**"
    count = f"{short(one.rule.within)}个" if isinstance(one.rule.within, Decimal) else ""
    text = f"{verdict}{':' if verdict else ''}{span},看是哪一年({count}工作日,各年的周末和假日不同;说出年份就能数准)。"
    yield Lead(text, lead.clauses)
