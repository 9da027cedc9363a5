"""A day told before a question for another one, which is counted from it (3月5号交清的 … 那从哪天起才算数)."""

from __future__ import annotations

import re

from mingbai.language.numbers.dates import find_dates
from mingbai.language.parts import parts_of

_WHICH_DAY = re.compile("几月几?[号日]?|几[号日]|哪一?[天日]|什么时候|啥时候?|[几何]时|最[晚迟]|截止|到期|作废|过期")
_ASKS = re.compile("多少|几|什么|啥|哪|怎|谁|多久|吗|[不没么][??]?$")

_COUNTED = re.compile("从([^,。;()]*)起算")


def days_told(text: str) -> str:
    """The parts of a text that tell a day and ask nothing; nothing where there is none."""
    return ",".join(one for one in parts_of(text) if _days(one) and not _ASKS.search(one))


def asks_for_day(text: str) -> bool:
    """Whether a text asks for a day and names none itself."""
    return _WHICH_DAY.search(text) is not None and not _days(text)


def counts_from(line: str, told: str) -> bool:
    """Whether a line of an answer is counted from a day that was told (最晚5月9日(从3月10日起算))."""
    return any(not _days(told).isdisjoint(_days(one[1])) for one in _COUNTED.finditer(line))


def _days(text: str) -> set[tuple[int, int]]:
    """The days of the year that a text names."""
    return {(one.month, one.day) for one in find_dates(text) if one.is_real}
