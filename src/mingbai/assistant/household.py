"""Who of which group lives in a household that a question names: 两口子加一个念初中的娃 are two adults and a pupil."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.amounts import Mention, find_amounts

_SPOUSE = "(?:爱人|老公|老婆|媳妇|妻子|丈夫|老伴|男人|女人|(?:[屋家][头里]?的?)?那口子|屋头那个|另一半|当家的)"
_COUPLE = re.compile(
    f"[小老]?两口子|[小老]两口|夫妻[俩两]?个?|夫妇|我俩|[我俺][和跟加与、,]我?{_SPOUSE}|{_SPOUSE}[和跟加与、]我(?![爸妈爹娘])"
)
_A_FEW = re.compile("([俩仨])(?=[娃孩学大小上读念老])")
_FEW = {"俩": Decimal(2), "仨": Decimal(3)}
_UNITS = ("个", "名", "位")
_OF_OTHERS = re.compile("(?:[他她]们|人家|别[人的班]|隔壁|[0-9]{2}级)[^,。;]{0,6}$")
_PEOPLE = ("人", "个人")
_NUMERAL = "(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
_AGE = re.compile(f"({_NUMERAL})[多几来]?岁(?!以|之?[前后内上下])")
_AGE_BARE = re.compile(
    f"[儿娃子女](?:今年|都|已经|快|才|刚|也|有)*({_NUMERAL})(?![0-9一二三四五六七八九十百千万个口块元年月])"
)
_AT_SCHOOL = re.compile("[上读念在][^,。;]{0,2}[小初高中]学|[上读念][初高]中|[初高]中")
_CHILD = re.compile("[娃孩崽]|儿子|女儿|闺女|丫头")
_CHILDREN = f"{_CHILD.pattern}|幺儿|孙[子女儿]|宝宝|毛毛"
_PARENT = "[爸妈爹娘]|父亲|母亲|爷爷|奶奶|外[公婆]|公公|婆婆|岳[父母]|丈母娘|姥[姥爷]"
_BY_ORDER = (  # 大的上小学,小的才3岁
    "(?:(?<![一-鿿])|(?<=[和跟加与带有]))(?:最?[大小]的|老[大二三四幺])"
    rf"(?=[^\s,。;、]{{0,3}}(?:[上读念]|{_NUMERAL}(?:个月|岁)))"
)
_ONE_OF_KIN = re.compile(
    f"(?P<spouse>{_SPOUSE})|(?P<parent>老?(?:{_PARENT}))(?:(?<=[爸妈爹娘])[爸妈爹娘])?"
    f"|(?P<child>(?:{_CHILDREN})[儿娃子]?|{_BY_ORDER})|(?P<self>我)(?=[和跟加与、]|,(?:{_SPOUSE}|{_CHILDREN}|{_PARENT}))"
)
_NO_MEMBER = re.compile("[爸妈爹娘他的]|[^,。;]{0,2}[问叫让说催]")  # 娃他妈, 老妈让我问
_PARTS = re.compile("[,。;!?、]")
_ASKING = re.compile("多少|几[多个块]|好多|怎么|优惠|一共|总共|拢共|合计|多钱|[吗呢么]$")
_TOGETHER = re.compile("一共|总共|拢共|共|合计|加起来|全家|一家")
_OF_HOUSE = re.compile("[家户]|都|我们")
_DENIED = "没[有得]?(?:人|哪个|谁)?|不是?|非|无"
_ALL_OF_THEM = re.compile("都|全家|全是")
_OF_AGE, _SCHOOL_AGE = 18, 6
_ADULT, _NONE = "成人", "无"
_BOTH = ("爸妈", "爹妈", "爹娘")
_NEW = re.compile(r"[\s,。;、加带和跟与]")


@dataclass(frozen=True)
class Member:
    """One kind of person in a household: the group of the insured, and the hardship said of them."""

    insured: str
    hardship: str | None = None

    @property
    def facts(self) -> dict[str, str]:
        """What is known of them, as facts of a case."""
        return {"insured": self.insured} | ({"hardship": self.hardship} if self.hardship else {})


@dataclass(frozen=True)
class _Person:
    """So many persons of a text, and the words that say who they are; kin (老妈) are one without a number."""

    start: int
    end: int
    count: Decimal
    kin: str = ""
    is_couple: bool = False
    said: str = ""


def members(text: str, vocabulary: Vocabulary) -> dict[Member, Decimal] | None:
    """How many persons of which group of the insured a text counts, those of one group together.

    None where somebody is of no group that can be told (a child of ten may be at school or not), where it is not plain
    whose hardship is meant, or where the persons named are not as many as are said to live there.
    """
    words, hardships = vocabulary.facts["insured"].by_words, vocabulary.facts["hardship"].by_words
    persons = _persons(text, words, hardships)
    if persons is None or _leaves_out_an_age(text, persons):
        return None
    of_all = _of_all(text, persons, hardships) if persons else None
    found: dict[Member, Decimal] = {}
    for one in persons:
        group = _group(one, words)
        if group is None:
            return None
        member = Member(group, _of_age(one.said, of_all or _hardship(one.said, hardships), vocabulary))
        found[member] = found.get(member, Decimal(0)) + one.count
    is_plain = len(found) < 2 or of_all or _each_has_an_owner(text, persons, hardships)
    return found if is_plain and _are_all(text, found) else None


def is_of_one(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the hardship that a text names is said of one of the kin (我爸吃低保), and so not of the whole house."""
    hardships = vocabulary.facts["hardship"].by_words
    return any(_hardship(one.said, hardships) for one in _told(text, _kin(text, []), hardships))


