"""Figures that are an age and no sum: 我老妈70了, 四十几了."""

from __future__ import annotations

import re
from decimal import Decimal

from mingbai.language.notes import Notes
from mingbai.language.numbers.amounts import Mention
from mingbai.language.people.grown import GROWN
from mingbai.language.text import words_before

__all__ = ["is_age", "note_age"]

_AGED = re.compile(
    "(?:[爸妈爹娘爷奶婆公叔伯姨姑哥姐舅]|媳妇|爱人|对象|夫妻|两口子?|老汉|老伴|老人家?|[我他她]|岁数|年纪|年龄)(?:今年|都|也|已经|快|有|满|是|他|她)*$"
)
_AGE_SAID = re.compile("(?:多|出头|来)?了|多岁?(?=[,。;了]|$)")
_OLDEST = 120
_UNDER_AGE = Decimal(18)
_ROUGH = "(?:[二三四五六七八九]?十|[2-9]0)(?:好几|几|多|来|出头)"
_ROUGH_AGE = re.compile(f"{_ROUGH}(?:岁|了|的人)")
_ROUGH_OF_SOMEBODY = re.compile(f"{_ROUGH}(?![万千百元块天年个月次])")  # 我和老公四十几没工作


def is_age(text: str, mention: Mention) -> bool:
    """Whether a figure without a unit is an age, told exactly or about."""
    return (mention.kind == "number" and _is_told(text, mention)) or _is_rough(text, mention)


def _is_told(text: str, mention: Mention) -> bool:
    is_old = mention.value is not None and mention.value <= _OLDEST and not mention.unit
    return is_old and bool(_AGED.search(words_before(text, mention.start)) and _AGE_SAID.match(text, mention.end))


def _is_rough(text: str, mention: Mention) -> bool:
    is_bare = mention.kind in ("range", "number") and not mention.unit
    is_of_somebody = _AGED.search(words_before(text, mention.start)) is not None
    said = (_ROUGH_OF_SOMEBODY if is_of_somebody else _ROUGH_AGE).match(text, mention.start)
    return is_bare and said is not None and said.end() >= mention.end


def note_age(age: Decimal | None, notes: Notes) -> None:
    """Note whether somebody of an age is insured as a child or as grown up, unless that is told."""
    if age is not None:
        notes.facts.setdefault("insured", "儿童" if age < _UNDER_AGE else GROWN)
