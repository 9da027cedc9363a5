"""A message that only puts another day in the place of the one asked about (她弟弟要12月1号才批下来)."""

from __future__ import annotations

import re

from mingbai.language.dates import find_dates

_LONGEST = 24  # characters of a message that has no room for a question of its own
# What happened on a day, each in all its words: another thing that happened is no other day of the same.
_EVENTS = (
    re.compile("认定|批[准下了]|审批|办下来|评上"),
    re.compile("出院"),
    re.compile("(?<!出)[入住]院"),
    re.compile("出生|生(?:的|下|了|娃|孩)"),
    re.compile("[交缴]|参保"),
    re.compile("登记|备案|报备"),
)


def on_another_day(question: str, message: str) -> str | None:
    """The question before with the one day of a message in place of its own; None where it tells more than that.

    The message is one that asks nothing itself.
    """
    asked, told = find_dates(question), find_dates(message)
    if len(asked) != 1 or len(told) != 1 or len(message) > _LONGEST:
        return None
    if any(one.search(message) and not one.search(question) for one in _EVENTS):
        return None
    (day,), (other,) = asked, told
    return question[: day.start] + message[other.start : other.end] + question[day.end :]
