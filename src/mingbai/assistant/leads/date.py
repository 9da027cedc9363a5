"""The direct answer that a rule about dates gives: the last day, the day benefits begin, whether a window is open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from mingbai.assistant.leads.question import COMMON_YEAR, Lead, Question
from mingbai.corpus.kinds import DeadlineRule, WaitingRule, WindowRule
from mingbai.corpus.kinds.dates import DateReadings
from mingbai.corpus.models import Clause, Policy, Rule
from mingbai.language.numbers.dates import find_dates
from mingbai.language.numbers.day_roles import day_of
from mingbai.language.numbers.elapsed import Elapsed
from mingbai.language.numbers.numerals import read
from mingbai.rules.dates import DateAnswer
from mingbai.rules.days import add_months, day_words
from mingbai.rules.stated import Stated, stated
from mingbai.rules.window import opening

_NEIGHBOURS = {-1: "上年", 1: "次年"}
_EFFECT = re.compile("享受|生效|开始|能报|能用|起效")
_IN_TIME = re.compile("来得及|赶得上|赶上")
_AT_ONCE = re.compile("马上|立马|立刻|当天|当时|第二天")
_BETWEEN = re.compile("到[几哪什]|之间|最早|从[几哪什]|哪天到|合适|什么时候(?:开始|到)")
_BENEFIT = re.compile("^(?!申请).*(?:待遇|享受)")
_A_YEAR = re.compile("((?:19|20)[0-9]{2})年度?")
_WHICH_DAY = re.compile("哪[天日]|几号|几[天日]|什么时候|何时|几时|啥时|多久|多少天")
_ADMITTED = re.compile("入院|住进|[日号](?:去|就|开始)?住的?院")
_BACK = re.compile(
    "(?:往[前回]|[向朝]前|倒着?|倒回|回头)[^,。;]{0,3}[补追报算推管]|追溯|倒[补追]|[补追]到(?:哪|几|什么时|啥时)|以?前的?[^,。;]{0,8}还?能补"
)
_MONTH = "(?<![0-9.一二三四五六七八九十])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_MONTH_ALONE = re.compile(f"{_MONTH}(?! ?[0-9一二三四五六七八九十前底])")
_THIRD = re.compile(f"{_MONTH}([上中下])旬")
_THIRD_BEGINS = {"上": 1, "中": 11, "下": 21}
_WORKING = "工作日"
_EVENT_AND_DOING = 2
_GONE_BY = re.compile("(?:过了?|错过了?)(?:每年|当年|今年|那?年)?的?$")
_EVENT = re.compile("出院|入院|住院|出生|批准|审批|参保|缴费|登记")
_HALF_A_YEAR = 183  # a day named later in a question but further off than this is not the day of the doing


def date_lead(answer: DateAnswer, asked: Question) -> Iterable[Lead]:
    """What a rule about dates says of the first day named, in every reading where these differ."""
    answers: Sequence[DateAnswer] = answer.readings or (answer,)
    if len({(one.status, one.until_on, one.next_on) for one in answers}) == 1:  # on this day the readings agree
        answers = (replace(answers[0], cause=None),) if answer.readings else answers
    lines = list(filter(None, (_date_words(one, asked) for one in answers)))
    return [Lead("\n".join(lines), (answer.clause,))] if lines else []


def events_in(after: str) -> tuple[str, ...]:
    """The events after which a time is counted, in the words of a rule (住院之日)."""
    return tuple(_EVENT.findall(after))


def event_first(asked: Question, after: str) -> Question:
    """A question, first of its days the one it names for the event after which a time is counted (3月1号出院算)."""
    words = "|".join("的?".join(map(re.escape, one)) for one in _EVENT.findall(after))
    if not words or len(asked.days) != _EVENT_AND_DOING:
        return asked
    for one in find_dates(asked.text):
        before, behind = asked.text[: one.start], asked.text[one.end :]
        if re.match(f"[^,。;]{{0,3}}(?:{words})", behind) or re.search(f"(?:{words})[^,。;]{{0,4}}$", before):
            days = sorted(asked.days, key=lambda day: (day.month, day.day) != (one.month, one.day))
            return replace(asked, days=tuple(days))
    return asked


def day_after(asked: Question) -> Question:
    """A question, instead of the one day that it says has gone by (过了12月20号还能交吗) with the one after it."""
    found = find_dates(asked.text)
    if len(found) != 1 or len(asked.days) != 1 or not _GONE_BY.search(asked.text[: found[0].start]):
        return asked
    return replace(asked, days=(asked.days[0] + timedelta(days=1),))


def paid_first(asked: Question) -> Question:
    """A question, first of several days the one on which it says that somebody paid (拖到2月5号才交)."""
    paid = day_of(asked.text, "paid") if len(asked.days) > 1 else None
    if paid is None:
        return asked
    days = sorted(asked.days, key=lambda day: (day.month, day.day) != (paid.month, paid.day))
    return replace(asked, days=tuple(days), has_year=paid.year is not None)


def tells_of_delay(question: str) -> bool:
    """Whether a question says how long ago something was, or on which day it is done after it, and asks no day."""
    asked = Question.read(question)
    names_both = len(asked.days) == _EVENT_AND_DOING
    return not _WHICH_DAY.search(question) and (names_both or asked.days_held is not None)


def asks_how_far_back(question: str) -> bool:
    """Whether a question names the day from which something counts back, and asks how far (能往前补到哪天)."""
    return bool(_BACK.search(question) and Question.read(question).days)


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
    done, late = _done_on(asked), rule.late or ""
    span = find_dates(late)
    if done is None or answer.until_on is None or done <= answer.until_on or len(span) != _EVENT_AND_DOING:
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


def _quoted(name: str) -> str:
    return name if "“" in name else f"“{name}”"


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


def _in_time(answer: DateAnswer, asked: Question, shown: Callable[[date], str]) -> str:
    """Whether the second day named lies within a deadline that runs from the first; empty where that is open."""
    done = _done_on(asked)
    if answer.until_on is not None and (third := _third_of_month(asked)):
        begins, ends = third
        if begins <= answer.until_on < ends:
            return "**要看是哪一天**:"
        done = ends if ends <= answer.until_on else begins
    if done is None or answer.until_on is None or (answer.from_on and done < answer.from_on):
        return ""
    if done <= answer.until_on:
        return f"**来得及**:{shown(done)}还在期限里,"
    return f"**来不及**:{shown(done)}已经晚了," if answer.is_late(done) else ""


def _done_on(asked: Question) -> date | None:
    """The day on which something is to be done, named after that of the event, where no day is asked for.

    None where a third day, or that of going into hospital, leaves open which of them is the event's.
    """
    is_open = _WHICH_DAY.search(asked.text) or _ADMITTED.search(asked.text)
    if len(asked.days) != _EVENT_AND_DOING or is_open:
        return None
    event, done = asked.days
    done = add_months(done, 12) if done < event else done
    return done if event < done and (done - event).days <= _HALF_A_YEAR else None


def _months_reached(first: date, asked: Question) -> str:
    """What of the months named beside the day itself (2月住过一次,5月又住) is reached back to: those of its year."""
    event = asked.days[0]
    told = dict.fromkeys(_month(one[1]) for one in _MONTH_ALONE.finditer(asked.text))
    lines = []
    for month in (one for one in told if one < event.month):
        starts, ends = date(event.year, month, 1), add_months(date(event.year, month, 1), 1)
        inside = "算" if starts >= first else "不算" if ends <= first else f"从{first.day}日起的算"
        lines.append(f"{month}月的**{inside}**")
    return "".join((";".join(lines), "。")) if lines else ""


def _third_of_month(asked: Question) -> tuple[date, date] | None:
    """The first and the last day of the part of a month (七月中旬) in which something is to be done after the day."""
    named = _THIRD.search(asked.text)
    if named is None or len(asked.days) != 1 or _WHICH_DAY.search(asked.text):
        return None
    month, (event,) = date(asked.days[0].year, _month(named[1]), 1), asked.days
    month = add_months(month, 12) if (month.year, month.month) < (event.year, event.month) else month
    begins = month.replace(day=_THIRD_BEGINS[named[2]])
    after = add_months(month, 1) if named[2] == "下" else begins + timedelta(days=10)
    return begins, after - timedelta(days=1)


def _month(numeral: str) -> int:
    figure = read(numeral)
    return int(figure.value) if figure else 1


def _days_of(edge: object) -> tuple[date, ...]:
    if isinstance(edge, DateReadings):
        return tuple(one.value for one in edge.readings)
    return (edge,) if isinstance(edge, date) else ()


def is_shut(rule: Rule, day: date) -> bool:
    """Whether a rule is a window that opens once and is closed on a day by every date the source gives."""
    if not isinstance(rule, WindowRule) or rule.every is not None:
        return False
    return all(one.status == "closed" for one in opening(rule, day))


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
            return f"{_in_time(answer, asked, shown)}**最晚 {shown(answer.until_on)}**(从{event}起算){late}{cause}。"
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
