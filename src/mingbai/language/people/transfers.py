"""Where somebody was moved for treatment: whether that was approved, and of which of two ways compared it is told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mingbai.language.lexicon import CHOICE, Found

_FILED, _NOT = f"{CHOICE}filed", "否"
_MOVED = re.compile("转[院诊](?!.*批)")
_TWO = 2
_OF_A_WAY = ("care_place", "filed", "urgent")
_JOINED = re.compile("还是|[和跟与同比]")
_APART = re.compile(r"[,。;!?\s]|相?差|哪[个种家边]|各[自能报]|谁[多少报]")


def moved_unapproved(text: str, found: Sequence[Found]) -> list[Found]:
    """The words that only tell of a transfer, where it is said that nobody approved it (没批准就转院到省里)."""
    told = [one for one in found if one.kind == _FILED and not one.is_denied]
    if not any(one.name == _NOT for one in told):
        return []
    return [one for one in told if one.name != _NOT and _MOVED.match(text[one.start : one.end])]


def of_one_way(text: str, found: Sequence[Found], compared: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """What is told of only one of two values compared, lined up with them; empty for the other.

    县医院和转院到省里差多少: the transfer belongs to the provincial hospital alone.
    """
    if len(compared) != 1:
        return {}
    ((fact, values),) = compared.items()
    words = sorted((one for one in found if one.kind == CHOICE + fact and one.name in values), key=_start)
    joined = _JOINED.search(text, words[0].end, words[-1].start) if len(words) == len(values) == _TWO else None
    if joined is None:
        return {}
    begin = max((one.end() for one in _APART.finditer(text, 0, words[0].start)), default=0)
    end = _APART.search(text, words[1].end)
    stretches = {
        words[0].name: range(begin, joined.start()),
        words[1].name: range(joined.end(), end.start() if end else len(text)),
    }
    return {kind: told for kind in _OF_A_WAY if (told := _lined_up(found, kind, values, stretches))}


def _lined_up(
    found: Sequence[Found], fact: str, values: Sequence[str], stretches: Mapping[str, range]
) -> tuple[str, ...]:
    """What is told of a fact in the stretch of one value, empty for the other; nothing where it is told elsewhere."""
    told = [one for one in found if one.kind == CHOICE + fact and not one.is_denied]
    ways = [name for name, stretch in stretches.items() if told and all(one.start in stretch for one in told)]
    return tuple(told[-1].name if value == ways[0] else "" for value in values) if ways else ()


def _start(word: Found) -> int:
    return word.start
