"""Two counts held side by side: 第一次住院和第二次住院差多少, 慢病一种跟三种比."""

from __future__ import annotations

import re

from mingbai.language.numbers.numerals import digit

_N = "[0-9一二两三四五六七八九]"
_BESIDE = "[^,。;0-9]{0,6}?(?:和|跟|与|同|比|还是|、)[^,。;0-9]{0,6}?"
_ILL = "(?:种|个(?=[^,。;]{0,3}病))"
_COUNTED = {
    # 第一次住院和第二次住院; 头一次跟第三次
    "admission": re.compile(f"(?:第|头)({_N})[次回趟道]{_BESIDE}第({_N})[次回趟道]"),
    # 慢病一种和三种; 得一个病跟得两个病; 一种病比三种病
    "diseases": re.compile(f"({_N}){_ILL}{_BESIDE}({_N}){_ILL}"),
}


def counts_compared(text: str) -> dict[str, tuple[str, str]]:
    """The two values of each count that a normalised text holds side by side, by fact."""
    found = {fact: pattern.search(text) for fact, pattern in _COUNTED.items()}
    return {fact: (digit(said[1]), digit(said[2])) for fact, said in found.items() if said and said[1] != said[2]}
