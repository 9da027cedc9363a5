"""A sum that is told as a part of the one before it: 其中5000是检查费, 里头有1500是目录外的."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.language.bills.visits import MORE, Mark
from mingbai.language.bills.whole_and_parts import FEE
from mingbai.language.notes import Told
from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["A_PART", "is_inside", "is_paid_first", "is_pointed_back", "said_of_part", "whole_of"]

A_PART = "是总数里的一部分,没说不报,不另外加减"
_REACH = 24  # characters before a sum that may say of what it is a part
# 其中, 里头有, 2万里有5000, 包括药费; 不含自费 tells of nothing inside
_INSIDE = re.compile(
    "(?:其中|里(?:[头面边]|(?=[有的]))|当中|(?<![不没未])(?:包括|包含)|(?<![不没未包内])含|内含|光是?|单是|仅)[^,。;!?]{0,14}$"
)
_FEE_BEHIND = re.compile("(?:块钱?|元)?(?:,?(?:全都?|都)?是|的)?[^,。;!?0-9]{0,4}费")  # 8000是手术费
_SENTENCE_END = re.compile("[,。;!?](?!(?:全|都|是|属于|这))")  # 其中3000,都是目录外的
# 其中3000是乙类药先自付的: what one pays of such a drug before any rule applies to the rest
_PAID_FIRST = re.compile("(?:乙类|[首优]先|先行)[^,。;0-9]{0,8}自[付负理]|先自[付负理]")
_POINTED_BACK = re.compile("(?:多|超|剩|余)(?:出|下)?来?的?[那这]个?$")  # 十三万,多出来那三万: part of the one before
_REACH_BACK = 20
_DENIED = re.compile("(?:不是|没有?|并非|非)(?:什么|啥)?(?:自费|目录外)")


def is_inside(text: str, mention: Mention) -> bool:
    """Whether the words right before a sum say that it lies inside another."""
    return _INSIDE.search(text[max(0, mention.start - _REACH) : mention.start]) is not None


def whole_of(
    text: str, mention: Mention, told: Sequence[Told], known: Sequence[Mark], kinds: Sequence[str]
) -> Told | None:
    """The larger sum of one of these kinds told before, of which a sum is said to be a part; None where it is not.

    `known` are the marks that tell bills apart: 一共3万,其中住院2万4,门诊6千 are two bills, and no parts of one.
    """
    larger = [one for one in told if one.fact in kinds and one.value > (mention.value or 0)]
    if not larger or not mention.value or not is_inside(text, mention):
        return None
    whole = larger[-1]
    is_fee = _FEE_BEHIND.match(text, mention.end) or FEE.search(words_before(text, mention.start))
    between = (one for one in known if whole.mention.end <= one.start <= mention.end + 1 and one.about != MORE)
    return None if any(between) and not is_fee else whole


def is_pointed_back(text: str, mention: Mention, told: Sequence[Told]) -> bool:
    """Whether a figure is a part of a larger sum told before it (超出来十三万,多出来那三万咋办)."""
    value, before = mention.value, text[max(0, mention.start - _REACH_BACK) : mention.start]
    return bool(value and _POINTED_BACK.search(before)) and any(one.value > value for one in told if value)


def is_paid_first(said: str) -> bool:
    """Whether words on a part of a bill say that it is what one pays oneself before insurance counts the rest."""
    return _PAID_FIRST.search(said) is not None


def said_of_part(text: str, mention: Mention) -> str:
    """What is said of such a part, up to the end of its clause; without 不是自费, which says that it is within."""
    start = max((one.end() for one in re.finditer("[,。;!?]", text[: mention.start])), default=0)
    end = _SENTENCE_END.search(text, mention.end)
    return _DENIED.sub("", text[start : end.start() if end else len(text)])
