"""The parts of what somebody says in one breath: at its punctuation and, where there is none, behind what asks.

A list whose items ask is cut at its commas (派几个人、管理费上限), one of things (身份证、户口本要不要) is not.
"""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"[,，。?？!！;；\n]|(?<![0-9])[:：]|[:：](?![0-9])")
_LISTED = "、"
_WORD = re.compile("[一-鿿]")
_OF_ITS_OWN = 2  # characters beside what asks; 什么时候、在哪里交 are asked of one thing
_NAMED = re.compile("(?:上限|下限|标准|比例|期限|限额|金额|人数|时间|地点)$")
_IS_WHAT = "是多少"
_ASKED = re.compile(  # 能报多少|要带什么材料|多久到账; 多少天 goes on
    r"(?:多少(?:钱|元)?(?![天年月个人岁次比点才以块钱元])|材料|证件|资料|手续|吗|到账|怎么办|去哪里?办"
    r"|(?:什么时候|几[号月]|哪天)[去能]?(?:缴费|交费|交钱|参保|登记))(?=.{3})"
    r"|(?=还有(?!多少)|另外|顺便)"
)
_ASKING = re.compile(
    "多少|什么|几[天个号年成家人次]|[在去到]?哪[里个天些家边儿]?|多久|怎么|咋|如何|谁|吗|啥|能不能|要不要|是不是|([帮管给让算])不\\1"
)


def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a text in order, each without its punctuation; empty ones left out."""
    pieces = (item for piece in _PUNCTUATION.split(text) for item in _items(piece))
    said = (part.strip() for piece in pieces for part in _in_one_breath(piece))
    return tuple(part for part in said if part)


def _items(piece: str) -> list[str]:
    """The items of a list of questions; one that asks nothing goes with the next, a bare name (管理费上限) asks."""
    items = piece.split(_LISTED)
    if sum(map(_asks_itself, items)) < 2:
        return [piece]
    cut, held = list[str](), ""
    for item in items:
        if _asks_itself(item) or _NAMED.search(item):
            asked = item if _ASKING.search(item) else f"{item}{_IS_WHAT}"
            cut.append(f"{held}{asked}")
            held = ""
        else:
            held += f"{item}{_LISTED}"
    return [*cut, held.removesuffix(_LISTED)] if held else cut


def _asks_itself(item: str) -> bool:
    """Whether an item asks, and says of what."""
    return _ASKING.search(item) is not None and len(_WORD.findall(_ASKING.sub("", item))) >= _OF_ITS_OWN


def _in_one_breath(piece: str) -> list[str]:
    """A piece without punctuation cut behind each question that another one follows."""
    for found in _ASKED.finditer(piece):
        rest = piece[found.end() :]
        if found.end() and _ASKING.search(rest):
            return [piece[: found.end()], *_in_one_breath(rest)]
    return [piece]
