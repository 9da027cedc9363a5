"""Figures that are an age and no sum: 我老妈70了, 四十几了."""

from __future__ import annotations

import re

from mingbai.language.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["is_age"]

_AGED = re.compile(
    "(?:[爸妈爹娘爷奶婆公叔伯姨姑]|老汉|老伴|老人家?|[我他她]|岁数|年纪|年龄)(?:今年|都|也|已经|快|有|满|是|他|她)*$"
)
_AGE_SAID = re.compile("(?:多|出头|来)?了|多岁?(?=[,。;了]|$)")
_OLDEST = 120
_ROUGH_AGE = re.compile("(?:[二三四五六七八九]?十|[2-9]0)(?:好几|几|多|出头)(?:岁|了|的人)")


def is_age(text: str, mention: Mention) -> bool:
    """Whether a figure without a unit is an age, told exactly or about."""
    return (mention.kind == "number" and _is_told(text, mention)) or _is_rough(text, mention)


def _is_told(text: str, mention: Mention) -> bool:
    is_old = mention.value is not None and mention.value <= _OLDEST and not mention.unit
    return is_old and bool(_AGED.search(words_before(text, mention.start)) and _AGE_SAID.match(text, mention.end))


def _is_rough(text: str, mention: Mention) -> bool:
    is_bare = mention.kind in ("range", "number") and not mention.unit
    said = _ROUGH_AGE.match(text, mention.start)
    return is_bare and said is not None and said.end() >= mention.end
