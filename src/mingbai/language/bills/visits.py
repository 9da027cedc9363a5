"""Where the words of a message pass from one bill to the next: visits, persons, hospitals that differ."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.notes import Told
from mingbai.language.people.persons import is_same, persons

_HAN = "[一二三四五六七八九]"
_COUNT = "[一二三四五六七八九1-9]"
_NO_VISIT = "(?![性报补检要也都就的]|一共)"
_VISIT = re.compile(
    rf"第{_COUNT}[次回趟笔张]|头一?[次回趟]|[前上后下这那另]一?[次回趟]"
    rf"|(?:(?:(?<![第几两十一二三四五六七八九])|(?<=[万千百][一二三四五六七八九])){_HAN}|(?<![第0-9])[1-9])[次回趟]{_NO_VISIT}"
    rf"|(?<![个每0-9一二三四五六七八九十])(?:1[0-2]|十[一二]?|{_COUNT})月份?(?![前以内底])"
)
_MORE = re.compile("又|再(?![次补报])|还有|另外|加上")
_ALL = (
    "(?:一共|总共|拢共|统共|总计|合计|共计|加起来|加一起|加在一起|合起来|合在一起|合着"
    "|两个?[次回趟笔人]|几个?[次回趟笔])"
)
_ASKS_ALL = re.compile(
    f"{_ALL}[^,。;!?0-9]{{0,6}}(?:[报补赔退给付拿领]|救助|支付)(?![了过])|{_ALL}(?:是?多少|呢|吧|啊)?[??。!]?$|各|分别|都(?:能|可以)?[报补赔]多少"
)
_PAUSE = re.compile("[,。;!?、 ]")
_SIGN, _FIGURE = re.compile("[,。;!?]"), re.compile("[0-9]")
_INSURED = "insured"
TOLD_ALONE = frozenset({"in_all", "extra_joined"})
"""What is asked for, or holds for a person: no mark of a bill."""


_WRITING = ("我", "俺")
_PRONOUN = re.compile(
    "[他她](?=(?:自己|今年|这次|[也又是就才]){0,2}(?:花|用|住|得|超|自付|自负|[一二三]级|[0-9一二两三四五六七八九十]))"
)
# 老大6000老二9000; 两个孩子,大的住院6000,小的住院9000; not 大的医院
_BY_ORDER = re.compile(
    "(?P<who>老[大二三四幺](?![爷妈娘夫])|[大二三小]宝|(?:(?<![一-鿿])|(?<=[和跟与]))最?[大小]的(?=(?:[^,。;医]{0,6}?)(?:住|花|用|[0-9一二两三四五六七八九十])))"
)
_OF_NEXT = re.compile("的[我俺]?(?:家|那个)?")  # 退休的老爸
_OF_ALL = re.compile("都|均|俩|全部?|[两三]个?人")  # 我妈和我都是一档

MORE = "more"
"""What a mark is about that only says that something was spent besides (又花了)."""


@dataclass(frozen=True)
class Mark:
    """A word that tells one bill from another: the fact, `visit`, `person` or `more` it is about, and its value.

    It `is_again` where the same value is only named once more (三级5万,三级8千), which tells unlike sums apart.
    """

    start: int
    end: int
    about: str
    name: str
    is_again: bool = False


def marks(text: str, found: Sequence[Found]) -> list[Mark]:
    """The words of a text that tell bills apart, in order: every visit, persons and choices where they differ."""
    visits = [Mark(*one.span(), "visit", one[0]) for one in _VISIT.finditer(text)]
    visits += [Mark(*one.span(), MORE, one[0]) for one in _MORE.finditer(text)]
    named = _persons(text, found)
    choices = [
        Mark(one.start, one.end, fact, one.name)
        for one in found
        if one.kind.startswith(CHOICE) and not one.is_denied
        if (fact := one.kind.removeprefix(CHOICE)) not in TOLD_ALONE
    ]
    names: dict[str, Counter[str]] = {}
    for one in (*named, *choices):
        names.setdefault(one.about, Counter())[one.name] += 1
    differing = [
        replace(one, is_again=len(names[one.about]) == 1)
        for one in (*named, *choices)
        if len(names[one.about]) > 1 or (one.about == "hospital_level" and names[one.about].total() > 1)
        if one.about != _INSURED or len(names.get("person", ())) < 2  # 我儿子三级8000,他是学生,我爸三级8000
    ]
    return sorted([*visits, *differing], key=lambda one: (one.start, one.end))


def person_in(text: str, found: Sequence[Found], start: int, end: int, *, last: bool = True) -> Mark | None:
    """The last word for a person in a part of a text, or the first; my mother and not me where it says 我妈."""
    named = [one for one in _persons(text, found) if start <= one.start and one.end <= end]
    return named[-1 if last else 0] if named else None


def _persons(text: str, found: Sequence[Found]) -> list[Mark]:
    """The words for persons, and for a group where it stands for somebody (学生三级住院8000,我自己三级8000)."""
    named = _with_meant(text, [Mark(one.start, one.end, "person", one.name) for one in persons(text)])
    told = (one for one in found if one.kind == CHOICE + _INSURED and not one.is_denied)
    told = (one for one in told if "岁" not in text[one.start : one.end])  # said of whom it stands beside
    groups = [Mark(one.start, one.end, "person", one.name) for one in told]
    if not groups:
        return named
    names = {one.name for one in named}
    unnamed = {one for one in {one.name for one in groups} if not any(is_same(one, other) for other in names)}
    ends = [one.start() for one in _SIGN.finditer(text)]
    with_figures = {bisect_left(ends, one.start()) for one in _FIGURE.finditer(text)}
    with_persons = {bisect_left(ends, one.start) for one in named}
    told_of = with_figures - with_persons
    alone = [one for one in groups if one.name in unnamed and bisect_left(ends, one.start) in told_of]
    return sorted([*named, *alone], key=lambda one: one.start)


def _with_meant(text: str, named: Sequence[Mark]) -> list[Mark]:
    """The persons named, children told by their order among them, and those meant by 他 (我儿子…,他2600我3800)."""
    by_order = [Mark(*one.span("who"), "person", one["who"]) for one in _BY_ORDER.finditer(text)]
    pronouns = [Mark(*one.span(), "person", "") for one in _PRONOUN.finditer(text)]
    meant, last = [], ""
    for one in sorted([*named, *by_order, *pronouns], key=lambda one: one.start):
        known = replace(one, name=one.name or last)
        meant += [known] if known.name else []
        last = last if known.name in _WRITING else known.name
    return meant


def owned(text: str, found: Sequence[Found], words: Sequence[Found]) -> list[str | None]:
    """Of whom each of some words is said, by name: whom it names itself, or stands behind or right before.

    None, and so of all, for what is said before anybody is named, or of all of them (都是一档).
    """
    named = _persons(text, found)
    return [_owner(text, one.start, one.end, named) for one in words]


def _owner(text: str, start: int, end: int, named: Sequence[Mark]) -> str | None:
    inside = [one.name for one in named if one.start < end and start < one.end]
    behind = [one.name for one in named if one.start >= end and _OF_NEXT.fullmatch(text, end, one.start)]
    if inside or behind:
        return inside[-1] if inside else behind[0]
    before = [one for one in named if one.end <= start]
    is_of_all = not before or _OF_ALL.search(text, before[-1].end, start)
    return None if is_of_all else before[-1].name


def asks_all(text: str) -> bool:
    """Whether a message asks for all of its bills together, or for each of them."""
    return _ASKS_ALL.search(text) is not None


def are_apart(told: Sequence[Told], known: Sequence[Mark]) -> bool:
    """Whether between any two sums a word tells their bills apart."""
    gaps = ((one.mention.end, other.mention.start) for one, other in pairwise(told))
    return all(any(start <= one.start and one.end <= end for one in known) for start, end in gaps)


def parts(text: str, told: Sequence[Told], known: Sequence[Mark]) -> list[tuple[int, int]]:
    """The part of a text that each sum stands in, cut where the words for the next bill begin; the last to its sum.

    What follows the last sum belongs to its part only where each sum stands before its words (5万在三级,8千在社区).
    """
    first, last = told[0].mention, told[-1].mention
    if first == last:  # 两次,每次3000
        return [(0, len(text))] * len(told)
    follows = not any(one.end <= first.start for one in known) and any(one.start >= last.end for one in known)
    cuts = [_cut(text, one.mention.end, other.mention.start, known, follows) for one, other in pairwise(told)]
    return list(zip((0, *cuts), (*cuts, len(text) if follows else last.end), strict=True))


def _cut(text: str, end: int, start: int, known: Sequence[Mark], follows: bool) -> int:
    """Where between two sums the words of the second begin: at the pause before the first mark, or after the last."""
    between = [one for one in known if end <= one.start and one.end <= start]
    if follows and between:
        return _pause(text, between[-1].end, start) or between[-1].end
    limit = between[0].start if between else start
    pauses = [one.end() for one in _PAUSE.finditer(text, end, limit)]
    return pauses[-1] if pauses else limit if between else end


def _pause(text: str, start: int, end: int) -> int | None:
    found = _PAUSE.search(text, start, end)
    return found.end() if found else None
