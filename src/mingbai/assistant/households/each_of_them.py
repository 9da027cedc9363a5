"""What is said of each of several who were counted together (两口子,一个低保,一个啥都不是), or of one like another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.households.mentions import Mention

_ONE_OF_THEM = re.compile("(?:^|[,。;、:( ]|其中|里面|里头|[俩都]|另外?|还有|剩下|余下|另|是|有|[吗呢了的])$")
_ALIKE = re.compile("同样|[也都]?一样|同上|差不多情况|也是(?:这样|这种|如此)|也(?:这样|如此)")
_SAID_OF_ONE = re.compile("(?:有|是|吃|在|拿|领)*(.{1,6})")

Hardship = Callable[[str], str | None]
"""Reads the hardship that some words name."""


def each_apart(text: str, found: Sequence[Mention], hardship: Hardship, tells: Callable[[str], bool]) -> list[Mention]:
    """The persons, those apart of whom something is said among others who were counted together before.

    Only where a hardship is said of one of them, and they are no more than were counted; `tells` says whether words
    tell who somebody is (一个上学的), so that they come besides.
    """
    kept: list[Mention] = []
    at = 0
    while at < len(found):
        group, at = found[at], at + 1
        own = [] if group.kin or group.count < 2 else list(_of_group(text, found[at:], tells))
        left = group.count - sum((one.count for one in own), Decimal(0))
        if not own or left < 0 or not any(hardship(one.said) for one in own):
            kept.append(group)
            continue
        at += len(own)
        kept += [replace(group, count=left)] if left else []
        kept += [_of_kind(group, one) for one in own]
    return kept


def alike(found: Sequence[Mention], hardship: Hardship) -> list[Mention]:
    """The persons, one of whom it is said that they are as the one before (奶奶70同样情况) with the same hardship."""
    told: list[Mention] = []
    for one in found:
        same = hardship(told[-1].said) if told and _ALIKE.search(one.said) else None
        told.append(replace(one, said=f"{one.said},{same}") if same and not hardship(one.said) else one)
    return told


def _of_group(text: str, after: Sequence[Mention], tells: Callable[[str], bool]) -> Iterator[Mention]:
    """Those named right after a group of whom nothing tells who they are: they are of the group."""
    for one in after:
        if one.kin or one.is_couple or tells(one.said) or not _ONE_OF_THEM.search(text[: one.start]):
            return
        yield one


def _of_kind(group: Mention, one: Mention) -> Mention:
    """One of a group, who is as the group is and called by what is said of them."""
    own = _SAID_OF_ONE.match(one.said.strip(" ,"))
    words = f"{own[1].rstrip('的,')}的那{'个' if one.count == 1 else '几个'}" if own else ""
    return replace(one, said=f"{one.said},{group.said}", words=words, is_couple=group.is_couple)
