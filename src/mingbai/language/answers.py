"""What answers the question just asked: a bare yes or no, none of those named; and the day of the treatment."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.corpus.vocabulary import SERVICE_ON, Fact
from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.notes import Notes
from mingbai.language.numbers.dates import find_dates

__all__ = ["note_bare_answer", "note_day"]

_TREATED = re.compile("住院|出院|看病|就诊|治疗|入院|看的|住的")
_YES = re.compile(r"^(是的?|有的?|对的?|嗯+|办了|办过了?|有备案|登记了|已办|好像有)[了呢啊吧。!]*$")
_NO = re.compile(r"^(不是|没有?|没办|没有办|否|不|未办|无|没登记)[了呢啊吧。!]*$")
_NONE = "无"


def note_bare_answer(text: str, found: Sequence[Found], asked: str, fact: Fact, notes: Notes) -> None:
    """Note the answer to the `asked` fact: a bare yes or no, a scheme (城镇职工), or that it is none of those named."""
    if asked in notes.facts or asked in notes.compared:
        return
    named = next((one.name for one in found if one.kind == "scheme" and one.name in fact.choices), None)
    others = fact.choices.keys() - {one.name for one in found if one.kind == f"{CHOICE}{asked}" and one.is_denied}
    if named:
        notes.facts[asked] = named
    elif _NONE in others and (len(others) < len(fact.choices) or _NO.match(text)):
        notes.facts[asked] = _NONE  # 不是贫困户; 没有
    elif len(others) == 1:
        notes.facts[asked] = next(iter(others))  # 不是二档
    elif fact.is_yes_or_no:
        if _NO.match(text):
            notes.facts[asked] = "否"
        elif _YES.match(text):
            notes.facts[asked] = "是"


def note_day(text: str, asked: str | None, notes: Notes) -> None:
    """Note the day of the treatment, where one whole day is named beside it or was asked for."""
    days = find_dates(text)
    if len(days) != 1 or not (asked == SERVICE_ON or _TREATED.search(text)):
        return
    if days[0].on is not None:
        notes.facts[SERVICE_ON] = days[0].on
    elif asked == SERVICE_ON:
        why = "请连年份一起说" if days[0].is_real else "日历上没有这一天"
        notes.problem = (SERVICE_ON, f"“{days[0].text}”算不了,{why},比如 2014年6月30日")
