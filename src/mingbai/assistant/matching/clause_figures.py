"""The figures that stand in the text of a clause, each with its unit and the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_UNIT = "亿元|万元|元|%|个百分点|个工作日|人次|人|名|户|种|类|家|个|天|份"
_FIGURE = re.compile(rf"(?<![0-9.=×+÷−\-])(?P<value>[0-9]+(?:\.[0-9]+)?)(?P<unit>{_UNIT})(?![0-9=×+÷−])")
_SUMS = re.compile("[(（][^()（）]*[=≈÷×][^()（）]*[)）]|[0-9.+×÷−-]+=[0-9.]+")
_ITEM = re.compile(r"\s*(?:- |[0-9]+\. )")
_ROUGH = re.compile("左右|多|以上|余")
_PART = re.compile("[。；\n]")
_WORD = re.compile("[一-鿿0-9a-zA-Z]+")


@dataclass(frozen=True)
class Figure:
    """A figure of a clause: its value in its unit, the words just before it, and what its line says before those."""

    value: Decimal
    unit: str
    label: str
    row: str
    part: str
    is_rough: bool = False

    @property
    def words(self) -> str:
        """The figure as the clause writes it."""
        return told(self.value, self.unit)

    @property
    def pairs(self) -> frozenset[str]:
        """The pairs of characters that stand in the words beside the figure."""
        return pairs_of(self.row + " " + self.label)


def told(value: Decimal, unit: str) -> str:
    """A figure with its unit, thousands parted, no trailing zeros (10,980元)."""
    plain = format(value, "f")
    whole, dot, rest = plain.partition(".")
    rest = rest.rstrip("0")
    return f"{int(whole):,}{dot if rest else ''}{rest}{unit}"


def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text."""
    return frozenset(run[at : at + 2] for run in _WORD.findall(text) for at in range(len(run) - 1))


def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a clause's text; not those of sums that it works out itself, nor of tables."""
    lines = (line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("|"))
    return tuple(one for line in lines for one in _of_line(line))


def _of_line(line: str) -> Iterator[Figure]:
    item = _ITEM.match(line)
    line = _SUMS.sub(lambda found: "，" * len(found[0]), line[item.end() :] if item else line)
    found = list(_FIGURE.finditer(line))
    colon = line.find("：", 0, found[0].start()) if found else -1
    row, end = line[:colon] if colon >= 0 else "", colon + 1
    for number, one in enumerate(found):
        part = next(piece for piece, until in _parts(line) if until >= one.end())
        label = _PART.split(line[end : one.start()])[-1]
        rough = _ROUGH.match(line, one.end()) is not None
        yield Figure(Decimal(one["value"]), one["unit"], label, row, part, rough)
        end = one.end()
        if not number and not row and "：" in line[end : end + 2]:  # 保险费52000万元：居民医保2630万元,…
            row = line[: one.start()]


def _parts(line: str) -> Iterator[tuple[str, int]]:
    """The parts of a line, each with where it ends."""
    start = 0
    for one in (*_PART.finditer(line), None):
        end = one.start() if one else len(line)
        yield line[start:end], end
        start = end + 1
