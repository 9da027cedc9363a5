"""A sum that people call 自费 and say to be within the list: what they bear of it, and nothing that lies outside it."""

from __future__ import annotations

import re

from mingbai.language.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["as_within"]

_OWN_SHARE, _SELF_FUNDED = "own_share", "self_funded"
_REACH = 12
_WITHIN = "(?<![不非没未])合规"
_SAID_BEFORE = re.compile(f"{_WITHIN}[^,。;0-9一二两三四五六七八九十百千万]{{0,8}}$")  # 合规的自费28000
_SAID_BEHIND = re.compile(  # 自费28000都合规; 自费28000不合规 stays outside
    "(?:元|块钱?)?的?(?:自费(?:部分|费用)?)?[,]?(?:[全都也是算]|全部|属于|其实|经审核){0,3}的?"
    "(?:合规(?!吗|不|没|占|[^,。;]{0,5}[0-9一二两三四五六七八九])|在?(?:医保)?目录[以之]?内)"
)
_PART = re.compile(  # 自费2万8,里头合规的2万
    f"(?:其中|里[头面]|当中)[^,。;]{{0,3}}{_WITHIN}的?(?:部分|费用)?(?:有|是)?$"
)


def as_within(text: str, role: str | None, mention: Mention) -> str | None:
    """Which amount a sum of that role is, after what is said of the list before and right behind it."""
    before = words_before(text, mention.start)[-_REACH:]
    if role is None:
        is_part = "自费" in text[: mention.start] and _PART.search(before)
        return _OWN_SHARE if is_part else None
    is_within = _SAID_BEFORE.search(before) or _SAID_BEHIND.match(text, mention.end)
    return _OWN_SHARE if role == _SELF_FUNDED and is_within else role
