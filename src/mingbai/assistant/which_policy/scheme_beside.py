"""Another scheme that a question names beside the one it asks about: 家里有职工医保的证件复印几份, 我新农合的能转吗."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mingbai.assistant.matching.pieces import any_of

_OWN = re.compile("我(?:是|有|的是?|交的?是?|参加的?是?|上的?是?|买的?是?)?[^,。;家爸妈儿女老]{0,3}$")
_CHANGES = re.compile("转|退|换|改|同时|一起|两样|两个|再(?:参|买|上|办|交)")
_ASKS_SUM = re.compile("报销?(?:多少|几多|好多|几)|能报|补多少|赔多少")
_WHAT_IF = re.compile("(?:那|要是|如果|假如|换成?|改成?|我|是|参加|的话?|呢|[,?])*")  # 要是新农合呢
_SPOKEN_FOR = re.compile("的?(?:城[镇乡])?$")


def names_beside(text: str, words: Iterable[str], places: Iterable[str], clauses: Iterable[str]) -> bool:
    """Whether a scheme, by its `words`, is only named beside what is asked, and clauses speak of it so.

    Not where it is the scheme of the place asked about (岳池职工医保怎么缴费), nor the person's own, unless they ask
    how to change it; nor where a sum is asked for.
    """
    known = list(words)
    found = any_of(known).search(text)
    if found is None or _ASKS_SUM.search(text) or not any(word in clause for clause in clauses for word in known):
        return False
    if _WHAT_IF.fullmatch(f"{text[: found.start()]}{text[found.end() :]}"):
        return False
    before = text[: found.start()]
    of_place = _SPOKEN_FOR.sub("", before).endswith(tuple(places))
    return not of_place and (_CHANGES.search(text[found.start() :]) is not None or not _OWN.search(before))
