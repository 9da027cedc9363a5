"""Who lives in a household that a question tells of: 我四十五没上班,老婆有职工医保,还有个上初中的娃."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from mingbai.assistant.households.each_of_them import alike, each_apart
from mingbai.assistant.households.kinds_of_people import Kinds
from mingbai.assistant.households.mentions import AGE, COUPLE, UNITS, Mention, any_of, counted, kin, told, turned
from mingbai.assistant.households.people import Household, Member
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.numbers.amounts import Mention as Amount
from mingbai.language.numbers.amounts import find_amounts

_OF_OTHERS = re.compile("(?:[他她]们|人家|别[人的班]|隔壁|[0-9]{2}级)[^,。;]{0,6}$")
_PEOPLE = ("人", "个人")
_TOGETHER = re.compile(
    "一共|总共|拢共|共|合计|加起来|全家|一家|各|分别|一起|屋头|屋里|家里|[一两三四五六七八九0-9]口|[两三四五六七八九2-9]个?人|[俩仨]"
)
_JOINED = re.compile(f"[和跟与、]?[我俺]?(?:{AGE.pattern}的?)?")  # 我和32岁的女儿, 我爸我妈
_BESIDE_ALL = re.compile("(?:再|外)加[^,。;]{0,6}$")  # 一家三口,再加80岁奶奶
# 两大一小 is said for 两个大人一个小孩
_BIG_AND_SMALL = re.compile("([一两二三四五俩仨1-5])个?大([一两二三四俩仨1-4])个?小(?![时型])")
# 两大人、两个上小学的: a number that counts persons without a word for it
_UNIT_LEFT_OUT = re.compile(
    "(?<![第十百千万0-9.])([一两二三四五六2-6])(?=(?:大人|老人|小孩|孩子|娃|学生|小学生|中学生)(?!群))"
)
_OF_HOUSE = re.compile("[家户屋]|都|我们|咱")
_DENIED = "没[有得]?(?:人|哪个|谁)?|不是?|非|无"
_ALL_OF_THEM = re.compile("都|全家|全是")
_PART = re.compile("[^,。;!?、 ]+")
_HOUSE_FIRST = re.compile("[我咱]?们?[家屋全]|[我咱]们|都")
_NOBODY = "无"
_OLD_ONES = re.compile("[^,。;]*(?:老人家?|老的|老年人|爷爷奶奶|外[公婆]{1,2}|公公?婆婆?|爸爸?妈妈?|父母)有?$")
_OTHER_OF_TWO = {"男方": "女方", "女方": "男方", "我": "爱人", "俺": "爱人"}
_BESIDE = re.compile(
    "(?:还有|另外|另有|加上?|再加|外加|带|和|跟|与|、|还带)(?:一?[个位])?(?:我的?|她|他)?"
    "(?:[^,。;和跟与加带]{1,6}的)?$"  # 再加一个低保的老妈
)


def household(text: str, vocabulary: Vocabulary) -> Household | None:
    """Everybody whom a text tells of as living together; nobody where it tells of no household.

    None where it is not plain who is meant: the kin may be among those counted, a hardship has no owner, an age is
    told that is nobody's, or more persons are named than are said to live there.
    """
    text = _UNIT_LEFT_OUT.sub(r"\1个", _BIG_AND_SMALL.sub(r"\1个大人\2个小孩", text))
    words, hardships = vocabulary.facts["insured"].by_words, vocabulary.facts["hardship"].by_words
    kinds = Kinds(vocabulary)
    found = _named(text, words, hardships, kinds)
    if found is None or _leaves_out_an_age(text, found):
        return None
    if not found:
        return Household(())
    of_all = _of_all(text, found, kinds)
    persons = tuple(kinds.persons(one, of_all) for one in found)
    is_plain = of_all or len({one.options for one in persons}) < 2 or _each_has_an_owner(text, found, hardships)
    beside = [one.count for one in found if _BESIDE_ALL.search(text[: one.start])]
    untold = _untold(text, sum((one.count for one in persons), Decimal(0)), sum(beside, Decimal(0)))
    return Household(persons, untold) if is_plain and untold is not None else None


def members(text: str, vocabulary: Vocabulary) -> Mapping[Member, Decimal] | None:
    """How many persons of which kind a text tells of; None where somebody's kind is open, or nobody told of them."""
    house = household(text, vocabulary)
    return None if house is None else house.members


