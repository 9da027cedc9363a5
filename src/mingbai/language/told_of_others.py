"""Words of a message that tell a fact of somebody or something else: of another place, of whom one is put beside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.language.lexicon import CHOICE, Found

__all__ = ["helped", "only_beside", "there"]

_THERE = "当地"
_CHILDREN_OF = "(?:儿子|女儿|闺女|姑娘|孩子|儿媳|崽)"
_HELPING = re.compile(
    f"(?:帮|替|给|跟着?|随|陪|投奔)(?:我|俺|他|她)?{_CHILDREN_OF}(?:家|两口子)?(?:带|看|领|照看|照顾)(?:孙[子女]?|外孙女?|娃娃?儿?|孩子|小孩)"
)


def there(text: str, found: Sequence[Found]) -> list[Found]:
    """当地 behind the name of another place, which it means (在东莞打工,当地的三级医院)."""
    elsewhere = [one.end for one in found if one.kind == "other_place" and not one.is_denied]
    return [one for one in found if text[one.start : one.end] == _THERE and any(end <= one.start for end in elsewhere)]


def helped(text: str, found: Sequence[Found]) -> list[Found]:
    """The words for those whom a person looks after (在成都帮儿子带孙): it is not them who are ill."""
    spans = [one.span() for one in _HELPING.finditer(text)]
    return [one for one in found if any(start <= one.start and one.end <= end for start, end in spans)]


def only_beside(text: str, found: Sequence[Found]) -> list[Found]:
    """The words for those beside whom somebody else is put (他是学生,听说比大人报得高)."""
    beside = [one for one in found if one.kind.startswith(CHOICE) and text.endswith("比", 0, one.start)]
    own = {one.kind for one in found if one not in beside and not one.is_denied}
    return [one for one in beside if one.kind in own]
