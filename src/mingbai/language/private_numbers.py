"""Numbers that tell who a person is, replaced by their names before anything is stored, logged or sent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mingbai.language.text import INVISIBLE

_SPOKEN = dict(zip("〇零○一幺二三四五六七八九壹贰叁肆伍陆柒捌玖", "0001123456789123456789", strict=True))
_MARKS = {"-": "−_~～*×＊", ".": "·•・。．", "/": "／\\", ",": "，、", " ": "()（）", "X": "Ｘｘ"}
_PLAIN = {mark: plain for plain, marks in _MARKS.items() for mark in marks}


class _Plainly(dict[int, str]):
    """For `str.translate`, character by character: figures of any script, marks and blanks as ASCII has them."""

    def __missing__(self, code: int) -> str:
        one = chr(code)
        figure = unicodedata.digit(one, None)
        category = unicodedata.category(one)
        plain = _PLAIN.get(one, "-" if category == "Pd" else " " if one.isspace() else one)
        self[code] = plain if figure is None else str(figure)
        return self[code]


_WRITTEN, _SPELT = _Plainly(), _Plainly({ord(one): figure for one, figure in _SPOKEN.items()})

_JOINT, _DASH, _LINK, _LOOSE = "[ ./-]{1,3}", "[./-]", "[ ./-]", "[ ./,-]{0,3}"
_MONTH, _DAY = rf"(?:0{_LOOSE}[1-9]|1{_LOOSE}[0-2])", rf"(?:0{_LOOSE}[1-9]|[12]{_LOOSE}\d|3{_LOOSE}[01])"
_CENTURY = rf"(?:1{_LOOSE}[89]|2{_LOOSE}0)"
_CARD = _LOOSE.join(["[1-9]", *[r"\d"] * 5, _CENTURY, r"\d", r"\d", _MONTH, _DAY, *[r"\d"] * 3, r"[\dX]"])
_OLD_CARD = (
    r"[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}"
    rf"|[1-9]\d{{5}}{_JOINT}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]){_JOINT}\d{{3}}"
)
_MOBILE = (
    rf"1[3-9]\d{{9}}|1[3-9]\d{_JOINT}\d{{4}}{_JOINT}\d{{4}}|1[3-9]\d{_JOINT}\d{{8}}|1{_JOINT}[3-9](?:{_JOINT}\d){{9}}"
    rf"|1[3-9]\d{{5}}{_DASH}\d{{4}}|1[3-9]\d{_DASH}\d{{3}}{_DASH}\d{{5}}|1[3-9]\d\d{_DASH}\d{{4}}{_DASH}\d{{3}}"
    rf"|1[3-9]\d(?:-\d){{8}}|1[3-9]\d(?:{_LINK}\d\d){{4}}"
    # no sum begins with 0: 139、0827、1234 and 139 082 71234 are no lists of sums
    rf"|1[3-9]\d(?:,0\d{{3}},\d{{4}}|,\d{{4}},0\d{{3}}|{_LINK}0\d\d{_LINK}\d{{5}}|{_LINK}\d{{3}}{_LINK}0\d{{4}})"
)
_LANDLINE = rf"0\d{{2,3}}{_JOINT}\d{{7,8}}|0\d{{2,3}}{_JOINT}\d{{3,4}}{_JOINT}\d{{4}}|0\d{{9,11}}"
_BANK_CARD = (
    rf"\d{{13,}}|[3-9]\d{{3}}(?:{_JOINT}\d{{4}}){{2}}(?:{_JOINT}\d{{4}}(?:{_JOINT}\d{{1,3}})?|{_JOINT}\d{{5,7}})"
    rf"|[3-9]\d{{3}}{_JOINT}\d{{8}}{_JOINT}\d{{4,7}}|[3-9]\d{{5}}{_JOINT}(?:\d{{10}}|\d{{12,13}})|\d(?:{_JOINT}\d){{12,18}}"
)
_IS_MONEY = r"\.\d| ?[元块万亿]"
_PRIVATE = re.compile(
    rf"(?<!\d)(?<!\d\.)(?:(?P<身份证号>(?:{_CARD}|\d{{17}}X|{_OLD_CARD})(?!\d))"
    rf"|(?:(?P<手机号>(?:(?:\+|00)?86{_LOOSE})?(?:{_MOBILE}))|(?P<电话号码>{_LANDLINE})|(?P<银行卡号>{_BANK_CARD}))"
    rf"(?!\d|{_IS_MONEY}))",
    re.I,
)
# Behind these words a long number is private however it is grouped.
_CALLED = re.compile(
    r"(?:(?P<身份证号>身份证|证件)|(?P<银行卡号>卡号|银行卡|[账帐户][号户头])|(?P<手机号>电话|手机|号码|联系方式|微信))"
    rf"[^\d,;]{{0,8}}(?P<number>\d(?:[ ./-]{{0,3}}\d){{10,18}}|1[3-9]\d,\d{{4}},\d{{4}})(?!\d|{_IS_MONEY})"
)
# Figures named one by one, with the commas that dictation puts between their groups; a sum is never spoken so.
_NUMERAL = f"[{''.join(_SPOKEN)}]"
_DICTATED = re.compile(
    rf"(?<!{_NUMERAL})(?P<手机号>[一幺壹]{_NUMERAL}{{2}}(?:[,，、 ]{_NUMERAL}{{4}}){{2}})(?!{_NUMERAL})"
)
_SUREST_FIRST = ("身份证号", "手机号", "电话号码", "银行卡号")
_Masked = tuple[int, int, str]


def mask_private(text: str) -> str:
    """Give the text with identity-card, phone and bank-card numbers replaced by their names in brackets.

    They are found in figures of any script, in Chinese numerals, and with blanks, dashes or points between them. A long
    figure followed by 元, 块, 万 or 亿, or standing behind a decimal point, is money and stays.
    """
    shown = INVISIBLE.sub("", text)
    spellings = [shown.translate(spelling) for spelling in (_WRITTEN, _SPELT)]
    found = [one for plain in spellings for one in _found(plain, _PRIVATE)]
    called = [one for plain in spellings for one in _found(plain, _CALLED)]
    taken: list[_Masked] = []
    for one in sorted((*found, *_found(shown, _DICTATED), *called), key=_by_sureness):
        if all(one[1] <= start or end <= one[0] for start, end, _ in taken):
            taken.append(one)
    for start, end, name in sorted(taken, reverse=True):
        shown = f"{shown[:start]}[{name}]{shown[end:]}"
    return shown


def _found(plain: str, pattern: re.Pattern[str]) -> Iterator[_Masked]:
    """Where the pattern finds a number in a plain spelling, in which every character keeps its place, and its name."""
    for found in pattern.finditer(plain):
        name = next(name for name, one in found.groupdict().items() if one and name != "number")
        yield (*found.span("number" if "number" in pattern.groupindex else name), name)


def _by_sureness(one: _Masked) -> int:
    """The order in which stretches that overlap are masked: the surest name first."""
    return _SUREST_FIRST.index(one[2])
