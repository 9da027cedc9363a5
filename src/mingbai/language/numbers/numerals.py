"""The value of one written numeral: 三万五, 1w5, 2.35万, 3万零5百, 两三千, 十几万.

Own grammar with Decimal: the Chinese libraries that were tried read 三万五 as 30005 and 3万5千 as 65000.
The spelling is that of `canonical`: half-width, lower case, capital numerals made small.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["DIGITS", "STRICT", "Figure", "canonical", "digit", "read"]

DIGITS = "零一二三四五六七八九两"
STRICT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")

_CAPITALS = dict(
    zip("〇壹贰叁肆伍陆柒捌玖拾佰仟萬億兩俩貳參陸負圓圆", "零一二三四五六七八九十百千万亿两两二三六负元元", strict=True)
)
_WIDTHS = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F) if chr(code) != ","}
_CASES = {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
_WIDE_CASES = {wide: _CASES.get(narrow, narrow) for wide, narrow in _WIDTHS.items()}
_SPELLING = str.maketrans(_CAPITALS | _WIDE_CASES | _CASES | {"￥": "¥", "−": "-", "－": "-"})

_VALUE = {character: value for value, character in enumerate(DIGITS[:10])} | {"两": 2}
_ARABIC = {character: str(value) for character, value in _VALUE.items()}
_SCALE = {"十": 10, "百": 100, "千": 1000}
_BIG_SCALES = (("亿", 10**8), ("万", 10**4))
_ZEROS = {10: 1, 100: 2, 1000: 3, 10**4: 4, 10**8: 8}
_LONGEST = 24

_STEP = re.compile(rf"(零?)([0-9][0-9.,]*|[{DIGITS}]|)([十百千]?)")
_ROUGH = re.compile("[多来余]")
_PAIR = re.compile("([一二三四五六七八九两])([二三四五六七八九两])")
_ALL_PLACES = re.compile("0[0-9]{3}")
_SPELT_OUT = re.compile(f"[{DIGITS}]{{3,}}")
_SCALED = re.compile("[十百千万亿]")


@dataclass(frozen=True)
class Figure:
    """What a numeral says: a value, or two where it names a span (两三万), and how it says it."""

    value: Decimal
    high: Decimal | None = None
    is_rough: bool = False
    is_elliptical: bool = False


def canonical(text: str) -> str:
    """Give the text in the spelling the grammar knows, character for character, so that positions stay."""
    return text.translate(_SPELLING)


def digit(character: str) -> str:
    """Give the Arabic digit for one character: 5 for 五 and for 5, also for the 半 of 三块半."""
    return "5" if character == "半" else _ARABIC.get(character, character)


def read(numeral: str) -> Figure | None:
    """Give the value of a whole numeral in canonical spelling, or None where it has none or more than one."""
    text = numeral.replace(" ", "").replace("个", "").replace("w", "万").replace("k", "千")
    if len(text) > _LONGEST:
        return None
    text = text.replace("半", "0.5", 1) if text.startswith("半") else text
    text, dropped = _ROUGH.subn("", text)
    if "几" in text:
        return _span(text.replace("几", "一"), text.replace("几", "九"))
    if _SPELT_OUT.fullmatch(text):
        return Figure(Decimal("".join(map(_ARABIC.__getitem__, text))))
    pair = _PAIR.search(text)
    if pair and "点" not in text and (_SCALED.search(text) or len(text) == 2):
        return _pair_span(text, pair)
    found = _whole(text)
    return found and Figure(found[0], is_rough=dropped > 0, is_elliptical=found[1])


def _pair_span(text: str, pair: re.Match[str]) -> Figure | None:
    first, second = (_VALUE[character] for character in pair.groups())
    if second - first != 1 and (first, second) != (3, 5):
        return None
    middle = pair.start() + 1
    return _span(text[:middle] + text[middle + 1 :], text[: middle - 1] + text[middle:])


def _span(low_text: str, high_text: str) -> Figure | None:
    low, high = _whole(low_text), _whole(high_text)
    if low is None or high is None:
        return None
    return Figure(low[0], high[0], is_elliptical=low[1])


def _whole(text: str) -> tuple[Decimal, bool] | None:
    for unit, scale in _BIG_SCALES:
        head, found, tail = text.partition(unit)
        if found:
            return _joined(head, tail, scale)
    return _section(text)


def _joined(head_text: str, tail_text: str, scale: int) -> tuple[Decimal, bool] | None:
    head, tail = _whole(head_text), _tail(tail_text, scale)
    if head is None or tail is None or head[1]:
        return None
    if tail_text and (not head[0] or head[0] % 1):
        return None
    return head[0] * scale + tail[0], tail[1]


def _tail(text: str, scale: int) -> tuple[Decimal, bool] | None:
    if not text:
        return Decimal(0), False
    if "点" in text:
        return None
    if scale == 10**4 and _ALL_PLACES.fullmatch(text):  # 3万0800
        return Decimal(text), False
    if _number(text) is not None or text[0] == "零":
        return _remainder(text.removeprefix("零"), scale, is_after_zero=text[0] == "零")
    found = _whole(text)
    return found if found and found[0] < scale else None


def _remainder(text: str, scale: int, *, is_after_zero: bool) -> tuple[Decimal, bool] | None:
    """Read what follows a unit: 三万|五 is five thousand, 12万|3456 and 三万零|五 mean what they say."""
    found = _whole(text)
    if found is None:
        return None
    value, whole_digits = found[0], len(text.partition(".")[0])
    if is_after_zero:
        return (value, False) if value < scale else None
    if whole_digits == 1 and value and value == int(value):
        return value * scale / 10, scale > 10
    is_literal = whole_digits == _ZEROS[scale] or (scale == 10**4 and whole_digits == 3)
    return (value, False) if is_literal and text[0].isdigit() else None


def _section(text: str) -> tuple[Decimal, bool] | None:
    if (number := _number(text)) is not None:
        return number, False
    whole, point, fraction = text.partition("点")
    if point:
        return _with_fraction(whole, fraction)
    total, last, position, is_elliptical = Decimal(0), 0, 0, False
    while position < len(text):
        step = _STEP.match(text, position)
        if step is None or not step.group() or (step[1] and not last):
            return None
        found = _unit_step(step, last) if step[3] else _last_step(step, last, is_end=step.end() == len(text))
        if found is None:
            return None
        value, last, is_elliptical = found
        total, position = total + value, step.end()
    return (total, is_elliptical) if text else None


def _unit_step(step: re.Match[str], last: int) -> tuple[Decimal, int, bool] | None:
    scale = _SCALE[step[3]]
    count = _number(step[2]) if step[2] else Decimal(1) if scale == 10 else None
    if not count or (last and (scale >= last or count >= 10 or count % 1)):
        return None
    if count % 1 and step.end() < len(step.string):
        return None
    return count * scale, scale, False


def _last_step(step: re.Match[str], last: int, *, is_end: bool) -> tuple[Decimal, int, bool] | None:
    if not is_end or not last or not step[2]:
        return None
    found = _remainder(step[2], last, is_after_zero=bool(step[1]))
    return found and (found[0], 1, found[1])


def _with_fraction(whole_text: str, fraction: str) -> tuple[Decimal, bool] | None:
    """Read a spoken decimal: 八十六|点七."""
    whole, digits = _section(whole_text), "".join(_ARABIC.get(character, character) for character in fraction)
    if whole is None or whole[0] % 1 or not (digits.isascii() and digits.isdigit()):
        return None
    return whole[0] + Decimal(f"0.{digits}"), False


def _number(text: str) -> Decimal | None:
    """Read digits alone: 12,345.67 or a single 五."""
    if STRICT.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return Decimal(_VALUE[text]) if text in _VALUE else None
