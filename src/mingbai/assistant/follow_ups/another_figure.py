"""A message that puts another figure in the place of the one asked with (那105%呢; 40天呢; 可我们平均工资才500).

What is worked out needs all figures of the question before: the premium told there, the days, the heads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from mingbai.assistant.leads.question import Question, counts_persons
from mingbai.language.notes import FactValue
from mingbai.language.numbers.amounts import Mention, find_amounts

LONGEST = 24
"""Characters of a message that has no room for a question of its own beside its figure."""
_DAYS = ("天", "日")
_HEAD = "人"  # 469个人, then 1432人呢
_OF_ALL = re.compile("(?:全|整个)[一-鿿]{1,2}$")  # 全院1432人呢: of all, and not of the part asked about before
_OF_SOME = re.compile("(?<![0-9一-鿿])[0-9一-鿿]{1,4}[级班系部届]$")
_MANY = Decimal(1)
_YEARS = range(2001, 2050)


def with_another_figure(question: str, message: str) -> str | None:
    """The question before with the figures of a message in place of its own of their kinds; None where it has none.

    The wage of one's own does not take the place of the wage of all: it is told beside it.
    """
    told, asked, other = _figures(message), _figures(question), question
    if not told or len({kind for kind, _ in told}) < len(told):
        return None
    places = {kind: [one for of, one in asked if of == kind] for kind, _ in told}
    if any(len(before) > 1 for before in places.values()):
        return None
    if all(places.values()):
        taken = sorted(((places[kind][0], one) for kind, one in told), key=lambda pair: -pair[0].start)
        for before, one in taken:  # from the end, so that what stands before keeps its place
            put = message[one.start : one.end]
            rest = other[before.end :].removeprefix(_HEAD) if put.endswith(_HEAD) else other[before.end :]
            head = other[: before.start]
            if whole := _OF_ALL.search(message[: one.start]):
                head = _OF_SOME.sub(whole[0], head)
            other = head + put + rest
        return other
    is_beside = [kind for kind, _ in told] == ["own_average"] and any(kind == "city_average" for kind, _ in asked)
    return f"{question},{message}" if is_beside else None


def facts_with_another(
    facts: Mapping[str, FactValue], question: str, message: str, told: Mapping[str, FactValue]
) -> dict[str, FactValue]:
    """Facts in which the figure of a message has taken the place of the one that the question before told.

    What was `told` by the message as something else (三万 as a bill) is then no fact of its own.
    """
    asked = {kind: one.value for kind, one in _figures(question)}
    put = {asked[kind]: one.value for kind, one in _figures(message) if kind in asked}
    taken = {name: put[value] for name, value in facts.items() if isinstance(value, Decimal) and value in put}
    gone = {name for name in told.keys() - taken.keys() if taken and told[name] in taken.values()}
    return {name: taken.get(name) or value for name, value in facts.items() if name not in gone}


def _figures(text: str) -> list[tuple[str, Mention]]:
    """The figures of a text that rules work with, each with what it counts."""
    read = Question.read(text)
    return [(kind, one) for one in find_amounts(text) if (kind := _kind(text, one, read))]


def _kind(text: str, one: Mention, read: Question) -> str:
    """What a figure counts; empty for one that no rule takes from a question."""
    if one.value is None:
        return ""
    if one.kind == "percent":
        return "ratio"
    if one.kind == "count":
        is_many = one.value > _MANY and counts_persons(text, one)
        return "days" if one.unit in _DAYS else "heads" if is_many else ""
    if one.kind == "number" and one.value in _YEARS:  # 大病保险2014 is no sum
        return ""
    averages = {"city_average": read.city_average, "own_average": read.own_average}
    wage = next((name for name, value in averages.items() if value == one.value), "")
    return wage or ("sum" if one.value in read.sums else "")
