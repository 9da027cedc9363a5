"""A number without a unit: whether it is a sum of money, and whether it only answers by a price."""

from __future__ import annotations

import re
from decimal import Decimal

from mingbai.language.numbers.amounts import Mention

__all__ = ["is_bare_premium", "is_spent"]

_BARE_PREMIUM = re.compile("[我是交缴的那这种个档块元钱吧啊呀,。. ]|一年|每年")
_LEAST_BARE_SUM = 100
_YEARS = range(1990, 2036)
_REACH = 4
_SPENT_RIGHT = re.compile("(?:花|付|掏|交|用|费|药)了?$")  # 门诊花2010, 药费2020; 住院2000 is a round sum


def is_spent(text: str, value: Decimal, start: int) -> bool:
    """Whether a bare number of a text is large enough for a bill, and no year (2010) unless it is said to be spent."""
    is_sum = value % 1000 == 0 or _SPENT_RIGHT.search(text[max(0, start - _REACH) : start])
    return value >= _LEAST_BARE_SUM and bool(value not in _YEARS or is_sum)


def is_bare_premium(text: str, mention: Mention) -> bool:
    """Whether a message is nothing but a figure with the words of a premium (就150一年的)."""
    return not _BARE_PREMIUM.sub("", text[: mention.start] + text[mention.end :])
