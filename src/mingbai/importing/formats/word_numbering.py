"""The numbers Word writes before paragraphs by itself (第一条, (一), 1.), which do not stand in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from mingbai.importing.numbering import written_in_han

_PLACE = re.compile(r"%(\d)")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HAN_FORMATS = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "chineseLegalSimplified",
)
_UNNUMBERED = ("bullet", "none")


def _circled(number: int) -> str:
    return _CIRCLED[number - 1] if 0 < number <= len(_CIRCLED) else f"({number})"


def _lettered(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


_WRITTEN: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(_HAN_FORMATS, written_in_han),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "lowerLetter": _lettered,
    "upperLetter": lambda number: _lettered(number).upper(),
}


@dataclass(frozen=True)
class _Level:
    format: str
    text: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of one document; ask for each paragraph once, in order."""

    def __init__(self, part: Any) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        related = [one.target_part for one in part.rels.values() if one.reltype == RELATIONSHIP_TYPE.NUMBERING]
        for numbering in related:
            self._read(numbering.element)
        styles = [one.target_part for one in part.rels.values() if one.reltype == RELATIONSHIP_TYPE.STYLES]
        self._styles = {_value(style, "styleId"): style for one in styles for style in one.element.iter(qn("w:style"))}

    def of(self, paragraph: Any) -> str:
        """The number Word shows before a paragraph (`w:p`); empty where it shows none."""
        list_id, depth = self._where(paragraph)
        abstract = self._lists.get(list_id or "")
        level = self._levels.get(abstract or "", {}).get(depth)
        if abstract is None or level is None or level.format in _UNNUMBERED:
            return ""
        counts = self._counts.setdefault(abstract, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return _PLACE.sub(lambda found: self._count(abstract, int(found[1]) - 1), level.text)

    def _count(self, abstract: str, depth: int) -> str:
        level = self._levels[abstract].get(depth)
        if level is None:
            return ""
        number = self._counts[abstract].get(depth, level.start)
        return _WRITTEN.get(level.format, str)(number)

    def _read(self, root: Any) -> None:
        for abstract in root.iter(qn("w:abstractNum")):
            self._levels[_value(abstract, "abstractNumId")] = {
                int(_value(level, "ilvl")): _Level(
                    _child(level, "numFmt") or "decimal",
                    _child(level, "lvlText") or "",
                    int(_child(level, "start") or 1),
                )
                for level in abstract.iter(qn("w:lvl"))
            }
        for one in root.iter(qn("w:num")):
            self._lists[_value(one, "numId")] = _child(one, "abstractNumId") or ""

    def _where(self, paragraph: Any) -> tuple[str | None, int]:
        """The list and depth of a paragraph, its own or its style's."""
        properties = paragraph.find(qn("w:pPr"))
        style = _child(properties, "pStyle") if properties is not None else None
        seen: set[str] = set()
        while properties is not None or style:
            numbered = properties.find(qn("w:numPr")) if properties is not None else None
            if numbered is not None:
                return _child(numbered, "numId"), int(_child(numbered, "ilvl") or 0)
            if not style or style in seen or style not in self._styles:
                break
            seen.add(style)
            properties = self._styles[style].find(qn("w:pPr"))
            style = _child(self._styles[style], "basedOn")
        return None, 0


def _value(element: Any, name: str) -> str:
    return str(element.get(qn(f"w:{name}"), ""))


def _child(element: Any, name: str) -> str | None:
    found = element.find(qn(f"w:{name}"))
    return None if found is None else _value(found, "val")