def _persons(text: str, words: Mapping[str, str], hardships: Mapping[str, str]) -> list[_Person] | None:
    """The persons counted and the kin beside them; None where the kin may be among those counted."""
    counted = sorted(_counted(text, words), key=lambda one: one.start)
    if turned := _turned(text, counted, words):
        return turned
    kin = _kin(text, counted)
    told = _told(text, [*counted, *kin], hardships)
    named = [one for one in told if one.is_couple or one.kin or _says_who(one.said, words)]
    is_of_one = len(kin) == 1 and kin[0].kin in ("parent", "spouse")  # 我妈吃低保,交多少
    if all(one.kin for one in named) and not is_of_one and not (len(kin) > 1 and _TOGETHER.search(text)):
        return []
    return _without_those_named(named, words)


def _without_those_named(persons: list[_Person], words: Mapping[str, str]) -> list[_Person] | None:
    """The persons without a number that only counts kin named besides (两个娃,大娃上小学,幺儿两岁)."""
    for kin, is_grown in (("child", False), ("parent", True)):
        own = [one for one in persons if one.kin == kin]
        same = [one for one in persons if not (one.kin or one.is_couple) and _is_grown(one, words) == is_grown]
        if own and same:
            if sum(one.count for one in same) != sum(one.count for one in own):
                return None
            persons = [one for one in persons if one not in same]
    return persons


def _leaves_out_an_age(text: str, persons: Sequence[_Person]) -> bool:
    """Whether an age is told that is none of the persons', so that somebody was not counted."""
    told = sum(len(_AGE.findall(one.said)) for one in persons)
    return bool(persons) and len(_AGE.findall(text)) > told


def _is_grown(one: _Person, words: Mapping[str, str]) -> bool:
    return _group(one, words) in (_ADULT, "老人")


def _counted(text: str, words: Mapping[str, str]) -> Iterator[_Person]:
    """Each number of persons of a text."""
    taken = [_Person(*one.span(), Decimal(2), is_couple=True) for one in _COUPLE.finditer(text)]
    taken += [_Person(*one.span(), _FEW[one[1]]) for one in _A_FEW.finditer(text)]
    person = re.compile("|".join((_CHILD.pattern, *map(re.escape, words))))
    yield from taken
    for one in find_amounts(text):
        is_new = not any(other.start < one.end and one.start < other.end for other in taken)
        is_of_persons = one.unit in _UNITS or (one.kind == "number" and person.match(text, one.end))
        if is_new and one.value and is_of_persons:
            yield _Person(one.start, one.end, one.value)


def _turned(text: str, counted: Sequence[_Person], words: Mapping[str, str]) -> list[_Person]:
    """The persons whose number stands behind them (大人2个,学生1个); none where the first does not."""
    before = re.compile(f"[^,。;!?、 ]*(?:{_any(words)})有?$")
    ends = (0, *(one.end for one in counted))
    said = [before.search(text[end : one.start]) for end, one in zip(ends, counted, strict=False)]
    if not said or not said[0] or counted[0].is_couple:
        return []
    return [replace(one, said=found[0] if found else "") for one, found in zip(counted, said, strict=True) if found]


def _kin(text: str, counted: Sequence[_Person]) -> list[_Person]:
    """The kin named without a number."""
    has_couple = any(one.is_couple for one in counted)
    found = []
    for one in _ONE_OF_KIN.finditer(text):
        is_in = any(other.start <= one.start() < other.end for other in counted)
        is_partner = one["spouse"] and has_couple
        if not (is_in or is_partner or _NO_MEMBER.match(text, one.end()) or _is_counted(text, one, counted)):
            count = Decimal(2 if one[0] in _BOTH else 1)
            found.append(_Person(*one.span(), count, kin=str(one.lastgroup)))
    return found


def _is_counted(text: str, kin: re.Match[str], counted: Sequence[_Person]) -> bool:
    """Whether kin are themselves what a number before them counts (一个念初中的娃)."""
    ends = [one.end for one in counted if one.end <= kin.start() and not one.is_couple]
    if not ends:
        return False
    between = text[max(ends) : kin.start()]
    is_told = between.endswith("的") and not _PARTS.search(between)  # not 一个四岁的娃,还有吃低保的老妈
    return not between or is_told or (kin["child"] is not None and _NEW.search(between) is None)


