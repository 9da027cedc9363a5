"""Taking a text apart: its sentences, their segments, and the figures in these, each with its unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from mingbai.language.numbers.amounts import Mention, find_amounts

_SENTENCE = re.compile(r"[。!?;\n]+")
_ASIDE = re.compile(r"[(（「『]")
_PART = re.compile(r"[,、)）」』|]")
_MARKUP = re.compile(r"[*_#>`“”\"'《》\[\]]|^\s*[-+]\s+|^\s*\(?[0-9一二三四五六七八九十]+[.)、](?![0-9])\s*", re.M)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_OPENING = re.compile("^(?:每人|每个|每[年月天日次]|一年|一个月|全年)+")
_MINUS = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)\s*-\s*(?=(\d+(?:\.\d+)?)(?!\d*[-年月日]))")  # 30000-800, not 8880-9990
_CLOSING = re.compile("以下|以上|以内|左右|上下|多$|[/每一][年月天日次]$")
_ONE = "一"
_COUNTED = ("种", "个", "样", "类")
_WORDS_OF_RANK = ("级", "档", "等", "甲")
_SAME_UNIT = {
    "元": "元", "%": "%", "成": "%", "‰": "%", "个百分点": "点", "百分点": "点", "个点": "点", "天": "日", "号": "日",
    "年度": "年", "学年": "年", "个工作日": "工作日", "月份": "月",
}  # fmt: skip
_FIRST_MARK, _FIRST_FORMULA, _END = 0xE000, 0xF000, 0xF800


@dataclass(frozen=True)
class Figure:
    """A figure of a text; `formula` where it is a whole formula of a statement line, told without its result."""

    values: tuple[Decimal, ...]
    unit: str = ""
    formula: str = ""
    text: str = field(default="", compare=False)

    def is_same(self, other: Figure) -> bool:
        """Whether both are the same figure, of the same unit where both tell one."""
        if self.formula or other.formula:
            return self.formula == other.formula
        alike = not self.unit or not other.unit or self.unit == other.unit
        return alike and set(self.values) <= set(other.values)


@dataclass(frozen=True)
class Segment:
    """A piece of a sentence between commas; in `words` a mark stands for each of its figures."""

    words: str
    figures: tuple[Figure, ...]

    @property
    def text(self) -> str:
        """The words without the marks."""
        return "".join(one for one in self.words if not is_mark(one))

    @property
    def key(self) -> str:
        """The segment in one spelling."""
        left = iter(self.figures)
        return "".join(_spelt(next(left)) if is_mark(one) else one for one in self.words)

    @property
    def said(self) -> str:
        """The segment as it was said, for those who said it."""
        left = iter(self.figures)
        return "".join((told := next(left)).text or told.formula if is_mark(one) else one for one in self.words)


Sentence = tuple[Segment, ...]


def is_mark(character: str) -> bool:
    """Whether a character stands for a figure."""
    return _FIRST_MARK <= ord(character) < _END


def canonical(text: str) -> str:
    """A text without markup and thousands separators, its signs of arithmetic in one spelling."""
    plain = _MARKUP.sub("", re.sub(r"(?<=[\d)%）])\s*[*x✕]\s*(?=[\d(（])", "×", text))
    plain = re.sub("[−–－—]", "-", plain).replace("：", ":").replace("，", ",").replace("；", ";").replace("！", "!")
    plain = plain.replace("？", "?").replace("（", "(").replace("）", ")")
    plain = _THOUSANDS.sub("", plain)
    return _MINUS.sub(lambda one: f"{one[1]}−" if Decimal(one[1]) > Decimal(one[2]) else one[0], plain)


def sentences(text: str, formulas: Sequence[str] = (), *, joins_heads: bool = True) -> list[Sentence]:
    """The sentences of a text, taken apart; a word and a colon before a figure stay with it unless told otherwise."""
    plain = canonical(text)
    known: dict[str, Figure] = {}
    for at, formula in enumerate(sorted({canonical(one) for one in formulas}, key=len, reverse=True)):
        if re.search("[×+]", formula):
            mark = chr(_FIRST_FORMULA + at)
            known[mark] = Figure((), formula=formula)
            plain = plain.replace(formula, mark)
    marked = _marked(plain, known)
    return [told for one in _SENTENCE.split(marked) if (told := _segments(one, known, joins_heads))]


def _marked(plain: str, known: dict[str, Figure]) -> str:
    """The text with a mark for every figure; 二级 and 一档 are words."""
    pieces, at = [], 0
    for number, one in enumerate(find_amounts(plain)):
        if one.start < at or one.unit.endswith(_WORDS_OF_RANK) or _is_article(one):
            continue
        mark = chr(_FIRST_MARK + number % (_FIRST_FORMULA - _FIRST_MARK))
        known[mark] = _figure(one)
        opening, closing = ("".join(pattern.findall(one.text)) for pattern in (_OPENING, _CLOSING))
        pieces += [plain[at : one.start], opening, mark, closing]
        at = one.end
    return "".join((*pieces, plain[at:]))


def _is_article(one: Mention) -> bool:
    """Whether a figure counts nothing: 另一种读法."""
    return one.text.startswith(_ONE) and one.value == 1 and one.unit.endswith(_COUNTED)


def _figure(one: Mention) -> Figure:
    values = tuple(abs(value) for value in (one.value, one.high) if value is not None)
    sign = "-" if one.kind in ("negative", "foreign", "unreadable") else ""
    unit = "元" if one.kind == "rate_per" else _SAME_UNIT.get(one.unit, one.unit)
    return Figure(values, sign + unit, text=one.text)


def _segments(sentence: str, known: Mapping[str, Figure], joins_heads: bool) -> Sentence:
    parts: list[str] = []
    for part in _PART.split(_ASIDE.sub("", sentence) if joins_heads else _ASIDE.sub(",", sentence)):
        head, colon, rest = part.partition(":")
        while colon and (not joins_heads or any(map(is_mark, head))):
            parts.append(head)
            head, colon, rest = rest.partition(":")
        parts.append(head + rest)
    words = ("".join(part.split()) for part in parts)
    return tuple(Segment(one, tuple(known[mark] for mark in one if is_mark(mark))) for one in words if one)


def _spelt(figure: Figure) -> str:
    return figure.formula or "~".join(f"{value.normalize():f}" for value in figure.values) + figure.unit
