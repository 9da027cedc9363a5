"""Preparing what a person typed: one spelling for one thing, and nothing private kept."""

import re
import unicodedata
from functools import cache

import opencc

__all__ = ["mask_private", "normalise"]

# Invisible on the page, yet enough to break a word apart: controls, soft hyphen, joiners, direction marks,
# variation selectors, keycap frames, tags, and halves of surrogate pairs that JSON lets through.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u20e3\u3164\uffa0\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff\ud800-\udfff]"
)
_PICTURES = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufff9-\ufffd]")
# NFKC glues ① to the figure after it: ①5万 would become 15万.
_CIRCLED = re.compile("[①-⑳⑴-⑽]")
# NFKC makes the full stop between two figures a thousands separator: 800，300 would become 800,300.
_COMMA_BETWEEN_FIGURES = re.compile(r"(?<=\d)，(?=\d)(?!０００|000)")

# 重 庆 二 档: so many words of hardly more than one character are one sentence with blanks in it.
_SPELT_OUT = 6
_TO_A_WORD = 1.5

_AMOUNT_GOES_ON = r"(?![\dXx]|\.\d|\s?[元块万亿])"
_PRIVATE = re.compile(
    r"(?<![\d.])(?:"
    r"(?P<身份证号>\d{17}[Xx]|\d{6}[ -]\d{8}[ -]\d{3}[\dXx]"
    r"|\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}"
    r"|[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})"
    r"|(?P<手机号>(?:\+?86[ -]?)?[1１][3-9３-９]\d(?:\d{8}|[ .-]\d{4}[ .-]\d{4})"
    r"|[一幺][三四五六七八九][〇零一幺二三四五六七八九]{9})"
    r"|(?P<银行卡号>\d{13,}|[3-9]\d{3}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?|[3-9]\d{5}[ -](?:\d{10}|\d{13}))"
    rf"){_AMOUNT_GOES_ON}"
)


def normalise(text: str) -> str:
    """Give the text half-width, simplified, on one line, without invisible characters and pictures.

    The length is not limited here: cut a text before it comes in.
    """
    text = _COMMA_BETWEEN_FIGURES.sub(", ", _INVISIBLE.sub("", text))
    text = _CIRCLED.sub(r" \g<0> ", _PICTURES.sub(" ", text))
    text = unicodedata.normalize("NFKC", text)
    if not _is_simplified(text):
        text = _to_simplified().convert(text)
    words = text.split()
    is_spaced_out = len(words) >= _SPELT_OUT and len("".join(words)) < _TO_A_WORD * len(words)
    return ("" if is_spaced_out else " ").join(words)


def mask_private(text: str) -> str:
    """Give the text with identity-card, mobile-phone and bank-card numbers replaced by their names in brackets.

    A long figure followed by 元, 块, 万 or 亿, or standing behind a decimal point, is money and stays.
    """
    return _PRIVATE.sub(lambda found: f"[{found.lastgroup}]", _INVISIBLE.sub("", text))


def _is_simplified(text: str) -> bool:
    # GB 2312 holds the simplified characters; whatever it holds not is worth the dictionary's 20 ms.
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
