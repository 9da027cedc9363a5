"""A length of time told in months (两个月零五天, 半年): the days it has at least and at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.language.numbers.numerals import canonical, read

__all__ = ["Elapsed", "find_elapsed", "has_gone_by"]

_NUMBER = "[0-9一二两三四五六七八九十]{1,3}"
# 两个月零五天, 半年, 一年半, 3个月; 3月5日 is a day
_TIME = re.compile(
    f"(?P<half_year>半年)|(?P<fortnight>半个月)|(?P<years>{_NUMBER})年(?P<and_half>半)?(?![级龄度])"
    f"|(?P<months>{_NUMBER})个(?P<half_month>半)?(?P<more>多)?月(?:[零又加]?(?:(?P<and_more>多)|(?P<days>{_NUMBER})天))?"
)
# 拖了两个多月才拿来, 都三个月了; 快两个月 is not yet so long
_GONE_BEFORE = re.compile("(?<!快)(?:拖|过|隔|已经?|都|超|晚)了?(?:有|去)?$")
_GONE_AFTER = re.compile("(?:了|才|都|还没|没|过去|[以之]?后才)")
_NOT_QUITE = re.compile("(?:快|差不多|将近|不到)(?:有|了)?$")
_IN_MONTHS = (0, 31, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)
_LONGEST = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)
_A_YEAR = (365, 366)
_SOME_MORE = 3  # nobody says 两个多月 of two months and a day
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
        half = 15 if found["half_month"] or found["fortnight"] else 0
        least = years * _A_YEAR[0] + (28 if rest == 1 else _IN_MONTHS[rest]) + days + half
        most = years * _A_YEAR[1] + _LONGEST[rest] + days + half
        if found["more"] or found["and_more"]:  # 两个多月: not yet three
            least, most = least + _SOME_MORE, most + 30
        yield Elapsed(text[found.start() : found.end()], months, least, most)


def has_gone_by(text: str, one: Elapsed) -> bool:
    """Whether a text tells a length of time in it as gone by (出院都三个月了), and does not ask of it."""
    before, _, after = text.partition(one.words)
    if _NOT_QUITE.search(before):
        return False
    return bool(one.has_days or _GONE_BEFORE.search(before) or _GONE_AFTER.match(after))


def _months(found: re.Match[str]) -> int:
    if found["half_year"]:
        return _OF_YEAR // 2
    if found["years"]:
        return _whole(found["years"]) * _OF_YEAR + (_OF_YEAR // 2 if found["and_half"] else 0)
    return _whole(found["months"]) if found["months"] else 0


def _whole(numeral: str | None) -> int:
    figure = read(numeral) if numeral else None
    return int(figure.value) if figure and figure.value is not None else 0
