"""A county, district or city that no list names, told by its unit before the word for its insurance."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mingbai.language.lexicon import Found

_OF_NO_NAME = (
    "我你他她咱它那这哪某本全各每外同别个几一二两三多的在是和跟及与或按归省市县区里内"
    "城乡镇小社郊地贫困山农邻老家边近另其该贵们医保险费户口办属找问能不没"
)
"""Characters that stand in no name of a county: 我们县, 哪个区, 贫困县, 医保区, 能不能找区医保局."""
_NAMED = re.compile(
    f"(?<![一-鿿])(?:我(?:们|是|家)?在?|在|俺们?|咱们?)?((?:(?![{_OF_NO_NAME}])[一-鿿]){{2,4}}[县市区旗])的?"
    "(?=(?:城镇|城乡|城市|农村)*(?:居民|职工|新农合|农合|合作医疗|医保|医疗保险|大病保险|低保))"
)


def unlisted_places(text: str, found: Iterable[Found]) -> tuple[str, ...]:
    """Places named by their unit just before the insurance (临洮县新农合), of which the words `found` know nothing."""
    known = [(one.start, one.end) for one in found]
    return tuple(
        one[1]
        for one in _NAMED.finditer(text)
        if not any(start < one.end(1) and one.start(1) < end for start, end in known)
    )
