"""Ready answers held against the words of their clause: not only the same figures, but where the clause has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.audit.beside import Place, misplaced_in
from mingbai.audit.figures import RANK, mentions_in
from mingbai.audit.order import unrising
from mingbai.corpus.models import Clause

_MARGIN = 4
_COLON = re.compile("[：:]")


def misanswered(clause: Clause) -> Iterator[str]:
    """Each figure of a ready answer that stands among words of another one of its clause, or once too often."""
    text = f"{clause.title}\n{clause.text}"
    for answer in filter(None, (asked.answer for asked in clause.asked)):
        for message in (*misplaced_in(answer, text, _MARGIN, Place.run), *_repeated(answer, text), *unrising(answer)):
            yield f"答“{answer}”:{message}"


def _repeated(answer: str, text: str) -> Iterator[str]:
    """What one side of the colon says more often than the clause does; the other side gives the reason for it."""
    told = [figures for _, figures in mentions_in(text)]
    for side in _COLON.split(answer):
        said = [figures for _, figures in mentions_in(side)]
        for figure in sorted(frozenset().union(*said), key=str):
            count, there = (sum(figure.stands_in(one) for one in those) for those in (said, told))
            if 0 < there < count and figure.family != RANK and figure.value != 1:
                yield f"{figure} 写了 {count} 次,正文只有 {there} 次"
