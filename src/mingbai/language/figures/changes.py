"""What a message does to a figure told before: puts it right (不对,是8千), takes more or less of it (少花5000呢)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from mingbai.language.notes import COST
from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["CORRECTION", "Change", "OnTop", "changed", "is_put_right", "on_top"]

CORRECTION = re.compile("说错|讲错|写错|打错|搞错|弄错|记错|看错|听错|搞混|[说记看]岔|不对|改成|应该是|更正")
"""What puts an earlier figure right."""
_FIGURE = "(?=[0-9一二两三四五六七八九十半])"
_SPEND = "(?:花|出|付|掏|用|加)"
_WHAT_IF = "(?:^|[,。那再还又笔]|是|果|能|费用|的钱)"
_MORE = re.compile(
    f"(?:^|[,。那])(?:要是|如果)?(?:再|还)多?{_SPEND}(?!到)|多花(?!到)|{_WHAT_IF}(?:多|加){_SPEND}?(?:了|个|上|出)*{_FIGURE}"
)
_LESS = re.compile(f"{_WHAT_IF}(?:少|减|省){_SPEND}?(?:了|个|去|掉|下|来)*{_FIGURE}")
# 年底前还要6000块,加上去呢: the bill told here comes on top of that before; 加起来 may hold the bills of one message
_ADDED = re.compile("(?:加|算)(?:上去|进去|进来|在里[头面]|到里[头面])")
# 翻一倍呢, 要是费用减半能报多少: nothing else is said; 滞纳金翻倍吗 asks of something else
_TIMES = re.compile(
    "(?:那|要是|如果|假如|要|总?费用|花费?的?|账单|的?钱|数|再|就|都|又|[,])*"
    "(?:(?P<double>翻(?:了|上|个)?一?(?:倍|番)|(?:多|加)(?:了|上|出)?一倍)|(?P<half>减半|少(?:了|掉)?一半|只?(?:有|花)了?一半))"
    "(?:了|的话|呢|的?钱|费用|呀|吧|又|那|能|该|会|可以|报|赔|补|给|几多|多少|好多|[,。?!])*"
)
# 后来又花了两千,总共8500了: one more, where the whole behind it is that of both
_ONE_MORE = re.compile("[又再还]|后来|后面|后头|接着|另外|加上|这[回次趟]|上个?月|这个?月|昨天|今天")
# 再多花1万呢,就是75000: what comes on top, and then the whole; 又花了两千,现在加起来8500
_COMES_TO = re.compile(
    "(?:块钱?|元)?(?:呢|的话|了|[,。 ])*(?:(?:现在|今年|全年|前后|这样|那|就)*"
    "(?:就是|变成|等于|[一总统拢]共|合计|共计|总计|累计|加起来|加一起|合起来)(?:就?是|就|了|有|到|[一总]共)*)"
)
# 不是自费3000是2000, 不是花了3万,是2万: denied for the figure behind it
_DENIED = re.compile("(?<!是)不是[^,。;!?0-9是]{0,8}$")
_BUT = re.compile("(?:的|块钱?|元)?[,]?(?:而|应该|其实|实际|才)*是[^,。;!?是]{0,4}?[0-9一二两三四五六七八九十]")


@dataclass(frozen=True)
class OnTop:
    """A figure on top of an amount told before, the sum of both as it is told behind it, and which amount it is.

    It `is_other_bill` where it may be of another stay: the sum of both then says nothing new (又花了5千,总共25000了).
    """

    more: Mention
    whole: Mention
    fact: str
    is_other_bill: bool = False


@dataclass(frozen=True)
class Change:
    """A change of the bill told before: so many `times` it, or its sum and the `sign` of what comes on top of it."""

    sign: int = 1
    times: Decimal | None = None

    def of(self, known: Decimal, by: Decimal | None) -> Decimal | None:
        """The bill after the change; None where nothing tells how much it changes."""
        if self.times is not None:
            return known * self.times
        return None if by is None else max(known + self.sign * by, Decimal(0))


def changed(text: str) -> Change | None:
    """How a normalised message changes the bill told before; None where it does not."""
    if said := _TIMES.fullmatch(text):
        return Change(times=Decimal(2) if said["double"] else Decimal("0.5"))
    if _LESS.search(text):
        return Change(sign=-1)
    return Change() if _MORE.search(text) or _ADDED.search(text) else None


def on_top(text: str, mentions: Sequence[Mention], told: Mapping[str, date | Decimal | str]) -> OnTop | None:
    """The figure that comes on top of an amount `told` before, where the sum of both follows (再多花1万,就是75000)."""
    for one, whole in pairwise(mentions):
        is_more = one.value is not None and (_MORE.search(text[: one.end]) or _ONE_MORE.search(text[: one.start]))
        fact = next((name for name, known in told.items() if is_more and _comes_to(known, one, whole)), None)
        if fact and _COMES_TO.fullmatch(text, one.end, whole.start):
            return OnTop(one, whole, fact, is_other_bill=fact == COST and not _MORE.search(text[: one.end]))
    return None


def _comes_to(known: object, more: Mention, whole: Mention) -> bool:
    return isinstance(known, Decimal) and more.value is not None and known + more.value == whole.value


def is_put_right(text: str, mention: Mention) -> bool:
    """Whether a figure is denied for the one right behind it (不是自费3000是2000)."""
    return bool(_DENIED.search(words_before(text, mention.start)) and _BUT.match(text, mention.end))
