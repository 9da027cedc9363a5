"""Sums that lie above a cap: the cap is used up before them, or they go on with what lay above it."""

from __future__ import annotations

import re

from mingbai.language.notes import COST
from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["goes_on_above", "is_beyond_cap", "may_be_rest"]

_OWN_SHARE = "own_share"
# 把职工医保的封顶都用完了,后头在三级医院又住,合规的花了 [12万]: no sum tells the cap itself
# 基本医保那个顶已经用完了,往后再花的,[一万]块里头
_CAP_GONE = re.compile(
    "(?:封顶线?|最高限额|年度限额|(?:医保|统筹|基本)(?:的|那个?|这个?)+顶)(?:都|早就?|已经?|也|就|全|给)*"
    "(?:用|花|报)(?:完|光|满|尽)了?[^。;!?0-9]{0,10}?(?:后[头来面]|以后|往后|之后|又|再|接着)"
)
# 大人封顶4万,我又多花了 [5万]; 封顶4万以外还花了 [5万]: the sum of the cap is told, and then what was spent above it
_ABOVE_CAP_TOLD = re.compile(
    "封顶线?(?:就?是|为)?[0-9一二三四五六七八九十][0-9.一二三四五六七八九十百千万]{0,9}(?:块钱?|元)?"
    "(?:[,。 ]?(?:我|俺|他|她|后来|又|还|再|另外|自己){0,4}(?:多|超)(?:花|出|用)?"
    "|的?(?:以外|之外|以上|往上|外头|上头)的?[,]?(?:我|俺|他|她|后来|又|还|再|另外){0,3}(?:花|用|有))(?:掉|出|去)?了?$"
)
_LEFT, _BORNE = re.compile("[剩余]|还有"), re.compile("自|个人|报完|报过|[掏垫]")
_SPENT_AGAIN = re.compile(  # 超四万线以后用了三万, and then 要是又用了五万: of the same kind
    "(?:又|再|要是|如果|假如|换成|^那)[^,。;住总共院]{0,4}(?:花|用|出|有|是)了?(?:个|掉|去)?$"
)


def is_beyond_cap(gap: str) -> bool:
    """Whether the words before a sum say that the cap of basic insurance was used up before it was spent."""
    return _CAP_GONE.search(gap) is not None or _ABOVE_CAP_TOLD.search(gap) is not None


def may_be_rest(role: str | None, gap: str) -> bool:
    """Whether a sum behind a bound may be what lies above it (四万顶格了,剩下七万): nobody is said to bear it."""
    return role in (None, COST) or (role == _OWN_SHARE and _LEFT.search(gap) is not None and not _BORNE.search(gap))


def goes_on_above(text: str, mention: Mention) -> bool:
    """Whether a sum is said to come on top of what lay above a cap before (要是又用了五万)."""
    return _SPENT_AGAIN.search(words_before(text, mention.start)) is not None