def is_of_one(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the hardship that a text names is said of one of the kin (我爸吃低保), and so not of the whole house."""
    hardships, kinds = vocabulary.facts["hardship"].by_words, Kinds(vocabulary)
    return any(kinds.hardship(one.said) for one in told(text, kin(text, []), hardships))


def _named(text: str, words: Mapping[str, str], hardships: Mapping[str, str], kinds: Kinds) -> list[Mention] | None:
    """The persons counted and the kin beside them; None where the kin may be among those counted."""
    numbers = counted(text, words)
    if behind := turned(text, numbers, words):
        beside = _beside_the_old(text, behind, numbers, words, hardships)
        return sorted([*behind, *beside], key=lambda one: one.start)
    relatives = kin(text, numbers)
    each = alike(told(text, [*numbers, *relatives], hardships), kinds.hardship)
    each = each_apart(text, each, kinds.hardship, lambda said: Kinds.tells(said, words))
    once = _once([one for one in each if one.is_couple or one.kin or one.words or Kinds.tells(one.said, words)])
    named = _without_named_again(text, once, words, kinds)
    relatives = [one for one in named if one.kin]
    is_of_one = len(relatives) == 1 and relatives[0].kin in ("parent", "spouse")  # 我妈吃低保,交多少
    are_together = len(relatives) > 1 and (_TOGETHER.search(text) or _are_joined(text, relatives))
    if len(relatives) == len(named) and not is_of_one and not are_together:
        return []
    apart = _apart(text, _couples_parted(named), words)
    return None if apart is None else sorted(apart, key=lambda one: one.start)


def _beside_the_old(
    text: str,
    old: Sequence[Mention],
    numbers: Sequence[Mention],
    words: Mapping[str, str],
    hardships: Mapping[str, str],
) -> list[Mention]:
    """Those told of beside the old, where these alone are counted (老人两个,我跟老公还有小孩)."""
    if not all(_OLD_ONES.match(one.said) for one in old):
        return []
    each = told(text, [*numbers, *kin(text, numbers)], hardships)
    others = [one for one in each if one.start not in {other.start for other in old} and one.kin != "parent"]
    return _couples_parted(_once([one for one in others if one.is_couple or one.kin or Kinds.tells(one.said, words)]))


def _without_named_again(text: str, found: Sequence[Mention], words: Mapping[str, str], kinds: Kinds) -> list[Mention]:
    """The persons without a child only named again after it was counted (一个在读初中,娃娃按学年交).

    So it is where they would else be more than are said to live there.
    """
    mouths = [one.value for one in find_amounts(text) if one.unit == "口" and one.value]
    many = sum((one.count for one in found), Decimal(0))
    if len(mouths) != 1 or many <= mouths[0]:
        return list(found)
    first = next((one for one in found if not (one.kin or one.is_couple or Kinds.is_grown(one, words))), None)
    again = [
        one
        for one in found
        if first and one.kin == "child" and one.start > first.start and not _BESIDE.search(text[: one.start])
        if not (Kinds.is_told(one.said) or kinds.hardship(one.said))
    ]
    return [one for one in found if one not in again[: int(many - mouths[0])]]


def _are_joined(text: str, relatives: Sequence[Mention]) -> bool:
    """Whether two of the kin are named in one breath (我和32岁的女儿)."""
    return any(_JOINED.fullmatch(text, one.end, other.start) for one, other in pairwise(relatives))


def _once(found: Sequence[Mention]) -> list[Mention]:
    """Kin told of again (老公,…老公单位有职工医保) are the same person: what is said of them comes together."""
    kept: dict[object, Mention] = {}
    for at, one in enumerate(found):
        key: object = one.key if one.kin else at
        kept[key] = replace(kept[key], said=f"{kept[key].said},{one.said}") if key in kept else one
    return list(kept.values())


def _couples_parted(found: Sequence[Mention]) -> list[Mention]:
    """A couple without the one of whom more is told (两口子,老婆重度残疾): that one stands for themselves."""
    couple = next((one for one in found if one.is_couple), None)
    own = [one for one in found if one.kin in ("self", "spouse")]
    if couple is None or not own:
        return list(found)
    left = couple.count - len(own)
    others = [one for one in found if one is not couple]
    if not left:
        return [replace(one, said=f"{one.said},{couple.said}") for one in own] + [
            one for one in others if one not in own
        ]
    return [replace(couple, count=left, words=_OTHER_OF_TWO.get(own[0].words, "我")), *others]


def _apart(text: str, found: list[Mention], words: Mapping[str, str]) -> list[Mention] | None:
    """The persons without a number that only counts those named besides (两个娃,大娃上小学,幺儿两岁)."""
    for is_grown in (False, True):
        group = _plain_group(found, words, is_grown=is_grown)
        own = list(_in_group(text, found, group, words, is_grown=is_grown)) if group else []
        if group is None or not own:
            continue
        left = group.count - sum((one.count for one in own), Decimal(0))
        if left < 0 or (left and is_grown):
            return None
        found = [replace(one, count=left) if one is group else one for one in found if one is not group or left]
    return found


def _plain_group(found: Sequence[Mention], words: Mapping[str, str], *, is_grown: bool) -> Mention | None:
    """The one number of children, or of the grown, that may count persons named besides."""
    same = [one for one in found if not (one.kin or one.is_couple) and Kinds.is_grown(one, words) == is_grown]
    plain = [one for one in same if not Kinds.is_told(one.said)]
    return plain[0] if len(plain) == 1 and (len(same) == 1 or plain[0].count > 1) else None


def _in_group(
    text: str, found: Sequence[Mention], group: Mention, words: Mapping[str, str], *, is_grown: bool
) -> Iterator[Mention]:
    """The persons who may be among those that a number counts: not those said to come besides."""
    if not is_grown:
        of_kin = [one for one in found if one.kin == "child"]
        parted = [one for one in found if one is not group and not (one.kin or one.is_couple)]
        parted = [one for one in parted if not Kinds.is_grown(one, words)]
        yield from of_kin or parted
        return
    after = found[found.index(group) + 1 :]
    for one in after:
        if one.kin not in ("parent", "self", "spouse") or _BESIDE.search(text[: one.start]):
            return
        yield one


def _leaves_out_an_age(text: str, found: Sequence[Mention]) -> bool:
    """Whether an age is told that is none of the persons', so that somebody was not counted."""
    return bool(found) and len(AGE.findall(text)) > sum(len(AGE.findall(one.said)) for one in found)


def _of_all(text: str, found: Sequence[Mention], kinds: Kinds) -> str | None:
    """The hardship of the whole house: said of it (我们是低保户), or of all its members."""
    before, last = text[: found[0].start], found[-1].said
    if _OF_HOUSE.search(before) and (own := kinds.hardship(before)):
        return own
    if len(found) > 1 and _ALL_OF_THEM.search(last) and (own := kinds.hardship(last)):
        return own
    return next(filter(None, (kinds.hardship(part) for part in _of_house(text, found))), None)


def _of_house(text: str, found: Sequence[Mention]) -> Iterator[str]:
    """The parts of a text that speak of the house and name none of its persons (我们是低收入家庭)."""
    for part in _PART.finditer(text):
        is_of_one = any(part.start() <= one.start < part.end() for one in found)
        if not is_of_one and _HOUSE_FIRST.match(part[0]):
            yield part[0]


def _each_has_an_owner(text: str, found: Sequence[Mention], hardships: Mapping[str, str]) -> bool:
    """Whether every hardship that a text names, and does not deny, is said of one of the persons."""
    poor = any_of(word for word, meant in hardships.items() if meant != _NOBODY)
    denied = re.compile(f"(?:{_DENIED})[吃领拿有是]?(?:{poor})")

    def named(said: str) -> int:
        return len(re.findall(poor, denied.sub("", said)))

    return named(text) <= sum(named(one.said) for one in found)


def _untold(text: str, named: Decimal, beside: Decimal) -> Decimal | None:
    """How many are said to live there (一家四口) beyond those named; None where fewer are.

    So many of these come `beside` all whom a number counts.
    """
    text = COUPLE.sub(lambda couple: "□" * len(couple[0]), text)
    counts = find_amounts(text)
    mouths = {one.value + beside for one in counts if one.unit == "口" and one.value}
    told_of = max((one.value for one in counts if one.value and _is_of_people(text, one)), default=Decimal(0))
    if len(mouths) > 1 or any(one < named for one in mouths):
        return None
    return max(*mouths, told_of, named) - named if mouths else max(told_of, named) - named


def _is_of_people(text: str, one: Amount) -> bool:
    """Whether a number only counts persons (三个人), and not those of another group (他们08级469个人)."""
    if _OF_OTHERS.search(text[: one.start]):
        return False
    return one.unit in _PEOPLE or (one.unit in UNITS and text.startswith("人", one.end))
