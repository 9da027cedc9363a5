"""A scheme that is named only to say that it is not meant: nobody's (没得职工医保), or that of somebody left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

# 没得职工医保, 不是职工医保的, 没参加城镇职工医保, 也没上过单位的职工医保; never 有没有职工医保
_NOBODYS = re.compile(
    "(?:(?<![有能])(?:没|莫|冇|未)(?:[得有])?|不是|不归|不属于?)(?:参加?|上|交|缴|买|入|办|[过了])*(?:我|单位|城镇|厂里|啥|什么)*的?$"
)
_LEAVES_OUT = re.compile("(?:除[开了去]|刨[开去除])[^,。;!?]{0,6}$")  # 除开有职工医保的老公
_LEFT_OUT = re.compile(  # 老汉有职工医保,不算他; 爸是职工医保,他就不交了
    "[^。;!?]{0,8}?(?:(?<!算)不(?:要|用)?[算带]上?(?:他|她|爸|妈|老[汉婆公妈]|婆|公公)|(?:他|她)[就都]?不(?:用|要)?[算交缴买])"
)


def is_set_aside(text: str, words: Iterable[str]) -> bool:
    """Whether a scheme is named by some of its words, and each time as one that is not had or not counted."""
    named = [at.span() for word in words for at in re.finditer(re.escape(word), text)]
    whole = [one for one in named if not any(_is_within(one, other) for other in named)]
    return bool(whole) and all(_is_not_meant(text[:start], text[end:]) for start, end in whole)


def _is_within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _is_not_meant(before: str, after: str) -> bool:
    near = before[-16:]
    return bool(_NOBODYS.search(near) or _LEAVES_OUT.search(near) or _LEFT_OUT.match(after))
