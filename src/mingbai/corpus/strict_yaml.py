"""YAML read strictly: numbers are Decimal, `45%` is a Percent, dates are dates, everything else is text.

Duplicate keys, anchors, tags and floats in exponent form are mistakes. `no` stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_PERCENT = re.compile(r"(-?\d+(?:\.\d+)?)([%‰])", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_Path = tuple[str | int, ...]


class Percent(Decimal):
    """A ratio that was written with a percent (or per-mille) sign: `45%` is Percent("0.45")."""


@dataclass(frozen=True)
class Located:
    """A parsed value and the line on which each of its parts begins."""

    value: Any
    lines: dict[_Path, int] = field(hash=False)

    def line(self, path: _Path) -> int:
        """Line of the nearest written part that holds `path`."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]


def load(text: str, first_line: int, complain: Callable[[int, str], None]) -> Located:
    """The value of one YAML text; each mistake goes to `complain(line, message)`.

    `first_line` is the line of the file on which the text begins.
    """
    lines: dict[_Path, int] = {(): first_line}
    try:
        for line in _marked(text):
            complain(first_line + line, "不用 & * 和 !:每处都照写")
            return Located(None, lines)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        place = getattr(error, "problem_mark", None)
        line = first_line + (place.line if place else 0)
        complain(line, f"不是合法的YAML:{getattr(error, 'problem', None) or error}")
        return Located(None, lines)
    if node is None:
        return Located(None, lines)
    return Located(_build(node, (), first_line, lines, complain), lines)


def _marked(text: str) -> Iterator[int]:
    """The lines, counted from 0, on which an anchor, an alias or a tag stands."""
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            yield event.start_mark.line  # type: ignore[union-attr]


def _build(
    node: yaml.Node,
    path: _Path,
    first_line: int,
    lines: dict[_Path, int],
    complain: Callable[[int, str], None],
) -> Any:
    line = first_line + node.start_mark.line
    lines[path] = line
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in result:
                complain(first_line + key_node.start_mark.line, f"“{key}”写了两次")
            result[key] = _build(value_node, (*path, key), first_line, lines, complain)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, i), first_line, lines, complain) for i, item in enumerate(node.value)]
    return _scalar(node, line, complain)


def _scalar(node: yaml.Node, line: int, complain: Callable[[int, str], None]) -> Any:
    text = str(node.value)
    if getattr(node, "style", None):  # quoted: text as it stands
        return text
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    if percent := _PERCENT.fullmatch(text):
        return Percent(Decimal(percent[1]).scaleb(-2 if percent[2] == "%" else -3))
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            complain(line, f"没有这一天:{text}")
    return {"true": True, "false": False, "null": None, "": None, "~": None}.get(text, text)
