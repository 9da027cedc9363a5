"""Said of a deductible: that a sum lies above it (起付线以上还有六万), that it was paid (起付线1300已经交过)."""

from __future__ import annotations

import re

from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["is_above_deductible", "is_deductible_paid", "tells_sum_above_deductible"]

_LINE = "(?:起付线?|起付标准|门槛费?)"
_PART = "(?:那?部分|那一?[块段截]|(?:医疗)?费用?|钱)"
_IS = "(?:还|又|就|一共|总共|合规|合理|的)*(?:有|是|剩下?|为|余下?)(?:了|着|个)?"
# 超过起付线的部分有, 过了门槛的还有; 超过起付线2000的部分 tells the deductible itself
_OVER = re.compile(f"(?:超过?出?|过|高出)了?(?:的|那个?|当地的?)*{_LINE}的?(?:{_PART}(?:{_IS})?|{_IS})$")
# 过了起付线以后又花了十万合规的
_SPENT_ABOVE = re.compile(
    f"(?:超过?出?|过|高出|够|到|达到?)了?(?:的|那个?|当地的?)*{_LINE}(?:以后|之后|过后|以上|之上|往后|后|上头|上面)?[,]?"
    "(?:自己|个人|我|他|她|还|又|再|合规|合理|的|一共|总共)*(?:花|用|掏|出|付|自付|自负|承担)(?:费|出|掉|去)?(?:了|过)?"
    "(?:合规|合理|的|费用|医疗费)*$"
)
_A_FIGURE = re.compile("(?:[0-9]|[一二两三四五六七八九十半])[0-9一二两三四五六七八九十百千万.]*")
_UPWARDS = re.compile(f"{_LINE}(?:以上|之上|上头|上面|往上)的?(?:{_PART}(?:{_IS})?|{_IS})$")
_PAID = "(?:扣|交|付|出)(?:过|了|满|完|掉)"
_PAID_AFTER = re.compile(f"[^,。;]{{0,3}}{_PAID}")  # 起付线1300已经交过
_PAID_BEFORE = re.compile(f"{_PAID}[^,。;]{{0,3}}$")  # 起付线今年已经扣过650
_CATASTROPHIC = re.compile("大病|二次补偿|再次?补偿")


def is_above_deductible(text: str, mention: Mention) -> bool:
    """Whether a sum is what somebody bears above the deductible of catastrophic insurance, which is then off it."""
    if not mention.is_sum or not _CATASTROPHIC.search(text):
        return False
    return _is_said_above(words_before(text, mention.start))


def tells_sum_above_deductible(text: str) -> bool:
    """Whether a message tells a sum that lies above the deductible, of whatever insurance (过了起付线又花了十万)."""
    return any(_is_said_above(words_before(text, one.start())) for one in _A_FIGURE.finditer(text))


def _is_said_above(before: str) -> bool:
    return any(one.search(before) for one in (_OVER, _UPWARDS, _SPENT_ABOVE))


def is_deductible_paid(text: str, mention: Mention) -> bool:
    """Whether a deductible is said to have been paid already."""
    return bool(_PAID_AFTER.match(text, mention.end) or _PAID_BEFORE.search(words_before(text, mention.start)))
