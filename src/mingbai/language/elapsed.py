"""A length of time told in months (两个月零五天, 半年): the days it has at least and at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.language.numerals import canonical, read

__all__ = ["Elapsed", "find_elapsed"]

_NUMBER = "[0-9一二两三四五六七八九十]{1,3}"
# 两个月零五天, 半年, 一年半, 3个月; 3月5日 is a day
_TIME = re.compile(
    f"(?P<half_year>半年)|(?P<years>{_NUMBER})年(?P<and_half>半)?(?![级龄度])"
    f"|(?P<months>{_NUMBER})个(?P<half_month>半)?月(?:[零又加]?(?:多|(?P<days>{_NUMBER})天))?"
)
_IN_MONTHS = (0, 31, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)
_LONGEST = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)
_A_YEAR = (365, 366)
_OF_YEAR = 12


@dataclass(frozen=True)
class Elapsed:
    """Some months and days, in the `words` of the text: never fewer days than `least`, nor more than `most`."""

    words: str
    months: int
    least: int
    most: int

    @property
    def has_days(self) -> bool:
        """Whether days are told beside the months."""
        return self.words.endswith("天")


def find_elapsed(text: str) -> Iterator[Elapsed]:
    """The lengths of time that a text tells in months or years, in its order."""
    for found in _TIME.finditer(canonical(text)):
        months, days = _months(found), _whole(found["days"])
        years, rest = divmod(months, _OF_YEAR)
        half = 15 if found["half_month"] else 0
        least = years * _A_YEAR[0] + (28 if rest == 1 else _IN_MONTHS[rest]) + days + half
        most = years * _A_YEAR[1] + _LONGEST[rest] + days + half
        yield Elapsed(text[found.start() : found.end()], months, least, most)


def _months(found: re.Match[str]) -> int:
    if found["half_year"]:
        return _OF_YEAR // 2
    if found["years"]:
        return _whole(found["years"]) * _OF_YEAR + (_OF_YEAR // 2 if found["and_half"] else 0)
    return _whole(found["months"])


def _whole(numeral: str | None) -> int:
    figure = read(numeral) if numeral else None
    return int(figure.value) if figure and figure.value is not None else 0
