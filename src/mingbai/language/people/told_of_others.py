"""Words of a message that tell a fact of somebody or something else: of another place, of whom one is put beside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.people.persons import ME, is_same, persons, whose
from mingbai.language.text import words_before

__all__ = ["helped", "only_beside", "there", "where_others_live", "whether_chosen"]

_THERE = "当地"
_CHILDREN_OF = "(?:儿子|女儿|闺女|姑娘|孩子|儿媳|崽)"
_WITH = ("跟", "和", "与", "同")
_ALIKE = re.compile(
    "的?(?:人|职工|那些|那种)?(?:都|也|是|应该|报得|交得){0,2}(?:差不多|差不了|一样|一个样|没[有得]?差)"
)
_IN = ("在", "到", "去", "来")
_WORKING = re.compile(
    "[省市县区]?(?:这边|那边|这里|那里|那头)?(?:打工|务工|做[事工活]|上班|干活|工作|做生意|跑车|找活|当保姆)"
)
_HELPING = re.compile(
    # 在成都带孙子; 带孙子看病 is of the child
    "(?:带|照看|领)着?(?:孙[子女]?|外孙女?)(?![^,。;]{0,4}[住看去治做手医病])|"
    f"(?:帮|替|给|跟着?|随|陪|投奔)(?:我|俺|他|她)?{_CHILDREN_OF}(?:家|两口子)?(?:带|看|领|照看|照顾)(?:孙[子女]?|外孙女?|娃娃?儿?|孩子|小孩)"
)
# 娃儿请假来照顾我, 孩子轮流陪我去医院, 女儿伺候她妈; 照顾我儿子 is of the son
_CARING = re.compile(
    "(?:照顾|照看|照料|伺候|服侍|陪护?|守|送|带|背|扶)[着过了]?"
    "(?:[我俺](?!们?[家的]|们?[大二小]?(?:儿|女|闺|孙|外孙|孩|娃|宝|崽|弟|妹))|[他她][爸妈爹娘])"
)
# 闺女在深圳顾不上我, 老公一直在外面广州打工
_LIVES_IN = re.compile(
    "(?:都|也|又|人|现在|一直|长年|常年|还|远|住|嫁|跑|去|全|一家){0,3}(?:在|到|去了|去)(?:外[面地头])?$"
)
_TREATED = re.compile("[住看治医药刀诊]|手术|花了")
_HERE = re.compile("当地|[这那][边里儿头]|在这|在那")
_CARED_FOR = re.compile("(?:顾|照顾|照看|照料|管|陪|帮|照应)(?:不[上了到过来]{0,2}|不能|没法)?[我俺]")
_NEXT_SAID = re.compile("[,。;!?]|(?<![不上了管顾看])[我俺咱]")
# 我一个人在三级医院住院, 我自己住院: behind the words on somebody else
_ILL_MYSELF = re.compile(
    "[我俺](?!们|家|[爸妈爹娘爷奶哥姐弟妹])[^,。;!?的]{0,10}?(?:[住入]了?院|住了|住的|[一二三][级甲]|手术|看病|得了)"
)
_COUPLE = re.compile("两口子|夫妻|夫妇|男的[^,。;]{0,12}[住得看]")  # 孩子在外头当兵。两口子,男的住院
_CARE_PLACE, _AWAY = f"{CHOICE}care_place", ("外头", "外面", "外地", "外省", "外边", "省外")
_INSURED = f"{CHOICE}insured"
_OF_THEIRS = (_INSURED, f"{CHOICE}employment")
_PAUSE = re.compile("[,。;!?]")
_REACH = 12


# 娃能不能单独交一档 asks if a choice is open, and tells none
_WHETHER_ALONE = re.compile(
    "(?:能不能|可不可以|可以|能|许不许|准不准)[^,。;]{0,6}(?:单独|另外?|分开|自己|只)[^,。;]{0,4}[交缴选买上参办](?:个|一个)?$"
)


def there(text: str, found: Sequence[Found]) -> list[Found]:
    """当地 behind the name of another place, which it means (在东莞打工,当地的三级医院)."""
    named = [one for one in found if one.kind in ("place", "policy") and not one.is_denied]
    elsewhere = [one.end for one in found if one.kind == "other_place" and not one.is_denied]
    elsewhere += [one.end for one in named if _is_of_work(text, one) and any(one.name != two.name for two in named)]
    meant = (one for one in found if text[one.start : one.end] == _THERE and not text.endswith("回", 0, one.start))
    return [one for one in meant if any(end <= one.start for end in elsewhere)]


def _is_of_work(text: str, place: Found) -> bool:
    """Whether somebody only works in a place (在浙江做事,重庆的居民医保)."""
    return text[: place.start].endswith(_IN) and _WORKING.match(text, place.end) is not None


def where_others_live(text: str, found: Sequence[Found]) -> list[Found]:
    """The words of where somebody else than the one who is ill lives, and what they do there (闺女在深圳顾不上我)."""
    if _HERE.search(text):
        return []
    named = {one.name for one in found if one.kind in ("place", "policy")}
    places = [one for one in found if one.kind == "other_place" or (one.kind == "place" and len(named) > 1)]
    places += [one for one in found if one.kind == _CARE_PLACE and text[one.start : one.end] in _AWAY]
    spans = [span for one in places if not one.is_denied and (span := _life_there(text, one))]
    about = (one for one in found if one in places or one.kind in _OF_THEIRS)
    return [one for one in about if any(start <= one.start and one.end <= end for start, end in spans)]


def _life_there(text: str, place: Found) -> tuple[int, int] | None:
    """From the person named right before a place to where the words on them end, if no care is told of them there."""
    before = list(persons(text, 0, place.start))
    if not before or not _LIVES_IN.fullmatch(text, before[-1].end, place.start):
        return None
    said = _NEXT_SAID.search(text, place.end)
    end = min(said.start() if said else len(text), place.end + _REACH)
    if _TREATED.search(text, place.end, end):
        return None
    minded = [one.span() for one in _HELPING.finditer(text)]
    others = (one for one in persons(text) if not any(start <= one.start < stop for start, stop in minded))
    names = {*(one.name for one in others if one.name != ME), *([ME] if _ILL_MYSELF.search(text, end) else [])}
    names &= {*whose(text, is_sure=False), ME}
    is_minded = _CARED_FOR.search(text, place.end, place.end + _REACH)
    is_anothers = is_minded or any(not is_same(one, before[-1].name) for one in names) or _COUPLE.search(text, end)
    return (before[-1].start, end) if is_anothers else None


def helped(text: str, found: Sequence[Found]) -> list[Found]:
    """The words for those whom a person looks after (在成都帮儿子带孙), or who look after the patient (娃儿照顾我)."""
    spans = [one.span() for one in _HELPING.finditer(text)]
    kept = [one for one in found if any(start <= one.start and one.end <= end for start, end in spans)]
    return [*kept, *_carers(text, found)]


def _carers(text: str, found: Sequence[Found]) -> list[Found]:
    """The words for the children who look after somebody in the same breath, and are not told to be ill in it."""
    caring = [one.start() for one in _CARING.finditer(text)]
    about = [one for one in found if one.kind == _INSURED and not one.is_denied]
    return [one for one in about if any(_is_said_of(text, one, start) for start in caring)]


def _is_said_of(text: str, one: Found, start: int) -> bool:
    between = text[one.end : start]
    is_near = 0 <= start - one.end <= _REACH
    return is_near and _PAUSE.search(between) is None and _TREATED.search(between) is None and ME not in between


def only_beside(text: str, found: Sequence[Found]) -> list[Found]:
    """The words for those beside whom somebody else is put (他是学生,听说比大人报得高; 退休的跟在职的差不多)."""
    beside = [one for one in found if one.kind.startswith(CHOICE) and _is_put_beside(text, one)]
    own = {one.kind for one in found if one not in beside and not one.is_denied}
    return [one for one in beside if one.kind in own]


def whether_chosen(text: str, found: Sequence[Found]) -> list[Found]:
    """The choices of which a message only asks if one may make them alone (娃能不能单独交一档)."""
    choices = [one for one in found if one.kind.startswith(CHOICE)]
    return [one for one in choices if _WHETHER_ALONE.search(words_before(text, one.start))]


def _is_put_beside(text: str, one: Found) -> bool:
    if text.endswith("比", 0, one.start):
        return True
    return text.endswith(_WITH, 0, one.start) and _ALIKE.match(text, one.end) is not None
