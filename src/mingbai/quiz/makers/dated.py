"""What items on periods and on windows of time share: their prompt, how they name a rule, the day that comes out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mingbai.corpus.kinds import DateRule
from mingbai.corpus.models import Policy
from mingbai.quiz.makers.situation import situation
from mingbai.quiz.prompt import Build, Prompt, content_of
from mingbai.quiz.shelf import Shelf
from mingbai.rules.case import Case
from mingbai.rules.dates import DateAnswer, date_answer
from mingbai.rules.stated import Stated

Dated = Stated[DateRule]
Make = Callable[..., Prompt]
"""`prompt_of` with the rule and its kind filled in."""
_NOBODY = Case({})


def prompt_of(
    one: Dated, name: str, kind: str, facts: tuple[str, ...], build: Build, topic: str = "deadline", steps: int = 1
) -> Prompt:
    """A prompt of a rule of the kind `name`; `kind` is that of the item."""
    named = (one.rule.name, *facts)
    return Prompt(one.policy, one.clause, topic, kind, name, content_of(one.rule), named, build, steps)


def subject(shelf: Shelf, one: Dated) -> str:
    """Which rule is meant, and for whom."""
    condition = situation(one.rule.when, shelf.corpus.vocabulary)
    return f"按《{one.policy.title}》,“{one.rule.name}”" + (f"({condition})" if condition else "")


def answered(shelf: Shelf, one: Dated, event: date) -> DateAnswer:
    """What a rule gives for an event on a day, in a case of which nothing else is known."""
    return date_answer(one, shelf.corpus.vocabulary, _NOBODY, event)


def while_in_force(policy: Policy, day: date) -> date:
    """The day, in a year in which the policy was in force where it says so."""
    start, end = policy.in_force.from_, policy.in_force.until
    years = (day.year, *((start.year + 1, start.year) if start else ()), *((end.year,) if end else ()))
    moved = (day.replace(year=year) for year in years)
    return next((one for one in moved if policy.in_force.holds_on(one)), day)
