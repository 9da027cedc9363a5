"""Sums that are said to be within the list: what people call 自费 but bear of it, and what of a whole counts."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.language.notes import FactValue, Told
from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["as_within", "is_whole_told", "outside_of_whole"]

_OWN_SHARE, _SELF_FUNDED = "own_share", "self_funded"
_REACH = 12
_BETWEEN = 30  # characters before a sum that may say that it counts
_WITHIN = "(?<![不非没未])合规"
_SAID_BEFORE = re.compile(f"{_WITHIN}[^,。;0-9一二两三四五六七八九十百千万]{{0,8}}$")  # 合规的自费28000
_SAID_BEHIND = re.compile(  # 自费28000都合规; 自费28000不合规 stays outside
    "(?:元|块钱?)?的?(?:自费(?:部分|费用)?)?[,]?(?:[全都也是算]|全部|属于|其实|经审核){0,3}的?"
    "(?:合规(?!吗|不|没|占|[^,。;]{0,5}[0-9一二两三四五六七八九])|在?(?:医保)?目录[以之]?内)"
)
_PART = re.compile(  # 自费2万8,里头合规的2万
    f"(?:其中|里[头面]|当中)[^,。;]{{0,3}}{_WITHIN}的?(?:部分|费用)?(?:有|是)?$"
)
# 总费用312000,目录内 [290000]; 里头合规的只认 [7万]; 总额十万,起付线以下和乙类先付扣掉剩 [九万]
_COUNTS = re.compile(
    "(?:(?:目录|政策|范围)(?:范围)?[之以]?内|(?<![不非没未])合规|(?:[只才能给]|医保|窗口|医院)认|认可|可报销?"
    "|(?:扣|刨|去|减|除)(?:掉|了|除|完|去|开|出)(?:[之以]?后)?[还只,]*[剩余]下?)"
    "(?:的|部分|费用|钱|[只才]?认|只|是|有|就|共|为|还|剩下?|合规|:|,)*$"
)
_ANOTHER = re.compile("又|再|另|门诊|住院|[第下后][一二三四五2-5]?[次回趟笔]|一[次回趟笔]")  # a bill of its own


def outside_of_whole(text: str, mention: Mention, told: Sequence[Told], kinds: Collection[str]) -> Told | None:
    """What of the whole bill told before does not count, where this sum is said to be what counts of it."""
    whole = told[-1] if told and told[-1].fact in kinds else None
    if whole is None or mention.value is None or not 0 < mention.value < whole.value:
        return None
    start = whole.mention.start
    gap = text[whole.mention.end : mention.start][-_BETWEEN:]
    if not _COUNTS.search(gap) or _COUNTS.search(text[max(0, start - _BETWEEN) : start]) or _ANOTHER.search(gap):
        return None
    return Told(replace(mention, value=whole.value - mention.value), _SELF_FUNDED, inside=whole.fact)


def is_whole_told(text: str, mention: Mention, told: Mapping[str, FactValue]) -> bool:
    """Whether a sum points back to the whole bill told before, part of which does not count (我这十万里自己出多少)."""
    own = told.get(_SELF_FUNDED)
    if not isinstance(own, Decimal) or not text.endswith(("这", "那", "这个", "那个"), 0, mention.start):
        return False
    return any(isinstance(one, Decimal) and one + own == mention.value for one in told.values())


def as_within(text: str, role: str | None, mention: Mention) -> str | None:
    """Which amount a sum of that role is, after what is said of the list before and right behind it."""
    before = words_before(text, mention.start)[-_REACH:]
    if role is None:
        is_part = "自费" in text[: mention.start] and _PART.search(before)
        return _OWN_SHARE if is_part else None
    is_within = _SAID_BEFORE.search(before) or _SAID_BEHIND.match(text, mention.end)
    return _OWN_SHARE if role == _SELF_FUNDED and is_within else role
