"""Figures that cannot be used, and what is said of them: below nothing, unreadable, by the day, no yuan."""

from __future__ import annotations

import re

from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["UNUSABLE", "is_glued", "why_unusable"]

_GLUED = re.compile("[0-9][A-Za-z]+$|\u2044$")
UNUSABLE = {
    "negative": "“{}”是负数,费用不能是负的,请再说一遍花了多少钱",
    "zero": "“{}”就是没有花钱,没有可以报销的;请说一下实际花了多少",
    "unreadable": "“{}”我看不懂是多少钱,请写成数字,比如 30000",
    "rate_per": "“{}”是每天或每月的数,请说一下总共花了多少钱,或者一共几天、几个月",
    "foreign": "“{}”不是人民币,请按结算单上的人民币说一遍花了多少钱",
}


def is_glued(text: str, mention: Mention) -> bool:
    """Whether a figure is only the rest of one that cannot be read (1e9元, 0x7530元, ¼万)."""
    return _GLUED.search(words_before(text, mention.start)) is not None


def why_unusable(kind: str, said: str) -> str:
    """The sentence that says why a figure of such a kind cannot be used, and what to say instead."""
    return UNUSABLE[kind].format(said)
