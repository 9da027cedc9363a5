"""Words of the original that a clause quotes with their figures: they must stand in its passage as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.corpus.models import Clause
from mingbai.corpus.sources.spelling import squeezed

_QUOTED = re.compile("“([^”]*[0-9][^”]*)”")


def misquoted(clause: Clause, passage: str) -> Iterator[str]:
    """Each quotation with a figure (“上浮10%”, “3+3”) that the passage does not have."""
    plain = squeezed(passage)
    for words in _QUOTED.findall(clause.text):
        if squeezed(words) not in plain:
            yield f"引的“{words}”不在它的原文里"
