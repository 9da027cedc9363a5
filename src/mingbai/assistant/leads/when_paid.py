"""Questions for the time when one pays in, which name the sum only to say what they mean (那190块啥时候交)."""

from __future__ import annotations

import re

from mingbai.language.asking import HOW_MUCH

__all__ = ["asks_when_paid", "without_price"]

_TIME = "(?:[啥哪何几]时候?|什么时[候间]|几月份?|几号|哪[一几]?[天日]|哪个月|好久|多会儿?)"
_WHEN_PAID = re.compile(
    f"{_TIME}(?!之?内|以内|能|才能)[^,。;多少]{{0,6}}[交缴收]|[交缴收](?:到|钱|费|款|截止到?)?(?:是|在|要)?{_TIME}"
)
_AMOUNT = re.compile(f"{HOW_MUCH}|几个?钱|几块|几元|标准|合计|谁出|各|补|[交缴](?:了|完|过|齐|清|罢)")
_PRICE = re.compile(
    "(?:[那这]个?|每?一?年)?(?<![0-9.])(?:[0-9]{1,4}|[一二两三四五六七八九十百]{1,5})(?:块钱?|元钱?)(?:[那这]个|的那?个?钱?)?"
)


def asks_when_paid(text: str) -> bool:
    """Whether a text asks only when something is paid in, and not how much or what comes of it."""
    return _WHEN_PAID.search(text) is not None and _AMOUNT.search(text) is None


def without_price(text: str) -> str:
    """Give a question for the time of paying with 保费 for the sum that names it; any other as it is."""
    return _PRICE.sub("保费", text) if asks_when_paid(text) else text
