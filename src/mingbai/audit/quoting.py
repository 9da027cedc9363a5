"""Words of the original that a clause or a note quotes with their figures: they must stand there as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.corpus.sources.spelling import squeezed

_QUOTED = re.compile("“([^”]*[0-9][^”]*)”")


def misquoted(text: str, passage: str) -> Iterator[str]:
    """Each quotation with a figure (“上浮10%”, “3+3”) of a text that the passage does not have."""
    plain = squeezed(passage)
    for words in _QUOTED.findall(text):
        if squeezed(words) not in plain:
            yield f"引的“{words}”不在它的原文里"
