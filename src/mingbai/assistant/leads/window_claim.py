"""Right or wrong of a stretch of days that a question takes a window to be (保险年度是不是1月1日到12月31日)."""

from __future__ import annotations

import re
from datetime import date

from mingbai.assistant.leads.question import Lead
from mingbai.corpus.kinds import WindowRule
from mingbai.corpus.kinds.dates import MonthDay
from mingbai.corpus.models import Clause
from mingbai.language.numbers.dates import DateMention, find_dates
from mingbai.rules.window import window_words

_CLAIMS = re.compile("是不是|不是说|对[吗吧么]|对不对|是[吗吧]")
_TO = re.compile(" *[到至~—-] *")


def window_claim_lead(rule: WindowRule, clause: Clause, question: str) -> Lead | None:
    """Whether a window runs from the one day to the other that a question names; None where it claims no such thing."""
    days = find_dates(question)
    if len(days) != 2 or not _CLAIMS.search(question) or not _TO.fullmatch(question[days[0].end : days[1].start]):
        return None
    alike = [_is_on(edge, day) for edge, day in zip((rule.from_, rule.until), days, strict=True)]
    if None in alike:
        return None
    return Lead(f"**{'对' if all(alike) else '不对'}**:“{rule.window}”是{window_words(rule)}。", (clause.id,))


def _is_on(edge: object, day: DateMention) -> bool | None:
    """Whether an edge of a window falls on a day named; None where the edge is no single day."""
    match edge:
        case MonthDay():
            return edge.place == (day.month, day.day)
        case date():
            return (edge.month, edge.day) == (day.month, day.day) and day.year in (None, edge.year)
        case _:
            return None
