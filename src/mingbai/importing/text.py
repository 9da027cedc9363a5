"""Words of a document made readable without changing what they say."""

from __future__ import annotations

import re
import unicodedata

# NFKC would turn these into something else to the eye: full-width Chinese punctuation into Latin, and ①5万 into 15万.
_AS_THEY_ARE = frozenset("，：；！？（）～…‥")
_SYMBOLS = frozenset(("No", "So", "Nl"))
_RADICALS = "\u2e80", "\u2fdf"
# Radicals that PDF files hold in place of the characters they look like and that NFKC leaves as they are.
_LOOK_ALIKES = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
)
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WIDE = ("W", "F", "A")


def readable(text: str) -> str:
    """The text with every letter and figure in its usual form (⾝ → 身, １２％ → 12%), word for word otherwise.

    Chinese punctuation, circled figures and superscripts stay as they are: 10² must not become 102.
    """
    text = _INVISIBLE.sub("", _BREAKS.sub("\n", text)).translate(_LOOK_ALIKES)
    return unicodedata.normalize("NFC", text.translate(_USUAL))


class _UsualForms(dict[int, str]):
    """The usual form of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _usual(chr(code))
        return self[code]


def _usual(character: str) -> str:
    if character in _AS_THEY_ARE:
        return character
    is_radical = _RADICALS[0] <= character <= _RADICALS[1]
    if unicodedata.category(character) in _SYMBOLS and not is_radical:
        return character
    return unicodedata.normalize("NFKC", character)


_USUAL = _UsualForms()


def raised(text: str) -> str:
    """The text with its figures raised: a footnote's number must not lengthen the figure before it."""
    return text.translate(_RAISED)


def one_line(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(text.split())


def joined(first: str, second: str) -> str:
    """Two pieces of a broken line as one: nothing between Chinese characters, a space where figures or letters meet."""
    if first and second and first[-1].isascii() and second[0].isascii():
        return f"{first} {second}"
    return first + second


def columns(text: str) -> int:
    """How wide a text is on the page, a Chinese character counting two."""
    return sum(2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)


def numbers(text: str) -> list[str]:
    """The figures of a text in order, as they are written."""
    return _NUMBER.findall(readable(text))
