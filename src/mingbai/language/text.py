"""Preparing what a person typed: one spelling for one thing."""

import re
import unicodedata
from functools import cache

import opencc

__all__ = ["INVISIBLE", "normalise", "words_before"]

# Invisible on the page, yet enough to break a word apart: controls, soft hyphen, joiners, direction marks,
# variation selectors, keycap frames, tags, and halves of surrogate pairs that JSON lets through.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u20e3\u3164\uffa0\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff\ud800-\udfff]"
)
_PICTURES = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufff9-\ufffd]")
# NFKC glues ① to the figure after it: ①5万 would become 15万.
_CIRCLED = re.compile("[①-⑳⑴-⑽]")
# NFKC makes the full stop between two figures a thousands separator: 800，300 would become 800,300.
_COMMA_BETWEEN_FIGURES = re.compile(r"(?<=\d)，(?=\d)(?!０００|000)")

# 3 5 0 0 元, 12 000元: one figure with blanks in it; 2 3000 are two, 7 8 9月 three
_FIGURES_APART = re.compile(
    "(?<![0-9.,] )(?<![0-9.,第])(?:[0-9](?: [0-9]){3,}|[0-9] [0-9] [0-9](?= ?[元块])|[0-9]{1,3}(?: 000)+)(?! ?[0-9.,])"
)
# 2 档, 三 级医院: a word of one character stands alone only behind its figure
_BLANK_IN_GRADE = re.compile("(?<=[0-9一二三四五六七八九十]) (?=[档级](?![一-鿿]{0,2}[0-9]))")

# 贰档, 叁级医院
_CAPITAL_GRADE = re.compile("[壹贰叁](?= ?[档级甲乙])")
_SMALL = str.maketrans("壹贰叁", "一二三")

# 重 庆 二 档: so many words of hardly more than one character are one sentence with blanks in it.
_SPELT_OUT = 6
# 我在河北上学 能参加吗: who types no commas puts blanks for them.
_PAUSE = re.compile("(?<=[一-鿿]{2}) (?=[一-鿿]{2})")
# 超过四万三万块: so much above the bound, as it is said in one breath
_BOUND_AND_SUM = re.compile(
    "(超过?出?了?[一二三四五六七八九十0-9]{1,3}万)(?=[一二两三四五六七八九十0-9][十0-9.]{0,3}万)"
)
_TO_A_WORD = 1.5
_REACH_BACK = 60  # characters: nobody says what a sum is further away from it


def normalise(text: str) -> str:
    """Give the text half-width, simplified, on one line, without invisible characters and pictures.

    A blank between words of a sentence becomes the comma that it stands for.

    The length is not limited here: cut a text before it comes in.
    """
    text = _COMMA_BETWEEN_FIGURES.sub(", ", INVISIBLE.sub("", text))
    text = _CIRCLED.sub(r" \g<0> ", _PICTURES.sub(" ", text))
    text = unicodedata.normalize("NFKC", text)
    if not _is_simplified(text):
        text = _to_simplified().convert(text)
    text = _CAPITAL_GRADE.sub(lambda grade: grade[0].translate(_SMALL), text)
    text = _FIGURES_APART.sub(lambda figure: figure[0].replace(" ", ""), text)
    text = _BLANK_IN_GRADE.sub("", text)
    text = _BOUND_AND_SUM.sub(r"\1的部分", text)
    words = text.split()
    is_spaced_out = len(words) >= _SPELT_OUT and len("".join(words)) < _TO_A_WORD * len(words)
    return "".join(words) if is_spaced_out else _PAUSE.sub(",", " ".join(words))


def words_before(text: str, position: int) -> str:
    """The words right before a position of a text, as far back as they can say what stands there."""
    return text[max(0, position - _REACH_BACK) : position]


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
