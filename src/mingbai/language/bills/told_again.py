"""The same figure told or meant more than once: one bill named again, or as many bills of one sum (每次3000)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mingbai.language.notes import Notes, Told
from mingbai.language.numbers.numerals import read
from mingbai.language.text import words_before
from mingbai.money import short

__all__ = ["LISTED", "VISITS", "are_all_visits", "so_many_times", "times", "told_once", "unlike", "unlike_but_again"]

LISTED = re.compile("[、和跟与]")
"""What stands between two sums of a list."""
_EACH = re.compile("(?:每一?[次回趟]|次次|回回|各|都)(?:要|是|得|花)?了?$")  # 住了两次,每次3000
VISITS = re.compile("(?<![0-9十])([二两三四五六2-6])[次回趟](?![要性])")
"""How many visits there were, as far as each can have a bill of its own."""
_AGAIN = re.compile("(?:又|再)(?:是|来|花|用)?了?(?:一个|一次|个)?$")
_POINTS_BACK = re.compile("(?:这一?[个笔张些份]?|那一?[笔张份])$")  # 单子6800,护工我另外付的,那这6800能报多少
_EACH_OR_PERIOD = "每次和每月的数放在一起,我分不清是哪一个,请说一下总共花了多少钱"


def are_all_visits(text: str, told: Sequence[Told]) -> bool:
    """Whether as many sums are told as visits, so that equal ones are two (跑了三次,两千二、一千八、两千二)."""
    counts = {read(one[1]) for one in VISITS.finditer(text)}
    return len(told) > 2 and [one and one.value for one in counts] == [len(told)]


def told_once(text: str, told: Sequence[Told]) -> list[Told]:
    """Some sums without those that only point back to one told before, whoever was named in between."""
    return [
        one
        for at, one in enumerate(told)
        if not (
            _POINTS_BACK.search(text[max(0, one.mention.start - 4) : one.mention.start])
            and any(one.value == other.value for other in told[:at])
        )
    ]


def unlike_but_again(text: str, told: Sequence[Told]) -> list[Told]:
    """Some sums, each once but for those that are said to have come again (一千八,又是两千二)."""
    kept: list[Told] = []
    for one in told:
        is_again = _AGAIN.search(text[max(0, one.mention.start - 6) : one.mention.start]) is not None
        if is_again or all(one.value != other.value for other in kept):
            kept.append(one)
    return kept


def unlike(text: str, told: Sequence[Told]) -> list[Told]:
    """Some sums, each once but for those of a list (报过三次:2万、2万、3万)."""
    listed = {
        at for at in range(1, len(told)) if LISTED.fullmatch(text, told[at - 1].mention.end, told[at].mention.start)
    }
    return list({(at if at in listed else -1, one.value): one for at, one in enumerate(told)}.values())


def so_many_times(told: Told, count: int, is_about: bool, notes: Notes) -> Told:
    """The sum of all visits of an outpatient that cost the same, with a note on how it came about."""
    if notes.reckoned:  # 每次400一个月12次: by the month, too, and not sure what the figure is for
        notes.problem = notes.problem or (told.fact, _EACH_OR_PERIOD)
    notes.reckoned.append(f"每次{short(told.value)}元、{count}次")
    is_rough = told.mention.approximate or is_about
    return Told(replace(told.mention, value=told.value * count, approximate=is_rough), told.fact)


def times(text: str, told: Told) -> int:
    """How many bills there are of a sum, more than one where each is said to have it (住了两次,每次3000)."""
    counts = {one[1] for one in VISITS.finditer(text)}
    is_each = len(counts) == 1 and _EACH.search(words_before(text, told.mention.start))
    figure = read(counts.pop()) if is_each else None
    return int(figure.value) if figure else 1
