"""Where a text names the persons of a household: couples, numbers of persons, kin, and the one who asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from mingbai.language.numbers.amounts import find_amounts

SPOUSE = (
    "(?:爱人|老公|老婆|媳妇|妻子|丈夫|老伴|男人|女人|婆娘|(?:[屋家][头里]?的?)?那口子|屋[里头]的?那[个位]|家里那位"
    "|[男女]方|另一半|当家的)"
)
COUPLE = re.compile(
    f"[小老]?两口子|[小老]两口|夫妻[俩两]?个?|夫妇|我俩|[我俺][和跟加与、,]我?{SPOUSE}|{SPOUSE}[和跟加与、]我(?![爸妈爹娘])"
)
_A_FEW = re.compile("([俩仨])个?(?=[娃孩学大小上读念老普吃])")
_FEW = {"俩": Decimal(2), "仨": Decimal(3)}
UNITS = ("个", "名", "位")
_MOST_BARE = 20  # 老人交60娃交150: no sixty children
_YEARS = range(1900, 2100)  # 2010成年居民 are those of a year
NUMERAL = "(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
AGE = re.compile(f"({NUMERAL})[多几来]?岁(?!以|之?[前后内上下])")
_FIGURE = "[0-9]{1,2}|十[一二三四五六七八九]?|[一二三四五六七八九]十[一二三四五六七八九]?"
AGE_BARE = re.compile(  # 老婆四十三
    f"(?:今年|都|已经|快|才|刚|也|有)*({_FIGURE})(?![0-9一二三四五六七八九十百千万个口块元年月人名位岁档天])"
)
AGE_BEFORE = re.compile(f"({_FIGURE})的")  # 68的老妈
AT_SCHOOL = re.compile(
    "(?<![没未不])[上读念在][^,。;没]{0,2}[小初高中]学|(?<![没未不])[上读念][初高]中|[初高]中|小学|(?<![没未不])[上读念](?:了|到|的)?[初高]?[一二三四五六](?:年级)?(?![点些成个倍级档百千万元块])|[一二三四五六]年级"
    "|(?<![没未不])(?<!没有|没得|没在|没去|没到|不去|不想)[上读念](?:学(?!前)|书)"  # 一个上学,一个两岁
)
_NOT_AT_SCHOOL = "(?:[还都也]*[没未]|不)(?:有|到|满)?[上读念入去]{1,2}(?:学|书|小学)"
NOT_AT_SCHOOL = re.compile(_NOT_AT_SCHOOL)
_CHILD = "[娃孩崽]|儿子|女儿|闺女|丫头"
CHILDREN = f"{_CHILD}|幺儿|[大二三小幺][女儿](?![儿人婿媳])|孙[子女儿]|外孙|侄[子女儿]|宝宝|毛毛"
PARENT = "[爸妈爹娘]|父亲|母亲|爷爷|奶奶|外[公婆]|公公|婆婆|岳[父母]|老?丈人|丈母娘|姥[姥爷]|老汉"
_OLD = (  # 66岁老太太, 老人62了, 老头子重度残疾; not 老人交多少, which asks of all of them
    f"(?:(?<=岁)|(?<=岁的)|(?=[^,。;]{{1,4}}(?:今年|都|已经|快|才|也|有|是)*(?:{_FIGURE}|{NUMERAL}岁|重度?残)))"
    "(?:老年?人家?|老太[太婆]?|老头[子儿]?|老爷子|老大[爷娘])"
)
_BY_ORDER = (  # 大的上小学,小的才3岁
    "(?:(?<![一-鿿])|(?<=[和跟加与带有]))(?:最?[大小]的|老[大二三四幺])"
    rf"(?![一两俩三]个)(?=[^\s,。;、]{{0,3}}(?:[上读念]|{NUMERAL}(?:个月|岁)))"
)
_OF_SELF = (
    f"(?:本人|自己)?(?:今年|都|已经|才|也|还|是|有)*(?:(?:{_FIGURE})(?![0-9个口块元年月人档]|岁的)|[没无待]"
    "|正常|普通|健康|身体[好健]|[一二三四1-4]级|下岗|吃低保|低保|重度?残|(?:持证|有证)?的?(?:贫困)?残疾|职工医保"
    "|[上读念][小初高中大]|(?:普通|一般)居民)"
)
_ONE_OF_KIN = re.compile(
    f"(?P<grown>儿子[、和跟]?(?:儿媳妇?|媳妇)|儿子两口子?|儿媳妇?|女婿)"
    f"|(?P<spouse>{SPOUSE})|(?P<parent>老?(?:公婆|{PARENT})|{_OLD})(?:(?<=[爸妈爹娘])[爸妈爹娘])?"
    f"|(?P<child>(?:{CHILDREN})[儿娃子]?|{_BY_ORDER})"
    "|(?P<sibling>(?:(?<=[我俺])[大小二老]?[哥弟姐妹]|[大小二老]?(?:哥哥|弟弟|姐姐|妹妹|妹子))(?![哥弟姐妹夫媳]))"
    f"|(?P<self>[我俺](?!们))(?={_OF_SELF}|[和跟加与、]|,(?:{SPOUSE}|{CHILDREN}|{PARENT}))"
)
_NO_MEMBER = re.compile("[爸妈爹娘他的]|[^,。;]{0,2}[问叫让说催帮替]")  # 娃他妈, 老妈让我问
_OF_PAIR = re.compile("[爸妈爹娘]")  # 爸爸妈妈 are two, and 爸爸 no word for whose mother it is
_PARTS = re.compile("[,。;!?、]")
_ASKING = re.compile("多少|几[多个块]|好多|怎么|优惠|一共|总共|拢共|合计|多钱|[吗呢么]$")
_BOTH = ("爸妈", "爹妈", "爹娘", "老爸老妈", "公婆")
_NEW = re.compile(r"[\s,。;、加带和跟与]")
_JOINED = re.compile("[和跟与、,]?我?")
_OF_BOTH = re.compile("都|俩|两个")
_GOES_ON = (  # 婆婆72岁,吃低保
    "(?:她|他|今年|已经|现在|才|刚|也|还|又|是|有|在){0,3}"
    f"(?:{NUMERAL}[多几来]?(?:个月|岁)|[^,。;]{{0,6}}户口|[上读念][小初高中大]|{_NOT_AT_SCHOOL}|[没无](?:得)?(?:工作|上班|单位)|退休|残疾|重度?残|"
    "(?:单位|公司|厂里|自己)?[^,。;]{0,4}职工医保)"
)


@dataclass(frozen=True)
class Mention:
    """So many persons of a text, and the words that say who they are; kin (老妈) are one without a number."""

    start: int
    end: int
    count: Decimal
    kin: str = ""
    is_couple: bool = False
    said: str = ""
    words: str = ""

    @property
    def key(self) -> str:
        """Who of the kin it is, whatever they are called."""
        if self.kin == "parent":
            return _parent(self.words)
        is_one = self.kin in ("self", "spouse") and not self.words.endswith("方")  # 男方…,女方…
        return self.kin if is_one else self.words


def counted(text: str, words: Mapping[str, str]) -> list[Mention]:
    """Each number of persons of a text, in its order."""
    return sorted(_counted(text, words), key=lambda one: one.start)


def _counted(text: str, words: Mapping[str, str]) -> Iterator[Mention]:
    couples = [one for one in COUPLE.finditer(text) if not text.endswith("儿子", 0, one.start())]  # 儿子两口子 are kin
    taken = [Mention(*one.span(), Decimal(2), is_couple=True, words=one[0]) for one in couples]
    taken += [Mention(*one.span(), _FEW[one[1]]) for one in _A_FEW.finditer(text)]
    person = re.compile("|".join((_CHILD, *map(re.escape, words))))
    yield from taken
    for one in find_amounts(text):
        is_new = not any(other.start < one.end and one.start < other.end for other in taken)
        is_year = one.kind == "number" and one.value in _YEARS
        is_bare = one.kind == "number" and not is_year and (one.value or 0) <= _MOST_BARE
        is_of_persons = one.unit in UNITS or (is_bare and person.match(text, one.end))
        if is_new and one.value and is_of_persons:
            yield Mention(one.start, one.end, one.value)


def turned(text: str, found: Sequence[Mention], words: Mapping[str, str]) -> list[Mention]:
    """The persons whose number stands behind them (大人2个,学生1个); none where the first does not."""
    before = re.compile(f"[^,。;!?、 ]*(?:{any_of(words)})有?$")
    ends = (0, *(one.end for one in found))
    said = [before.search(text[end : one.start]) for end, one in zip(ends, found, strict=False)]
    if not said or not said[0] or found[0].is_couple:
        return []
    each = zip(found, said, strict=True)
    return [replace(one, said=who[0]) for one, who in each if who and not one.is_couple]


def kin(text: str, numbers: Sequence[Mention]) -> list[Mention]:
    """The kin named without a number."""
    found = []
    for one in _ONE_OF_KIN.finditer(text):
        is_in = any(other.start <= one.start() < other.end for other in numbers)
        is_of_pair = one["parent"] is not None and _OF_PAIR.match(text, one.end()) is not None
        is_no_member = not is_of_pair and _NO_MEMBER.match(text, one.end()) is not None
        if not (is_in or is_no_member or _is_counted(text, one, numbers)):
            is_pair = one[0] in _BOTH or (one["grown"] and one[0].startswith("儿子"))
            count = Decimal(2 if is_pair else 1)
            found.append(Mention(*one.span(), count, kin=str(one.lastgroup), words=one[0]))
    return found


def _is_counted(text: str, one: re.Match[str], numbers: Sequence[Mention]) -> bool:
    """Whether kin are themselves what a number before them counts (一个念初中的娃)."""
    ahead = [other for other in numbers if other.end <= one.start() and not other.is_couple]
    number = max(ahead, key=lambda other: other.end, default=None)
    if number is None or (one["parent"] and number.count == 1):  # 一个低保的老妈 is she
        return False
    between = text[number.end : one.start()]
    is_told = between.endswith("的") and not _PARTS.search(between)  # not 一个四岁的娃,还有吃低保的老妈
    return not between or is_told or (one["child"] is not None and _NEW.search(between) is None)


def told(text: str, found: Sequence[Mention], hardships: Mapping[str, str]) -> list[Mention]:
    """The persons in their order, each with the words up to the next; 吃低保的老妈 has hers before."""
    found = sorted(found, key=lambda one: one.start)
    poor = f"[吃领拿有是]?(?:{any_of(hardships)})(?:户|对象)?的"
    before = re.compile(
        f"(?:{poor}|{AGE.pattern}的?|(?<![0-9])(?:{_FIGURE})的|[上读念在][^,。; ]{{1,4}}的|{_NOT_AT_SCHOOL}的){{1,3}}$"
    )
    own = [before.search(text[: one.start]) if one.kin else None for one in found]
    begins = [of_one.start() if of_one else one.start for one, of_one in zip(found, own, strict=True)]
    goes_on = re.compile(f"{_GOES_ON}|[吃领拿有是]{{0,2}}(?:{any_of(hardships)})")
    each = []
    for one, begin, until in zip(found, begins, (*begins[1:], len(text)), strict=False):
        said = _up_to_asking(_told_on(text[one.end : until], goes_on))
        each.append(replace(one, said=text[begin : one.start] + (text[one.start : one.end] if one.kin else "") + said))
    return list(_shared(text, each))


def _shared(text: str, each: Sequence[Mention]) -> Iterator[Mention]:
    """The persons, what is said of two of the kin together (公公婆婆都七十多了) told of both."""
    for one, after in zip(each, (*each[1:], None), strict=False):
        is_joined = after is not None and one.kin and after.kin and _JOINED.fullmatch(text[one.end : after.start])
        both = after.said.removeprefix(after.words) if after is not None and is_joined else ""
        yield replace(one, said=one.words + both) if _OF_BOTH.match(both) else one


def _told_on(said: str, goes_on: re.Pattern[str]) -> str:
    """What is said of a person: the words up to a comma, and what follows it as long as that can only be theirs."""
    first, *others = _PARTS.split(said)
    return ",".join((first, *takewhile(goes_on.match, others)))


def _up_to_asking(said: str) -> str:
    """What is said of a person, without what is then asked (俩上小学的 一共掏多少)."""
    kept = list(takewhile(lambda chunk: not _ASKING.search(chunk), said.split(" ")))
    asking = _ASKING.search(said)
    return " ".join(kept) if kept else said[: asking.start()] if asking else said


def _parent(words: str) -> str:
    """Father or mother, of whichever side, whatever the word (老妈, 母亲, 娘)."""
    word = words.removeprefix("老") if len(words) > 1 else words
    same = {"父亲": "爸", "爹": "爸", "汉": "爸", "母亲": "妈", "娘": "妈", "岳父": "丈人", "岳母": "丈母娘"}
    return same.get(word, word)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
