"""Sums that nobody spent: what somebody hopes to get, was told or worked out, or by how much a rate rises."""

from __future__ import annotations

import re

from mingbai.language.numbers.amounts import Mention, find_amounts
from mingbai.language.text import words_before

__all__ = ["WOULD_BE_PAID", "expected_payment", "is_guess", "is_hearsay", "is_reckoned", "is_rise"]

_RISE = re.compile(r"(?:新增|增加|提高|上调|多出来?)[了的到]{0,2}$")  # 新增的10元 is part of a rate, not a bill
_HEARSAY = re.compile("(隔壁|邻居|别人|人家|有人|听说|听人|网上)[^,。;!?]*$")
# 到手能报七千吧, 人家说按65%报390对不对: what somebody guesses or was told would be paid
_PAID_OUT = re.compile(
    "(?:能|可以|该|会|给|应该|按[^,。;]{1,8})[^,。;花]{0,3}[报补赔拿领退](?:销|到手|到|回来?|得|个|上)?(?:到|个|有)?$"
    "|(?:到手|[拿退领]回来?的?钱?)(?:能|可以|该|应该|会|是不是)*(?:有|是|拿)?$"
)
_GUESSED = re.compile("[^,。;]{0,3}[,]?(?:吧|对吗|对不对|对么|对不(?=[?。,]|$)|是吗|是不是|没错吧|有没有错)")
# 是不是能拿回来四十四万多, 能退44万左右吗: the same asked before the figure or with 吗, beside the bill itself
_ASKED_BEFORE = re.compile("(?:是不是|是否|能不能|可不可以|难道)[^,。;?!]*$")
_BY_RATE = re.compile("[按照][0-9.]+%[^,。;?!]*$")
_ENDS = re.compile("[上下左右多]{0,2}(?:块钱?|元)?[吧呢啊呀嘛的]*(?=[?。!,]|$)")
_ASKS_THERE = re.compile("[上下左右多]{0,2}(?:块钱?|元)?的?[吗么不没](?=[?。!,]|$)")
_A_SUM = re.compile("[0-9一二两三四五六七八九十百千][百千万元块]|[0-9]{3,}")
# 国家省里县里各出多少,加起来对得上180不: a sum that others are held against
_HELD_AGAINST = re.compile("(?:[对合]得上|对不对得上|凑得?[齐够成]|等于|等不等于|是不是等于)$")
_ASKS_SO = re.compile("(?:块钱?|元)?[不吗么](?=[?。,]|$)")
# 算出来应该报11万多,实际最多给多少: what the ratio would give
_RECKONED = re.compile("(?:算(?:出来|下来|起来|着)|[按照]比例|按理|理论上)[^,。;]{0,8}$")
WOULD_BE_PAID = "是算出来该报的钱,不是花的钱,没有算进去"


def is_guess(text: str, mention: Mention, *, has_bill: bool = False) -> bool:
    """Whether a figure is what somebody expects to be paid, or others to come to, and asks about (到手能报七千吧).

    What is only asked about (能退44万吗) is that beside a bill: one in the text, or one told before it (`has_bill`).
    """
    before = words_before(text, mention.start)
    is_paid = _PAID_OUT.search(before) is not None
    is_asked = _GUESSED.match(text, mention.end) or _is_asked_beside_bill(text, mention, before, has_bill)
    is_expected = is_paid and is_asked
    return bool(is_expected or (_HELD_AGAINST.search(before) and _ASKS_SO.match(text, mention.end)))


def expected_payment(text: str) -> Mention | None:
    """The one figure that a normalised message expects to be paid and asks about; None where it names none, or two."""
    found = [one for one in find_amounts(text) if one.is_sum and _PAID_OUT.search(words_before(text, one.start))]
    return found[0] if len(found) == 1 and is_guess(text, found[0], has_bill=True) else None


def _is_asked_beside_bill(text: str, mention: Mention, before: str, has_bill: bool) -> bool:
    if _BY_RATE.search(before):  # 按90%是不是报9万 asks if the ratio holds
        return False
    is_asked = _ASKED_BEFORE.search(before) and _ENDS.match(text, mention.end)
    is_asked = is_asked or _ASKS_THERE.match(text, mention.end)
    return bool(is_asked and (has_bill or _A_SUM.search(f"{text[: mention.start]},{text[mention.end :]}")))


def is_reckoned(text: str, mention: Mention) -> bool:
    """Whether a figure is what somebody worked out to be paid before any cap (算出来应该报11万多)."""
    before = words_before(text, mention.start)
    return _PAID_OUT.search(before) is not None and _RECKONED.search(before) is not None


def is_hearsay(text: str, mention: Mention) -> bool:
    """Whether a figure is what somebody else is said to have got (隔壁说他报了27000)."""
    return _HEARSAY.search(words_before(text, mention.start)) is not None


def is_rise(text: str, mention: Mention) -> bool:
    """Whether a figure is by how much something rises, and no sum of its own (新增的10元)."""
    return _RISE.search(words_before(text, mention.start)) is not None
