"""Whether what was done after so many days, or is done on a later day, is still within a deadline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from mingbai.assistant.leads.days_named import EVENT_AND_DOING, done_on, third_of_month
from mingbai.assistant.leads.question import Lead, Question
from mingbai.corpus.kinds import DeadlineRule
from mingbai.corpus.models import Clause
from mingbai.language.numbers.dates import find_dates
from mingbai.language.numbers.elapsed import Elapsed
from mingbai.rules.dates import DateAnswer
from mingbai.rules.stated import Stated


def held_lead(one: Stated[DeadlineRule], asked: Question) -> Iterator[Lead]:
    """Whether so many days told (出院35天了) are still within a deadline that is counted in days."""
    rule, days = one.rule, asked.days_held
    others = (rule.before, rule.starts, rule.monthly, rule.extend)
    is_plain = rule.unit == "日" and all(one is None for one in others)
    if not (days and is_plain and isinstance(rule.within, Decimal)):
        return
    limit, late = int(rule.within), f",{rule.late}" if rule.late else ""
    told = f"{rule.after}以后{limit}天以内"
    if held := asked.held:
        yield from _held_in_months(held, limit, Lead(told, (one.clause.id,)), late)
    elif days > limit:
        yield Lead(f"**已经过了期限{late}**:{told},{days}天晚了{days - limit}天。", (one.clause.id,))
    else:
        yield Lead(f"**还来得及**:{told},{days}天还剩{limit - days}天。", (one.clause.id,))


def later_lead(clause: Clause, rule: DeadlineRule, answer: DateAnswer, asked: Question) -> Lead | None:
    """That a day after a deadline lies in the time that the rule gives those who missed it (等9月1日到11月30日)."""
    done, late = done_on(asked), rule.late or ""
    span = find_dates(late)
    if done is None or answer.until_on is None or done <= answer.until_on or len(span) != EVENT_AND_DOING:
        return None
    first, last = ((day.month, day.day) for day in span)
    if not first <= (done.month, done.day) <= last:
        return None
    until = f"{answer.until_on.month}月{answer.until_on.day}日"
    text = f"**能**:{rule.deadline}的期限到{until}已经过了,要{late};{done.month}月{done.day}日正在这段时间里。"
    return Lead(text, (clause.id,))


def _held_in_months(held: Elapsed, limit: int, told: Lead, late: str) -> Iterator[Lead]:
    """Whether a time told in months and days is within so many days; months are of different lengths."""
    if held.least > limit:
        yield replace(told, text=f"**已经过了期限{late}**:{told.text};{held.words}最少有{held.least}天。")
    elif held.most <= limit:
        yield replace(told, text=f"**还来得及**:{told.text};{held.words}最多有{held.most}天。")
    else:
        yield replace(told, text=f"**要看是哪几个月**:{told.text}{late};{held.words}是{held.least}到{held.most}天。")


def in_time(answer: DateAnswer, asked: Question, shown: Callable[[date], str]) -> str:
    """Whether the second day named lies within a deadline that runs from the first; empty where that is open."""
    done = done_on(asked)
    if answer.until_on is not None and (third := third_of_month(asked)):
        begins, ends = third
        if begins <= answer.until_on < ends:
            return "**要看是哪一天**:"
        done = ends if ends <= answer.until_on else begins
    if done is None or answer.until_on is None or (answer.from_on and done < answer.from_on):
        return ""
    if done <= answer.until_on:
        return f"**来得及**:{shown(done)}还在期限里,"
    return f"**来不及**:{shown(done)}已经晚了," if answer.is_late(done) else ""
