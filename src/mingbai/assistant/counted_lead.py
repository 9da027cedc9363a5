"""The lines of a clause that count what is asked for: how many kinds, how many people beside the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.assistant.question import Lead
from mingbai.corpus.models import Clause

_KINDS_ASKED = re.compile("几[样种类][一-鿿]")
_PEOPLE_ASKED = re.compile("(?:多少|几多|好多)(?:个)?人")
_KINDS = re.compile("[0-9]+种：")
_PEOPLE = re.compile("[0-9]+人(?!次|均)")
_BESIDE = re.compile("头一年|前一年|上一?年|去年|往年")
_YEAR = re.compile("[0-9]{4}年：?")
_SIDE_BY_SIDE = 2
_PAIR, _SIGN = 2, 1


def counted_lead(clause: Clause, question: str) -> Lead | None:
    """The one line that counts the kinds asked for; the lines of two years where they are held side by side."""
    if _KINDS_ASKED.search(question):
        lines = list(_counting(clause.text, _KINDS, question, _PAIR))
        return Lead(f"**{lines[0]}**", (clause.id,)) if len(lines) == 1 else None
    if _PEOPLE_ASKED.search(question) and _BESIDE.search(question):
        parts = [_up_to(line, _PEOPLE) for line in _counting(clause.text, _PEOPLE, question, _SIGN)]
        return Lead(f"**{';'.join(parts)}**。", (clause.id,)) if len(parts) == _SIDE_BY_SIDE else None
    return None


def _counting(text: str, count: re.Pattern[str], question: str, length: int) -> Iterator[str]:
    """The lines with such a count before which so many characters in a row stand that the question has too."""
    for line in (one.strip().removeprefix("- ") for one in text.split("\n")):
        found = count.search(line)
        before = _YEAR.sub("", line[: found.start()]) if found else ""
        if any(before[at : at + length] in question for at in range(len(before) - length + 1)):
            yield line


def _up_to(line: str, count: re.Pattern[str]) -> str:
    found = count.search(line)
    return line[: found.end()] if found else line
