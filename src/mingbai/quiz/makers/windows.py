"""Items on windows of time: from when until when, and whether a day lies in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from random import Random

from mingbai.corpus.kinds import WindowRule
from mingbai.corpus.kinds.dates import DateReadings, MonthDay
from mingbai.corpus.models import Policy
from mingbai.corpus.values import Lost
from mingbai.quiz.figures import CANNOT_SAY
from mingbai.quiz.makers.dated import Dated, Make, answered, subject, while_in_force
from mingbai.quiz.prompt import Draft, Prompt, Wrong, claim
from mingbai.quiz.shelf import Shelf
from mingbai.rules.days import ONE_DAY, day_words
from mingbai.rules.stated import stated
from mingbai.rules.window import window_words


def window_prompts(shelf: Shelf, one: Dated, make: Make) -> Iterator[Prompt]:
    """When a window opens and closes, and whether days around its edges lie in it."""
    rule = one.rule
    assert isinstance(rule, WindowRule)
    doubtful = any(isinstance(edge, DateReadings | Lost) for edge in (rule.from_, rule.until))
    yield make("window", (), partial(_window, shelf, one, doubtful), "unsaid" if doubtful else "deadline")
    for day in _days_around(one.policy, rule):
        yield make("window-day", (day.isoformat(),), partial(_open, shelf, one, day), steps=2)


def _window(shelf: Shelf, one: Dated, doubtful: bool, rng: Random) -> Draft:
    rule = one.rule
    assert isinstance(rule, WindowRule)
    question = f"{subject(shelf, one)}是从什么时候到什么时候?"
    if doubtful:
        return _doubtful_window(question, rule)
    right = window_words(rule)
    others = [
        Wrong(window_words(other.rule), f"这是《{policy.title}》“{other.rule.name}”的时间")
        for policy in shelf.corpus.policies.values()
        for other in stated(policy, WindowRule)
        if other.rule is not rule
    ]
    rng.shuffle(others)
    own = [other for other in others if other.why.startswith(f"这是《{one.policy.title}》")]
    return Draft("single_choice", question, right, f"规定写的是:{right}。", (*own, *others))


def _doubtful_window(question: str, rule: WindowRule) -> Draft:
    lost = [edge.lost for edge in (rule.from_, rule.until) if isinstance(edge, Lost)]
    says = [one.says for edge in (rule.from_, rule.until) if isinstance(edge, DateReadings) for one in edge.readings]
    known = [edge for edge in (rule.from_, rule.until) if isinstance(edge, date)]
    if lost:
        right = f"{CANNOT_SAY}:{';'.join(lost)}"
        wrong = [Wrong(f"只有{day_words(day)}这一天", "把写明的一头当成了全部") for day in known]
        wrong.append(Wrong("随时都可以,没有期限", "缺了一头不等于没有期限"))
        return Draft("single_choice", question, right, f"原文缺了一头:{';'.join(lost)}。", tuple(wrong))
    right = f"有不同写法:{';'.join(says)}"
    wrong = [Wrong(f"肯定是:{one}", "只取了一种写法,原文前后不一致") for one in says]
    return Draft("single_choice", question, right, f"原文前后不一致:{';'.join(says)}。", tuple(wrong))


def _days_around(policy: Policy, rule: WindowRule) -> Iterator[date]:
    """Days on both sides of each edge of a window, in a year of the calendar for recurring ones."""
    for edge in (rule.from_, rule.until):
        day = _edge_day(policy, rule, edge)
        if day is not None:
            yield from (day - ONE_DAY, day, day + ONE_DAY, day + _FORTNIGHT)


_FORTNIGHT = timedelta(days=14)
_ASKED_YEAR = 2021


def _edge_day(policy: Policy, rule: WindowRule, edge: object) -> date | None:
    if isinstance(edge, date):
        return edge
    if isinstance(edge, MonthDay):
        return while_in_force(policy, date(_ASKED_YEAR, edge.month, min(edge.day, 28)))
    if isinstance(edge, Decimal) and rule.every == "month":
        return while_in_force(policy, date(_ASKED_YEAR, 3, int(edge)))
    return None


def _open(shelf: Shelf, one: Dated, day: date, rng: Random) -> Draft | None:
    """Whether a day lies in the window; nothing where the source leaves that open."""
    answer = answered(shelf, one, day)
    if answer.status not in ("open", "closed") or len({other.status for other in answer.readings}) > 1:
        return None
    assert isinstance(one.rule, WindowRule)
    holds = answer.status == "open"
    why = f"时间是{window_words(one.rule)},{day_words(day)}{'在' if holds else '不在'}这段时间里。"
    return claim(f"{subject(shelf, one)}:{day_words(day)}这一天在规定的时间里。", holds, why)
