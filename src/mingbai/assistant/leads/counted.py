"""The line of a clause that counts the kinds asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.assistant.leads.question import Lead
from mingbai.corpus.models import Clause

_KINDS_ASKED = re.compile("几[样种类][一-鿿]")
_KINDS = re.compile("[0-9]+种：")
_PAIR = 2


def counted_lead(clause: Clause, question: str) -> Lead | None:
    """The one line that counts the kinds asked for."""
    lines = list(_counting(clause.text, question)) if _KINDS_ASKED.search(question) else []
    return Lead(f"**{lines[0]}**", (clause.id,)) if len(lines) == 1 else None


def _counting(text: str, question: str) -> Iterator[str]:
    """The lines with a number of kinds before which two characters in a row stand that the question has too."""
    for line in (one.strip().removeprefix("- ") for one in text.split("\n")):
        found = _KINDS.search(line)
        before = line[: found.start()] if found else ""
        if any(before[at : at + _PAIR] in question for at in range(len(before) - _PAIR + 1)):
            yield line
