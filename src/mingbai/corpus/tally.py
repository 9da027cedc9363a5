"""Counting what a policy holds and how much of it is in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from mingbai.corpus.kinds.dates import DateReadings
from mingbai.corpus.kinds.lists import LostItem
from mingbai.corpus.models import Policy
from mingbai.corpus.values import AtLeast, AtMost, Change, Inferred, Lost, Readings


@dataclass(frozen=True)
class Tally:
    """How many clauses, rules and worked cases a policy has, and how many of its figures are of each doubtful kind."""

    clauses: int = 0
    rules: int = 0
    cases: int = 0
    lost: int = 0
    bounds: int = 0
    readings: int = 0
    inferred: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """The counts in the order of the fields."""
        return (self.clauses, self.rules, self.cases, self.lost, self.bounds, self.readings, self.inferred)

    @classmethod
    def of(cls, policy: Policy) -> Tally:
        """The tally of one policy."""
        rules = [rule for clause in policy.clauses for rule in clause.rules]
        doubts = Counter(kind for rule in rules for kind in _doubts(rule))
        cases = sum(clause.case_count for clause in policy.clauses)
        figures = (doubts["lost"], doubts["bounds"], doubts["readings"], doubts["inferred"])
        return cls(len(policy.clauses), len(rules), cases, *figures)


def _doubts(value: object) -> Iterator[str]:
    """The kind of every doubtful figure in a rule."""
    match value:
        case Lost() | LostItem():
            yield "lost"
        case AtLeast() | AtMost():
            yield "bounds"
        case Inferred():
            yield "inferred"
        case Readings() | DateReadings() | Change(readings=tuple()):
            yield "readings"
        case BaseModel():
            for name in type(value).model_fields:
                yield from _doubts(getattr(value, name))
        case dict():
            yield from _doubts(tuple(value.values()))
        case tuple() | list():
            for one in value:
                yield from _doubts(one)
