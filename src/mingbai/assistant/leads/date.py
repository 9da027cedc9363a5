"""The direct answer that a rule about dates gives: the last day, the day benefits begin, whether a window is open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from mingbai.assistant.leads.days_named import MONTH, month_of
from mingbai.assistant.leads.deadline_kept import in_time
from mingbai.assistant.leads.question import Lead, Question
from mingbai.rules.dates import DateAnswer
from mingbai.rules.days import add_months, day_words

_NEIGHBOURS = {-1: "上年", 1: "次年"}
_EFFECT = re.compile("享受|生效|开始|能报|能用|起效")
_IN_TIME = re.compile("来得及|赶得上|赶上")
_AT_ONCE = re.compile("马上|立马|立刻|当天|当时|第二天")
_BETWEEN = re.compile("到[几哪什]|之间|最早|从[几哪什]|哪天到|合适|什么时候(?:开始|到)")
_MONTH_ALONE = re.compile(f"{MONTH}(?! ?[0-9一二三四五六七八九十前底])")


def date_lead(answer: DateAnswer, asked: Question) -> Iterable[Lead]:
    """What a rule about dates says of the first day named, in every reading where these differ."""
    answers: Sequence[DateAnswer] = answer.readings or (answer,)
    if len({(one.status, one.until_on, one.next_on) for one in answers}) == 1:  # on this day the readings agree
        answers = (replace(answers[0], cause=None),) if answer.readings else answers
    lines = list(filter(None, (_date_words(one, asked) for one in answers)))
    return [Lead("\n".join(lines), (answer.clause,))] if lines else []


def _quoted(name: str) -> str:
    return name if "“" in name else f"“{name}”"


def _months_reached(first: date, asked: Question) -> str:
    """What of the months named beside the day itself (2月住过一次,5月又住) is reached back to: those of its year."""
    event = asked.days[0]
    told = dict.fromkeys(month_of(one[1]) for one in _MONTH_ALONE.finditer(asked.text))
    lines = []
    for month in (one for one in told if one < event.month):
        starts, ends = date(event.year, month, 1), add_months(date(event.year, month, 1), 1)
        inside = "算" if starts >= first else "不算" if ends <= first else f"从{first.day}日起的算"
        lines.append(f"{month}月的**{inside}**")
    return "".join((";".join(lines), "。")) if lines else ""


def _date_words(answer: DateAnswer, asked: Question) -> str | None:
    def shown(day: date | None) -> str:
        text = day_words(day) if day else ""
        if day is None or asked.has_year:
            return text
        return _NEIGHBOURS.get(day.year - asked.unnamed_year, "") + text.removeprefix(f"{day.year}年")

    event = shown(asked.days[0])
    cause = f"({answer.cause})" if answer.cause else ""
    match answer.kind, answer.status:
        case "deadline", "date":
            late = f";符合条件的可以延到{shown(answer.extended_until)}" if answer.extended_until else ""
            if answer.from_on and _BETWEEN.search(asked.text):
                return f"**{shown(answer.from_on)}到{shown(answer.until_on)}**(从{event}起算){late}{cause}。"
            return f"{in_time(answer, asked, shown)}**最晚 {shown(answer.until_on)}**(从{event}起算){late}{cause}。"
        case "waiting", "date":
            is_before_its_end = answer.until_on and answer.from_on and answer.from_on <= answer.until_on
            until = f",到{shown(answer.until_on)}为止" if is_before_its_end else ""
            begins = f"**从 {shown(answer.from_on)} 起**可以享受{until}(从{event}起算){cause}。"
            return f"**不能马上用**:{begins}" if _AT_ONCE.search(asked.text) else begins
        case "retroactive", "date":
            months = _months_reached(answer.from_on, asked) if answer.from_on else ""
            return f"**最早追溯到 {shown(answer.from_on)}**(从{event}往前算){cause}。{months}"
        case "window", "open" if answer.effect_on and _EFFECT.search(asked.text):
            return f"**从 {shown(answer.effect_on)} 起**({event}在{_quoted(answer.name)}的时间内)。"
        case "window", "open" if _IN_TIME.search(asked.text):
            return f"**来得及**:{event}在{_quoted(answer.name)}的时间内,到{shown(answer.until_on)}为止{cause}。"
        case "window", "closed" if _IN_TIME.search(asked.text) and answer.next_on is None and answer.until_on:
            return f"**来不及**:{event}不在{_quoted(answer.name)}的时间内,到{shown(answer.until_on)}为止{cause}。"
        case "window", "open":
            return f"**{event}在{_quoted(answer.name)}的时间内**,到{shown(answer.until_on)}为止{cause}。"
        case "window", "closed":
            following = f",下一次从{shown(answer.next_on)}开始" if answer.next_on else ""
            return f"**{event}不在{_quoted(answer.name)}的时间内**{following}{cause}。"
        case "window", "none":  # the window of another group
            return None
        case _, "none":
            return f"**不用等、不受这个期限限制**({answer.condition or answer.words})。"
        case _, "unknown":
            return f"**说不准**{cause}。"
    return None