def _told(text: str, persons: Sequence[_Person], hardships: Mapping[str, str]) -> list[_Person]:
    """The persons in their order, each with the words up to the next; 吃低保的老妈 has hers before."""
    persons = sorted(persons, key=lambda one: one.start)
    poor = f"[吃领拿有是]?(?:{_any(hardships)})(?:户|对象)?的"
    before = re.compile(f"(?:{poor}|{_AGE.pattern}的?|[上读念在][^,。; ]{{1,4}}的){{1,2}}$")
    found = [before.search(text[: one.start]) if one.kin else None for one in persons]
    begins = [of_one.start() if of_one else one.start for one, of_one in zip(persons, found, strict=True)]
    told = []
    for one, begin, until in zip(persons, begins, (*begins[1:], len(text)), strict=False):
        said = _up_to_asking(_PARTS.split(text[one.end : until])[0])
        told.append(replace(one, said=text[begin : one.start] + (text[one.start : one.end] if one.kin else "") + said))
    return told


def _up_to_asking(said: str) -> str:
    """What is said of a person, without what is then asked (俩上小学的 一共掏多少)."""
    kept = list(takewhile(lambda chunk: not _ASKING.search(chunk), said.split(" ")))
    asking = _ASKING.search(said)
    return " ".join(kept) if kept else said[: asking.start()] if asking else said


def _says_who(said: str, words: Mapping[str, str]) -> bool:
    return any(one.search(said) for one in (_AT_SCHOOL, _AGE, _CHILD)) or any(one in said for one in words)


def _group(one: _Person, words: Mapping[str, str]) -> str | None:
    """The group of a person: by school, by age, else by a word for it; None for an age that either could have."""
    if one.is_couple or one.kin not in ("", "child"):
        return _ADULT
    if _AT_SCHOOL.search(one.said):
        return "学生"
    bare = _AGE_BARE.search(one.said) if one.kin else None
    if age := _AGE.search(one.said) or bare:
        figure = next((found.value for found in find_amounts(f"{age[1]}岁") if found.value), Decimal(0))
        return _ADULT if figure >= _OF_AGE else "儿童" if figure < _SCHOOL_AGE else None
    if one.kin:
        return "儿童"
    named = [(one.said.index(word), -len(word), word) for word in words if word in one.said]
    return words[min(named)[2]] if named else "儿童"


def _hardship(said: str, hardships: Mapping[str, str]) -> str | None:
    """The hardship said of somebody, not one that is denied."""
    found = re.search(f"({_DENIED})?[吃领拿有是]?({_any(hardships)})", said)
    meant = hardships[found[2]] if found and not found[1] else _NONE
    return None if meant == _NONE else meant


def _of_age(said: str, hardship: str | None, vocabulary: Vocabulary) -> str | None:
    """The hardship of somebody, the narrower one (低收入老人) where what is said of them tells it together."""
    choices = vocabulary.facts["hardship"].choices
    narrower = (name for name, one in choices.items() if one.pattern and one.counts_as == hardship)
    return next((name for name in narrower if re.search(choices[name].pattern or "(?!)", said)), hardship)


def _of_all(text: str, persons: Sequence[_Person], hardships: Mapping[str, str]) -> str | None:
    """The hardship of the whole house: said of it before (我们是低保户), or of all its members."""
    before, last = text[: persons[0].start], persons[-1].said
    if _OF_HOUSE.search(before) and (own := _hardship(before, hardships)):
        return own
    return _hardship(last, hardships) if _ALL_OF_THEM.search(last) and len(persons) > 1 else None


def _each_has_an_owner(text: str, persons: Sequence[_Person], hardships: Mapping[str, str]) -> bool:
    """Whether every hardship that a text names, and does not deny, is said of one of the persons."""
    poor = _any(word for word, meant in hardships.items() if meant != _NONE)
    denied = re.compile(f"(?:{_DENIED})[吃领拿有是]?(?:{poor})")

    def named(said: str) -> int:
        return len(re.findall(poor, denied.sub("", said)))

    return named(text) == sum(named(one.said) for one in persons)


def _are_all(text: str, found: Mapping[Member, Decimal]) -> bool:
    """Whether the persons named are as many as are said to live there (一家四口), and no fewer than 三个人."""
    counts = find_amounts(_COUPLE.sub("", text))
    said = {one.value for one in counts if one.unit == "口"}
    told = max((one.value for one in counts if one.value and _is_of_people(text, one)), default=Decimal(0))
    named = sum(found.values(), Decimal(0))
    return not found or (said in (set(), {named}) and told <= named)


def _is_of_people(text: str, one: Mention) -> bool:
    """Whether a number only counts persons (三个人), and not those of another group (他们08级469个人)."""
    if _OF_OTHERS.search(text[: one.start]):
        return False
    return one.unit in _PEOPLE or (one.unit in _UNITS and text.startswith("人", one.end))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
