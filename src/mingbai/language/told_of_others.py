"""Words of a message that tell a fact of somebody or something else: of another place, of whom one is put beside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.text import words_before

__all__ = ["helped", "only_beside", "there", "whether_chosen"]

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
    f"(?:帮|替|给|跟着?|随|陪|投奔)(?:我|俺|他|她)?{_CHILDREN_OF}(?:家|两口子)?(?:带|看|领|照看|照顾)(?:孙[子女]?|外孙女?|娃娃?儿?|孩子|小孩)"
)


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


def helped(text: str, found: Sequence[Found]) -> list[Found]:
    """The words for those whom a person looks after (在成都帮儿子带孙): it is not them who are ill."""
    spans = [one.span() for one in _HELPING.finditer(text)]
    return [one for one in found if any(start <= one.start and one.end <= end for start, end in spans)]


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
